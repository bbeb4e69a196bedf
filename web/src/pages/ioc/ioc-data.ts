/** The nodes of the board, filtered and ordered, and the last thirty days of one as a strip. */
import { type ConsoleNodesQuery, type IocStage } from '../../../generated/types';
import { vietnamese } from '../../shared/format';

export type Node = ConsoleNodesQuery['iocNodes'][number];

/** `late` stands for what a leader asks after: degraded or silent. */
export const FILTERS = ['all', 'late', 'CONNECTED', 'TRIAL', 'DEGRADED', 'STALE', 'NOT_STARTED'] as const;
export type Filter = (typeof FILTERS)[number];

const LATE: readonly IocStage[] = ['DEGRADED', 'STALE'];
const DAY_MS = 86_400_000;

export function passes({ stage }: Node, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'late' ? LATE.includes(stage) : stage === filter;
}

/** "Thành phố Đà Nẵng" goes under Đ, as people look for it. */
export function plainName(node: Node): string {
  return node.locality.name.text.replace(/^(Thành phố|City of) /, '').replace(/ City$/, '');
}

export function byName(nodes: readonly Node[]): Node[] {
  return [...nodes].sort((a, b) => vietnamese.compare(plainName(a), plainName(b)));
}

export function mostBehind(nodes: readonly Node[], most: number): Node[] {
  return nodes
    .filter(({ lagMinutes, stage }) => (lagMinutes ?? 0) > 24 * 60 || LATE.includes(stage))
    .sort((a, b) => (b.lagMinutes ?? 0) - (a.lagMinutes ?? 0))
    .slice(0, most);
}

export function changedSince(nodes: readonly Node[], since: number): Node[] {
  return nodes.filter(({ history }) => history.some(({ at }) => new Date(at).getTime() > since));
}

export interface Stretch {
  readonly stage: IocStage;
  /** Share of the thirty days, 0 … 1. */
  readonly share: number;
}

/** The stages of the last thirty days, oldest first; before the first step known the node had not begun. */
export function lastMonth({ history }: Pick<Node, 'history'>, stage: IocStage, now: number): Stretch[] {
  const begin = now - 30 * DAY_MS;
  const steps = history.map(({ at, to }) => ({ at: new Date(at).getTime(), to })).sort((a, b) => a.at - b.at);
  const before =
    steps.filter(({ at }) => at <= begin).at(-1)?.to ?? (steps.length > 0 ? 'NOT_STARTED' : stage);
  const stretches: { stage: IocStage; from: number }[] = [{ stage: before, from: begin }];
  for (const { at, to } of steps.filter((step) => step.at > begin)) stretches.push({ stage: to, from: at });
  return stretches.map(({ stage: one, from }, at) => ({
    stage: one,
    share: ((stretches[at + 1]?.from ?? now) - from) / (30 * DAY_MS),
  }));
}
