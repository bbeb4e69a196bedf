/** Verifies a file through the hub's public interface: upload, dataset, run, progress, verdicts. */
import { randomUUID } from 'node:crypto';
import { ExitCode } from '../exit-codes';
import { DatasetAnswer, RunAnswer } from '../hub/hub-answers';
import { ask, type HubAddress } from '../hub/hub-client';
import { type Language } from '../surroundings';
import { bringFile, unwrap } from './bring-file';
import { type ColumnMap } from './column-map';
import { followRun, noSuchRun } from './follow-run';
import { type ProgressLine } from './progress-line';
import { checkWritable } from '../save-whole';
import { saveArtifact } from './save-artifact';
import { wordOutcome } from './word-outcome';

export interface VerifyOptions {
  readonly hub: HubAddress;
  readonly connector: string;
  readonly purpose: string;
  readonly name: string | undefined;
  readonly columnMap: ColumnMap | undefined;
  readonly reading?: object;
  readonly idempotencyKey: string | undefined;
  readonly out: string | undefined;
  readonly wait: boolean;
  readonly json: boolean;
  readonly language: Language;
  readonly progress: ProgressLine;
  readonly print: (text: string) => void;
  /** Told as soon as the run exists, so that an interruption can say how to follow it. */
  readonly onRun: (runId: string) => void;
}

/** What is followed: the run, and its dataset where this command made it. */
interface Started {
  readonly runId: string;
  readonly datasetId: string | null;
}

/** Uploads the file and verifies it. */
export async function verifyFile(path: string, options: VerifyOptions): Promise<ExitCode> {
  if (options.out) checkWritable(options.out);
  const datasetId = await bringFile(path, options);
  const runId = await startRun(datasetId, options);
  return followToEnd({ runId, datasetId }, options);
}

/** Follows a run that was started earlier. */
export async function followVerification(runId: string, options: VerifyOptions): Promise<ExitCode> {
  if (options.out) checkWritable(options.out);
  return followToEnd({ runId, datasetId: null }, options);
}

/** Asks again about the rows of a finished run whose verdict could change. */
export async function retryVerification(runId: string, options: VerifyOptions): Promise<ExitCode> {
  if (options.out) checkWritable(options.out);
  const data = await ask(options.hub, 'retry-run', { id: runId });
  return followToEnd({ runId: unwrap(data.retryRun), datasetId: null }, options);
}

async function startRun(datasetId: string, options: VerifyOptions): Promise<string> {
  const { connector, purpose } = options;
  const idempotencyKey = options.idempotencyKey ?? randomUUID();
  const data = await ask(options.hub, 'start-run', {
    input: { kind: 'VERIFY', datasetId, connector, purpose, idempotencyKey },
  });
  return unwrap(data.startRun);
}

async function followToEnd(started: Started, options: VerifyOptions): Promise<ExitCode> {
  const { hub, progress, language } = options;
  options.onRun(started.runId);
  if (!options.wait) {
    options.print(
      options.json ? asJson({ ...started, state: 'QUEUED' }) : wordStarted(started.runId, language),
    );
    return ExitCode.DONE;
  }
  await followRun(hub, started.runId, progress.show);
  progress.end();
  const run = await getRun(hub, started.runId);
  const dataset = started.datasetId === null ? null : await getDataset(hub, started.datasetId);
  const artifact = run.artifacts.find(({ name }) => name === 'verdicts.csv') ?? run.artifacts[0];
  const out = options.out && artifact ? options.out : null;
  if (out && artifact) await saveArtifact(hub, artifact, out);
  options.print(
    options.json
      ? asJson({
          ...started,
          state: run.state,
          rows: dataset?.rows ?? null,
          counts: Object.fromEntries(run.counts.map(({ verdict, count }) => [verdict, count])),
          out,
          sha256: artifact?.sha256 ?? null,
        })
      : wordOutcome({ run, dataset, out, url: hub.url }, language),
  );
  return exitCodeOf(run.state);
}

async function getRun(hub: HubAddress, id: string): Promise<RunAnswer> {
  const data = await ask(hub, 'run', { id });
  if (!data.run) throw noSuchRun(id);
  return RunAnswer.parse(data.run);
}

async function getDataset(hub: HubAddress, id: string): Promise<DatasetAnswer | null> {
  const data = await ask(hub, 'dataset', { id, first: 5 });
  return data.dataset ? DatasetAnswer.parse(data.dataset) : null;
}

function exitCodeOf(state: string): ExitCode {
  if (state === 'SUCCEEDED') return ExitCode.DONE;
  return state === 'SUCCEEDED_WITH_ISSUES' ? ExitCode.ISSUES : ExitCode.RUN_FAILED;
}

function wordStarted(runId: string, language: Language): string {
  return language === 'vi'
    ? `Đã bắt đầu lượt chạy ${runId}. ${wordHowToFollow(runId, language)}\n`
    : `Run ${runId} has started. ${wordHowToFollow(runId, language)}\n`;
}

/** For those who do not wait for the end. */
export function wordHowToFollow(runId: string, language: Language): string {
  const command = `npx hub06 verify --run ${runId} --watch --out verdicts.csv`;
  return language === 'vi' ? `Theo dõi tiếp: ${command}` : `Follow it with: ${command}`;
}

const asJson = (value: object) => `${JSON.stringify(value)}\n`;
