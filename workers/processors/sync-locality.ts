/** Synchronises one province with a source: its figures, or its IOC with the records of its feeds; a province without an answer is a finding. */
import { getSyncTask, type SyncTask } from '../../src/db/queries/get-sync-task';
import { insertRunEvent } from '../../src/db/queries/insert-run-event';
import { findFeed } from '../../src/domain/ioc/ioc-feeds';
import { type RawFeedRecord } from '../../src/domain/ioc/feed-record';
import { type Claim } from '../../src/services/runs/claim-chunk';
import { failpoint } from '../../src/services/runs/failpoint';
import { openFinishWhenDone } from '../../src/services/runs/open-finish-when-done';
import { recordFigures } from '../../src/services/matrix/record-figures';
import { type Settlement } from '../../src/services/runs/settle-chunk';
import {
  storeNoAnswer,
  storeNode,
  type FoundFeed,
  type FoundNode,
} from '../../src/services/sources/store-node';
import { Capability, type CallContext, type NodeState } from '../connectors/contract';
import { codeOfFailure, SourceContractBroken, SourceRejected, SourceUnavailable } from '../connectors/errors';
import { type Processor, type WorkContext } from './processor';

/** Pages of one feed in one go; what is left is read the next time. */
const MOST_PAGES = 50;
/** How often a province is waited for before its silence is written down: a blink of the line is no finding. */
const MOST_RETRIES = 2;
/** The source is there, and hears nothing of the node itself. */
const NODE_SILENT = 'NODE_SILENT';

type Source = ReturnType<WorkContext['getConnector']>;
type Apply = Settlement['apply'];

export const syncLocality: Processor = async (claim, context): Promise<Settlement> => {
  const task = await getSyncTask(context.db, claim.runId, claim.firstSeq);
  const source = context.getConnector(claim.connectorKey ?? '');
  const apply = await readSource(source, task, claim, context);
  failpoint('work.beforeSettle');
  return {
    apply,
    follow: (client) => openFinishWhenDone(client, claim.runId),
  };
};

async function readSource(
  source: Source,
  task: SyncTask,
  claim: Claim,
  context: WorkContext,
): Promise<Apply> {
  const { localityCode, simulated } = task;
  const run = { runId: claim.runId, simulated };
  const call: CallContext = {
    purpose: claim.purpose ?? '',
    correlationId: `${claim.runId}-${claim.no}-${claim.epoch}`,
    signal: context.signal,
  };
  const failed = (error: string): Apply => {
    return async (client) => {
      await insertRunEvent(client, claim.runId, 'LOCALITY_FAILED', { locality: localityCode, reason: error });
      const isNode = source.spec.capabilities.includes(Capability.HEARTBEAT);
      const counts = isNode
        ? await storeNoAnswer(client, run, { localityCode, error, now: context.now() })
        : { observations: 0 };
      return { FAILED: 1, ...counts };
    };
  };
  try {
    if (source.spec.capabilities.includes(Capability.AGGREGATE)) {
      const { asOf, figures } = await source.connector.aggregate(localityCode, call);
      const local = figures.map((figure) => ({ ...figure, localityCode, observedAt: asOf }));
      return async (client) => ({ DONE: 1, observations: await recordFigures(client, local, run) });
    }
    const state = await source.connector.findNode(localityCode, call);
    failpoint('work.afterFirstAnswer');
    if (state === null) return failed(NODE_SILENT);
    const node = await readFeeds(source, task, state, call);
    return async (client) => ({ DONE: 1, ...(await storeNode(client, run, node)) });
  } catch (error) {
    context.signal.throwIfAborted();
    if (!isSourceTrouble(error)) throw error;
    if (error instanceof SourceUnavailable && claim.retries < MOST_RETRIES) throw error;
    return failed(codeOfFailure(error));
  }
}

const isSourceTrouble = (error: unknown) =>
  error instanceof SourceUnavailable ||
  error instanceof SourceContractBroken ||
  error instanceof SourceRejected;

async function readFeeds(
  source: Source,
  { localityCode, cursors }: SyncTask,
  state: NodeState,
  call: CallContext,
): Promise<FoundNode> {
  const feeds: FoundFeed[] = [];
  // What the hub does not know it cannot place; a node may offer more than is due.
  for (const { code, perDay } of state.feeds.filter((feed) => findFeed(feed.code) !== null)) {
    const read = await readFeed(source, { localityCode, code, after: cursors[code] ?? null }, call);
    feeds.push({ code, perDay, ...read });
  }
  return { ...state, feeds };
}

/** What was read before the trouble counts: the next reading goes on behind it. */
async function readFeed(
  { connector }: Source,
  feed: { readonly localityCode: string; readonly code: string; readonly after: string | null },
  call: CallContext,
): Promise<Omit<FoundFeed, 'code' | 'perDay'>> {
  const records: RawFeedRecord[] = [];
  let cursor = feed.after;
  try {
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const request = { localityCode: feed.localityCode, feed: feed.code, after: cursor };
      const page = await connector.readFeed(request, call);
      records.push(...page.records);
      cursor = page.next;
      if (!page.more) break;
    }
    return { records, cursor, error: null };
  } catch (error) {
    call.signal.throwIfAborted();
    if (!isSourceTrouble(error)) throw error;
    return { records, cursor, error: codeOfFailure(error) };
  }
}
