/** The kit around every processor: claim, work, settle, ring; and what each kind of failure means for chunk and run. */
import { type DataSource } from 'typeorm';
import { isSuspectedChunk } from '../src/db/queries/is-suspected-chunk';
import { UnreadableWorkbook } from '../src/documents/workbook/unreadable-workbook';
import { RunKind } from '../src/domain/run/run-state';
import { type Doorbell } from '../src/jobs/backend';
import { type WorkOnChunk } from '../src/jobs/work-on-chunk.job';
import { type Log } from '../src/log';
import { claimChunk, type Claim } from '../src/services/runs/claim-chunk';
import { failpoint } from '../src/services/runs/failpoint';
import { failRun } from '../src/services/runs/fail-run';
import { giveBackChunk, type GivenBack } from '../src/services/runs/give-back-chunk';
import { Fenced, settleChunk } from '../src/services/runs/settle-chunk';
import { codeOfFailure, ConnectorUnusable, SourceRejected, SourceUnavailable } from './connectors/errors';
import { type LeaseKeeper } from './lease-keeper';
import { cleanseChunk } from './processors/cleanse-chunk';
import { finishCleansing } from './processors/finish-cleansing';
import { finishLinkage } from './processors/finish-linkage';
import { finishSync } from './processors/finish-sync';
import { finishVerification } from './processors/finish-verification';
import { importDataset } from './processors/import-dataset';
import { linkDataset } from './processors/link-dataset';
import { Untrainable } from './processors/link-in-thread';
import { type Processor, type WorkContext } from './processors/processor';
import { profileDataset } from './processors/profile-dataset';
import { syncLocality } from './processors/sync-locality';
import { verifyChunk } from './processors/verify-chunk';
import { type Solitude } from './solitude';

export interface WorkerKit {
  readonly db: DataSource;
  readonly doorbell: Doorbell;
  readonly log: Log;
  readonly leaseSeconds: number;
  readonly leases: LeaseKeeper;
  readonly solitude: Solitude;
  readonly now: WorkContext['now'];
  readonly getConnector: WorkContext['getConnector'];
  readonly candidateToken: WorkContext['candidateToken'];
}

/** How often a chunk may fail for a reason that waiting does not cure. */
const MOST_FAULTS = 8;
const LONGEST_FAULT_WAIT_SECONDS = 60;
/** Short, so that work goes on soon after a source is back; how often it is asked meanwhile is the guard's to limit. */
const LONGEST_SOURCE_WAIT_SECONDS = 4;

/** Takes up one bell. Never throws for the chunk's own trouble: that is written to its row. */
export async function runJob(kit: WorkerKit, wanted: WorkOnChunk): Promise<void> {
  const work = () => workOn(kit, wanted);
  await ((await isSuspectedChunk(kit.db, wanted)) ? kit.solitude.alone(work) : kit.solitude.together(work));
}

async function workOn(kit: WorkerKit, wanted: WorkOnChunk): Promise<void> {
  const claimed = await claimChunk(kit.db, { ...wanted, leaseSeconds: kit.leaseSeconds });
  if (claimed.outcome === 'NOTHING') return;
  if (claimed.outcome === 'REARRANGED') return kit.doorbell.ring(claimed.bells);
  const { claim } = claimed;
  const log = kit.log.child({ runId: claim.runId, chunk: claim.no, epoch: claim.epoch });
  const lease = kit.leases.hold(claim);
  let kept: GivenBack['keep'] = null;
  const keep: WorkContext['keep'] = (write) => (kept = write);
  try {
    const { db, now, getConnector, candidateToken } = kit;
    const { signal } = lease;
    const context: WorkContext = { db, log, now, signal, keep, getConnector, candidateToken };
    const settlement = await chooseProcessor(claim)(claim, context);
    const bells = await settleChunk(kit.db, claim, settlement);
    failpoint('ring.beforeRing');
    await kit.doorbell.ring(bells);
  } catch (error) {
    await handleFailure(kit, claim, { error, keep: kept }, log);
  } finally {
    lease.release();
  }
}

function chooseProcessor(claim: Claim): Processor {
  if (claim.kind === RunKind.IMPORT) return importDataset;
  if (claim.kind === RunKind.VERIFY) return claim.step === 'WORK' ? verifyChunk : finishVerification;
  if (claim.kind === RunKind.PROFILE) return profileDataset;
  if (claim.kind === RunKind.CLEANSE) return claim.step === 'WORK' ? cleanseChunk : finishCleansing;
  if (claim.kind === RunKind.LINK) return claim.step === 'WORK' ? linkDataset : finishLinkage;
  if (claim.kind === RunKind.SYNC) return claim.step === 'WORK' ? syncLocality : finishSync;
  throw new Error(`no processor for runs of kind ${claim.kind}`);
}

interface Failure extends Pick<GivenBack, 'keep'> {
  readonly error: unknown;
}

async function handleFailure(
  kit: WorkerKit,
  claim: Claim,
  { error, keep }: Failure,
  log: Log,
): Promise<void> {
  if (error instanceof Fenced || kit.leases.isLost(claim)) {
    log.warn('fenced: another worker took the chunk over, this result is thrown away');
    return;
  }
  if (error instanceof SourceRejected || (error instanceof ConnectorUnusable && isSetUpWrongly(error))) {
    log.error({ err: error }, 'a person must change a setting or a right; the run ends');
    await failRun(kit.db, claim, { state: 'FAILED_CONFIG', code: codeOfFailure(error) });
    return;
  }
  if (error instanceof UnreadableWorkbook) {
    log.error({ err: error }, 'the workbook cannot be read; the import ends');
    await failRun(kit.db, claim, { state: 'FAILED_CONFIG', code: error.code });
    return;
  }
  if (error instanceof Untrainable) {
    log.error({ err: error }, 'the rows teach no weights; the run ends');
    await failRun(kit.db, claim, { state: 'FAILED_CONFIG', code: `TRAINING_${error.code}` });
    return;
  }
  if (error instanceof SourceUnavailable) {
    log.warn({ err: error }, 'the source is unavailable; the chunk waits');
    const restSeconds = error.retryAfterSeconds ?? 0;
    const waitSeconds = Math.max(restSeconds, Math.min(2 ** claim.retries, LONGEST_SOURCE_WAIT_SECONDS));
    const because = 'SOURCE_UNAVAILABLE';
    const reason = codeOfFailure(error);
    await giveBackChunk(kit.db, claim, { because, reason, waitSeconds, restSeconds, keep });
    return;
  }
  const reason = codeOfFailure(error);
  log.error({ err: error }, 'a chunk failed');
  if (claim.faults + 1 >= MOST_FAULTS) {
    await failRun(kit.db, claim, { state: 'FAILED_SYSTEM', code: reason });
    return;
  }
  const waitSeconds = Math.min(2 ** claim.faults, LONGEST_FAULT_WAIT_SECONDS);
  await giveBackChunk(kit.db, claim, { because: 'FAULT', reason, waitSeconds, restSeconds: 0, keep });
}

/** A connector that this worker lacks may be installed in another, so that a run only waits for it. */
const isSetUpWrongly = ({ code }: ConnectorUnusable) => code !== 'CONNECTOR_NOT_INSTALLED';
