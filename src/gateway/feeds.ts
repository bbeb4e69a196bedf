/** The feeds behind the subscriptions: progress of runs, changes of cells, health of connectors. */
import { type DataSource } from 'typeorm';
import { listCellVersions, type CellVersionRow } from '../db/queries/list-cell-versions';
import { listConnectors, type ConnectorRow } from '../db/queries/list-connectors';
import { type Log } from '../log';
import { ProgressFeed } from './progress-feed';
import { SnapshotFeed } from './snapshot-feed';

export interface Feeds {
  readonly progress: ProgressFeed;
  /** By assessment. */
  readonly cells: SnapshotFeed<CellVersionRow>;
  /** Under the one topic `EVERYTHING`. */
  readonly connectors: SnapshotFeed<ConnectorRow>;
}

export const EVERYTHING = '*';

export function openFeeds(db: DataSource, log: Log): Feeds {
  return {
    progress: new ProgressFeed(db, log),
    cells: new SnapshotFeed(
      {
        look: (ids) => listCellVersions(db, ids),
        topicOf: (row) => row.assessmentId,
        keyOf: (row) => `${row.itemPath} ${row.columnCode}`,
        versionOf: (row) => String(row.version),
        tellsPresent: false,
      },
      log,
    ),
    connectors: new SnapshotFeed(
      {
        look: () => listConnectors(db),
        topicOf: () => EVERYTHING,
        keyOf: (row) => row.id,
        versionOf: ({ health, settingsProblem }) =>
          JSON.stringify([health.state, health.breaker, health.lastError, settingsProblem]),
        tellsPresent: false,
      },
      log,
    ),
  };
}

/** Lets every watcher of every feed go. */
export async function closeFeeds(feeds: Feeds): Promise<void> {
  await Promise.all([feeds.progress.close(), feeds.cells.close(), feeds.connectors.close()]);
}
