/** The figures of the overview, worked out from what the hub answers. */
import {
  type CellStatus,
  type ConsoleAlertsQuery,
  type ConnectorStatusFlatQuery,
  type ConsoleChangesQuery,
  type ConsoleNodesQuery,
  type ConsoleOverviewQuery,
  type IocStage,
} from '../../../generated/types';

export type National = ConsoleOverviewQuery['matrix'];
export type Node = ConsoleNodesQuery['iocNodes'][number];
export type ConnectorState = ConnectorStatusFlatQuery['connectorStatusFlat'][number];
export type Changed = ConsoleChangesQuery['matrixCellsFlat'][number];
export type Alert = ConsoleAlertsQuery['alerts']['nodes'][number];
export type Score = National['groups'][number]['items'][number]['indicators'][number];

export function countStatuses(items: National['groups'][number]['items']): Map<CellStatus, number> {
  const counts = new Map<CellStatus, number>();
  for (const { cells } of items)
    for (const { status } of cells) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

export function countStages(nodes: readonly Node[]): Map<IocStage, number> {
  const counts = new Map<IocStage, number>();
  for (const { stage } of nodes) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return counts;
}

export interface Placed {
  /** Path of the item. */
  readonly path: string;
  readonly score: Score;
}

/** How far on the way to the target, 1 being there; for figures that should be small the way is the other one round. */
export function reachOf({ indicator: { target, direction }, observation }: Score): number {
  const value = observation?.value ?? 0;
  if (direction === 'UP') return target === 0 ? 1 : value / target;
  return value === 0 ? 1.5 : target / value;
}

/** Every indicator with its item, in the order of the matrix. */
export function scoresOf({ groups }: National): Placed[] {
  return groups.flatMap(({ items }) =>
    items.flatMap(({ path, indicators }) => indicators.map((score) => ({ path, score }))),
  );
}

const TROUBLED = ['ERROR', 'LATE', 'ACTION_REQUIRED'];

export function troubledConnectors(connectors: readonly ConnectorState[]): ConnectorState[] {
  return connectors.filter(({ status, settingsProblem }) => TROUBLED.includes(status) || settingsProblem);
}

export function overdueCommitments({ groups }: National) {
  return groups.flatMap(({ items }) =>
    items.flatMap(({ path, commitments }) =>
      commitments.filter(({ overdue }) => overdue).map((commitment) => ({ path, ...commitment })),
    ),
  );
}

/** Newest first. */
export function newestChanges(changes: readonly Changed[], most: number): Changed[] {
  return [...changes].sort((a, b) => b.changedAt.localeCompare(a.changedAt)).slice(0, most);
}
