/** Gathers what the conformance suite needs – the connector, its settings, people whom its source holds – and runs it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKnownPeople, UnusablePeople, type KnownPerson } from '../../../workers/conformance/known-people';
import { runConformance, type ConformanceReport } from '../../../workers/conformance/run-suite';
import { writeJUnit, writeTable } from '../../../workers/conformance/write-report';
import { type ConnectorSpec } from '../../../workers/connectors/contract';
import { WrongSettings } from '../../../workers/connectors/open-connector';
import { loadConnectorSpecs, UnfitConnectors } from '../../../workers/connectors/registry';
import { writePeople } from '../../../workers/simulator';
import { type Config } from '../../config';
import { openDatabase } from '../../db/data-source';
import { storeConformance } from '../../services/sources/store-conformance';
import { readConfigBesideHub } from '../config-beside-hub';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { findLanguage } from '../surroundings';
import { findEmbeddedUrl } from '../with-database';

export interface Flags {
  readonly url?: string;
  readonly set?: readonly string[];
  readonly people?: string;
  readonly purpose: string;
  readonly json?: string | true;
  readonly junit?: string;
  readonly store: boolean;
}

export interface Conformed {
  readonly report: ConformanceReport;
  readonly table: string;
  readonly junit: string;
  readonly exitCode: ExitCode;
}

/** People enough to meet year-only births, old cards and rare names among them. */
const SIMULATED_PEOPLE = 3_000;

/** @throws Failure */
export async function conformConnector(id: string, flags: Flags): Promise<Conformed> {
  const config = readConfigBesideHub();
  const spec = findSpec(id);
  const fromConfig = (config.connectorSettings as Record<string, Record<string, unknown>>)[id];
  const settings = { ...fromConfig, ...(flags.url ? { url: flags.url } : {}), ...readSets(flags.set ?? []) };
  const people = await findPeople(spec, flags, config);
  const report = await runConformance({ spec, settings, people, purpose: flags.purpose }).catch(explain);
  if (flags.store) await store(report, config);
  return {
    report,
    table: writeTable(report, findLanguage() ?? 'vi'),
    junit: writeJUnit(report),
    exitCode: report.failed === 0 ? ExitCode.DONE : ExitCode.FAILED,
  };
}

function findSpec(id: string): ConnectorSpec {
  try {
    const specs = loadConnectorSpecs();
    const spec = specs.find((one) => one.id === id);
    if (spec) return spec;
    const known = specs.map((one) => one.id).join(', ');
    throw new Failure(ExitCode.USAGE, {
      vi: `Không có kết nối "${id}". Hiện có: ${known}.`,
      en: `There is no connector "${id}". There are: ${known}.`,
    });
  } catch (error) {
    if (!(error instanceof UnfitConnectors)) throw error;
    throw new Failure(ExitCode.FAILED, { vi: error.message, en: error.message });
  }
}

function readSets(sets: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    sets.map((set) => {
      const at = set.indexOf('=');
      if (at > 0) return [set.slice(0, at), set.slice(at + 1)];
      throw new Failure(ExitCode.USAGE, {
        vi: '--set cần dạng tên=giá trị.',
        en: '--set takes name=value.',
      });
    }),
  );
}

async function findPeople(
  spec: ConnectorSpec,
  flags: Flags,
  config: Config,
): Promise<readonly KnownPerson[]> {
  if (flags.people) return read(flags.people);
  if (!spec.simulated) {
    throw new Failure(ExitCode.USAGE, {
      vi: 'Nguồn này không phải mô phỏng: hãy chỉ ra --people, tệp CSV những người chắc chắn có trong nguồn thử nghiệm.',
      en: 'This source is not a simulated one: name --people, a CSV file of people whom its test system is known to hold.',
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'hub06-conform-'));
  try {
    const out = join(folder, 'people.csv');
    const { simulatorPeople: people, simulatorSeed: registerSeed } = config;
    const count = Math.min(SIMULATED_PEOPLE, people);
    await writePeople({ count, sampleSeed: 1, people, registerSeed, out });
    return read(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string): readonly KnownPerson[] {
  try {
    return readKnownPeople(file);
  } catch (error) {
    const why =
      error instanceof UnusablePeople
        ? error.reason
        : ((error as NodeJS.ErrnoException).code ?? 'unreadable');
    throw new Failure(ExitCode.RUN_FAILED, {
      vi: `Không dùng được tệp ${file}: ${why}.`,
      en: `The file ${file} cannot be used: ${why}.`,
    });
  }
}

function explain(error: unknown): never {
  if (!(error instanceof WrongSettings)) throw error;
  throw new Failure(ExitCode.SETTINGS, {
    vi: `Thiết lập chưa đúng: ${error.problems.join('; ')}. Hãy dùng --url và --set.`,
    en: `The settings do not fit: ${error.problems.join('; ')}. Use --url and --set.`,
  });
}

/** Into the hub that runs here, when one does: a report is worth having without one too. */
async function store(report: ConformanceReport, config: Config): Promise<void> {
  const url = config.databaseUrl ?? findEmbeddedUrl(config.dataDir);
  if (!url) return;
  const db = await openDatabase({ url, applicationName: 'hub06-conform', poolSize: 1 });
  try {
    await storeConformance(db, report);
  } finally {
    await db.destroy();
  }
}
