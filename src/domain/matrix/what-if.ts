/** Answers what would become of cells if indicators stood otherwise; nothing is stored, and declared statuses stand. */
import { deriveCellStatus, type DerivedStatus, type IndicatorFinding } from './cell-status';
import { type CellStatus, type StatusSource } from './matrix-status';

export interface Assumption {
  readonly indicator: string;
  /** In the unit of the indicator. */
  readonly value: number;
  /** For how many days in a row after the last known one it stands so, at least 1. */
  readonly days: number;
}

export interface CellInQuestion {
  readonly status: CellStatus;
  readonly statusSource: StatusSource;
  readonly findings: readonly IndicatorFinding[];
}

export interface Supposed extends DerivedStatus {
  /** True where a person declared the status: it would stay until a person changes it. */
  readonly declared: boolean;
}

/** Null where the cell keeps its status, or where no assumption is about it. */
export function supposeStatus(cell: CellInQuestion, assumptions: readonly Assumption[]): Supposed | null {
  const assumed = new Map(assumptions.map((assumption) => [assumption.indicator, assumption]));
  if (!cell.findings.some(({ code }) => assumed.has(code))) return null;
  const derived = deriveCellStatus(
    cell.findings.map((finding) => suppose(finding, assumed.get(finding.code))),
  );
  if (derived === null || derived.status === cell.status) return null;
  return { ...derived, declared: cell.statusSource === 'DECLARED' };
}

function suppose(finding: IndicatorFinding, assumption: Assumption | undefined): IndicatorFinding {
  if (!assumption) return finding;
  const { value, days } = assumption;
  const last = Math.max(0, ...finding.days.map(({ day }) => day));
  const further = Array.from({ length: days }, (_, no) => ({ day: last + 1 + no, worst: value }));
  return {
    ...finding,
    latest: { value, numerator: null, denominator: null },
    days: [...finding.days, ...further],
  };
}
