/** Tells the watchers of runs how far they are: now, as they move, and as they ended. */
import { type DataSource } from 'typeorm';
import { listRunProgress, type RunProgressRow } from '../db/queries/list-run-progress';
import { isSettled } from '../domain/run/run-state';
import { type Log } from '../log';
import { SnapshotFeed } from './snapshot-feed';

export class ProgressFeed extends SnapshotFeed<RunProgressRow> {
  constructor(db: DataSource, log: Log, everyMs?: number) {
    super(
      {
        look: (ids) => listRunProgress(db, ids),
        topicOf: (row) => row.runId,
        keyOf: (row) => row.runId,
        versionOf: (row) => JSON.stringify([row.state, row.done, row.total, row.counts]),
        isLast: (row) => isSettled(row.state),
        tellsPresent: true,
      },
      log,
      everyMs,
    );
  }
}
