/** Makes, lists, tries and removes webhooks straight in the database, for whoever has the hub's surroundings at hand. */
import { type DataSource } from 'typeorm';
import { openDatabase } from '../db/data-source';
import { Locality } from '../db/entities/locality.entity';
import { listWebhooks, type WebhookRow } from '../db/queries/alerts/list-alert-settings';
import { type AlertSeverity } from '../domain/alert/alert';
import { isRefusal, REFUSALS, type Refusal } from '../domain/refusal';
import { getHubSecret } from '../services/keys/hub-secret';
import { keepWebhook, removeWebhook, tryWebhook } from '../services/alerts/keep-webhook';
import { ExitCode } from './exit-codes';
import { Failure } from './failure';
import { type ConfigWithDatabase } from './with-database';

export interface WantedHook {
  readonly label: string;
  readonly url: string;
  readonly severity: AlertSeverity;
  readonly locality?: string;
}

/** Returns the signing secret, which can never be read again. @throws Failure where the address will not do. */
export function makeWebhook(config: ConfigWithDatabase, wanted: WantedHook): Promise<string> {
  return withDataSource(config, async (db) => {
    await requireLocality(db, wanted.locality);
    const around = { secret: getHubSecret(config), allowedHosts: config.webhookHosts };
    const { label, url, severity, locality = null } = wanted;
    const made = accept(
      await keepWebhook(db, around, null, {
        id: null,
        label,
        url,
        leastSeverity: severity,
        localityCode: locality,
        enabled: true,
      }),
    );
    return made.secret!;
  });
}

export function readWebhooks(config: ConfigWithDatabase): Promise<WebhookRow[]> {
  return withDataSource(config, (db) => listWebhooks(db));
}

/** @throws Failure when there is no such webhook. */
export async function endWebhook(config: ConfigWithDatabase, id: string): Promise<void> {
  await withDataSource(config, async (db) => accept(await removeWebhook(db, null, known(id))));
}

/** A worker sends the trial within seconds; `ls` then tells how it went. @throws Failure when there is no such webhook. */
export async function sendTrial(config: ConfigWithDatabase, id: string): Promise<void> {
  await withDataSource(config, async (db) => accept(await tryWebhook(db, known(id))));
}

function accept<T extends object>(outcome: T | Refusal): T {
  if (!isRefusal(outcome)) return outcome;
  throw new Failure(ExitCode.USAGE, REFUSALS[outcome.refused]);
}

function known(id: string): string {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return id;
  throw new Failure(ExitCode.USAGE, REFUSALS.WEBHOOK_NOT_FOUND);
}

async function requireLocality(db: DataSource, code: string | undefined): Promise<void> {
  if (code === undefined || (await db.manager.existsBy(Locality, { code }))) return;
  throw new Failure(ExitCode.USAGE, {
    vi: `Không có địa phương mã "${code}".`,
    en: `There is no locality with the code "${code}".`,
  });
}

async function withDataSource<T>(
  config: ConfigWithDatabase,
  work: (db: DataSource) => Promise<T>,
): Promise<T> {
  const db = await openDatabase({ url: config.databaseUrl, applicationName: 'hub06-webhooks' });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
