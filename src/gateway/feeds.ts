/** The feeds behind the subscriptions: progress of runs, changes of cells, health of connectors, alerts. */
import { type DataSource } from 'typeorm';
import { listFreshAlerts, type AlertRow } from '../db/queries/alerts/list-alerts';
import { listCellVersions, type CellVersionRow } from '../db/queries/list-cell-versions';
import { listConnectors, type ConnectorRow } from '../db/queries/list-connectors';
import { type Log } from '../log';
import { ProgressFeed } from './progress-feed';
import { SnapshotFeed } from './snapshot-feed';

export interface Feeds {
  readonly progress: ProgressFeed;
  /** By assessment. */
  readonly cells: SnapshotFeed<CellVersionRow>;
  /** Under the one topic `EVERYTHING`, here and below. */
  readonly connectors: SnapshotFeed<ConnectorRow>;
  readonly alerts: SnapshotFeed<AlertRow>;
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
    alerts: new SnapshotFeed(
      {
        look: () => listFreshAlerts(db),
        topicOf: () => EVERYTHING,
        keyOf: (row) => row.id,
        versionOf: (row) => row.state,
        tellsPresent: false,
      },
      log,
    ),
  };
}

/** Lets every watcher of every feed go. */
export async function closeFeeds(feeds: Feeds): Promise<void> {
  await Promise.all(Object.values(feeds).map((feed: { close(): Promise<void> }) => feed.close()));
}
