/** Removes what has outlived its use: abandoned uploads, told webhooks, alerts long over, and old versions of feed records. */
import { type ClientBase } from 'pg';
import { type DataSource } from 'typeorm';
import { RETENTION_DAYS } from '../../domain/retention';
import { tryLock } from '../hub-lock';
import { inTransaction } from '../in-transaction';

/** Rows of each kind in one go, so that no transaction grows long; the next round takes up the rest. */
const MOST_ROWS = 10_000;

export type Forgotten = Readonly<Record<keyof typeof RETENTION_DAYS, number>>;

/** Which rows may go, by `$1`, the time before which they are old. In this order: the later ones are referred to by the earlier. */
const OLD: Readonly<Record<keyof typeof RETENTION_DAYS, string>> = {
  abandonedUploads: `delete from upload where id in (select id from upload u where expires_at < $1
    and state <> 'IMPORTED' and not exists (select from dataset d where d.upload_id = u.id) limit ${MOST_ROWS})`,
  webhookDeliveries: `delete from webhook_delivery where id in (select id from webhook_delivery
    where state <> 'WAITING' and created_at < $1 limit ${MOST_ROWS})`,
  clearedAlerts: `with gone as (select id from alert where state = 'CLEARED' and cleared_at < $1 limit ${MOST_ROWS}),
    untold as (delete from webhook_delivery where alert_event_id in
      (select e.id from alert_event e join gone on gone.id = e.alert_id)),
    without as (delete from alert_event where alert_id in (select id from gone))
    delete from alert where id in (select id from gone)`,
  feedRecords: `delete from feed_record where ctid = any (array(select ctid from feed_record
    where received_at < $1 limit ${MOST_ROWS}))`,
};

/** Gives how many of each were removed; null when another worker is at it. `now` in epoch milliseconds. */
export function forgetTheOld(db: DataSource, now: number): Promise<Forgotten | null> {
  return inTransaction(db, async ({ client }) => {
    if (!(await tryLock(client, 'FORGET'))) return null;
    const kinds = Object.keys(OLD) as (keyof typeof OLD)[];
    const counts: [string, number][] = [];
    for (const kind of kinds) counts.push([kind, await forget(client, kind, now)]);
    return Object.fromEntries(counts) as Forgotten;
  });
}

async function forget(client: ClientBase, kind: keyof typeof OLD, now: number): Promise<number> {
  const before = new Date(now - RETENTION_DAYS[kind] * 86_400_000);
  return (await client.query(OLD[kind], [before])).rowCount ?? 0;
}
