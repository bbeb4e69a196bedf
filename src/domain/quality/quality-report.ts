/** Makes the quality report of a dataset out of what its runs found: six headings, every rule even when it holds, verdicts, and the trend. */
import { findRule } from '../cleanse/catalogue';
import { type Field } from '../table/column-mapping';
import { type RejectionCode } from '../table/csv-reader';
import { FieldClass, isLosslesslyEqual } from '../verdict/field-outcome';
import { type TableProfile } from '../profile/profile-table';
import { effectiveVerdict, isAccepted, type ReviewDecision } from '../verdict/review';
import { RunKind } from '../run/run-state';
import { shareOf, type Share } from '../share';
import { ReasonCode, Verdict } from '../verdict/verdict';

/** The six headings of data quality (DAMA UK), in the order in which they are read. */
export const Dimension = {
  COMPLETENESS: 'COMPLETENESS',
  VALIDITY: 'VALIDITY',
  CONSISTENCY: 'CONSISTENCY',
  UNIQUENESS: 'UNIQUENESS',
  ACCURACY: 'ACCURACY',
  TIMELINESS: 'TIMELINESS',
} as const;
export type Dimension = (typeof Dimension)[keyof typeof Dimension];

/** What the runs on a dataset found. A part is null when no run of its kind has ended. */
export interface QualityFigures {
  readonly rows: { readonly physical: number; readonly accepted: number; readonly rejected: number };
  readonly rejections: readonly { readonly code: RejectionCode; readonly count: number }[];
  readonly profile: TableProfile | null;
  readonly cleansing: CleansingFigures | null;
  readonly verification: VerificationFigures | null;
  readonly linkage: { readonly runId: string; readonly rows: number; readonly extraRows: number } | null;
}

export interface CleansingFigures {
  readonly runId: string;
  readonly rows: number;
  /** Every rule that was on, with the rows in which it found something. */
  readonly rules: readonly { readonly rule: string; readonly rows: number }[];
}

export interface VerificationFigures {
  readonly runId: string;
  readonly acceptsProbable: boolean;
  readonly verdicts: readonly {
    readonly verdict: Verdict;
    readonly decision: ReviewDecision | null;
    readonly count: number;
  }[];
  /** Rows by how their four fields compared. */
  readonly classes: readonly (Readonly<Record<ComparedField, FieldClass>> & { readonly count: number })[];
  readonly reasons: readonly { readonly reason: ReasonCode; readonly count: number }[];
}

type ComparedField = 'number' | 'name' | 'birthDate' | 'sex';
const COMPARED: readonly ComparedField[] = ['number', 'name', 'birthDate', 'sex'];

export interface Measure {
  /** A field, a check, or what is counted. */
  readonly of: string;
  readonly share: Share;
}

export interface DimensionReport {
  readonly dimension: Dimension;
  /** Over all its measures; null while nothing has been measured. */
  readonly share: Share | null;
  readonly measures: readonly Measure[];
  /** The kind of run that would measure it; null when it is measured. */
  readonly needs: RunKind | null;
}

export const RuleGroup = {
  READING: 'READING',
  CLEANSING: 'CLEANSING',
  VERIFICATION: 'VERIFICATION',
} as const;
export type RuleGroup = (typeof RuleGroup)[keyof typeof RuleGroup];

export interface RuleResult {
  readonly group: RuleGroup;
  readonly rule: string;
  readonly evaluated: number;
  readonly failed: number;
  /** Failed of evaluated; a rule that holds everywhere is told as well. */
  readonly share: Share;
}

export interface QualityReport {
  readonly rows: QualityFigures['rows'];
  readonly dimensions: readonly DimensionReport[];
  readonly rules: readonly RuleResult[];
  readonly verdicts: readonly {
    readonly verdict: Verdict;
    readonly count: number;
    readonly effective: number;
  }[];
  /** Rows that will do for the purpose; null without a verification. */
  readonly accepted: Share | null;
}

export function assessQuality(figures: QualityFigures): QualityReport {
  return {
    rows: figures.rows,
    dimensions: [
      profiled(Dimension.COMPLETENESS, figures.profile, completenessOf),
      profiled(Dimension.VALIDITY, figures.profile, validityOf),
      profiled(Dimension.CONSISTENCY, figures.profile, ({ consistency }) =>
        consistency.map(({ check, share }) => ({ of: check, share })),
      ),
      uniquenessOf(figures),
      accuracyOf(figures.verification),
      timelinessOf(figures),
    ],
    rules: [
      ...readingRules(figures),
      ...cleansingRules(figures.cleansing),
      ...verificationRules(figures.verification),
    ],
    verdicts: verdictsOf(figures.verification),
    accepted: acceptedOf(figures.verification),
  };
}

function dimension(name: Dimension, measures: readonly Measure[], needs: RunKind): DimensionReport {
  if (measures.length === 0) return { dimension: name, share: null, measures, needs };
  const sum = (part: 'numerator' | 'denominator') =>
    measures.reduce((total, { share }) => total + share[part], 0);
  return { dimension: name, share: shareOf(sum('numerator'), sum('denominator')), measures, needs: null };
}

function profiled(
  name: Dimension,
  profile: TableProfile | null,
  measure: (profile: TableProfile) => readonly Measure[],
): DimensionReport {
  return dimension(name, profile === null ? [] : measure(profile), RunKind.PROFILE);
}

/** Columns that stand for no field are nobody's duty to fill. */
const mappedColumns = ({ columns }: TableProfile) =>
  columns.filter((column): column is typeof column & { field: Field } => column.field !== null);

function completenessOf(profile: TableProfile): Measure[] {
  return mappedColumns(profile).map(({ field, completeness }) => ({ of: field, share: completeness }));
}

function validityOf(profile: TableProfile): Measure[] {
  return mappedColumns(profile).flatMap(({ field, validity }) =>
    validity === null ? [] : [{ of: field, share: validity }],
  );
}

const EXACT_DUPLICATE = 'X04';
const OLD_UNITS = 'A03';

/** By clusters of a linkage where there is one, else by rows that repeat another to the letter. */
function uniquenessOf({ linkage, cleansing }: QualityFigures): DimensionReport {
  const measures: Measure[] = [];
  if (linkage !== null) {
    measures.push({ of: 'PEOPLE', share: shareOf(linkage.rows - linkage.extraRows, linkage.rows) });
  } else if (cleansing !== null) {
    const repeated = foundBy(cleansing, EXACT_DUPLICATE);
    measures.push({ of: 'ROWS', share: shareOf(cleansing.rows - repeated, cleansing.rows) });
  }
  return dimension(Dimension.UNIQUENESS, measures, RunKind.LINK);
}

const foundBy = ({ rules }: CleansingFigures, id: string) => rules.find(({ rule }) => rule === id)?.rows ?? 0;

/** Fields that were compared with the register; a field that either side lacks says nothing about the other. */
function accuracyOf(verification: VerificationFigures | null): DimensionReport {
  if (verification === null) return dimension(Dimension.ACCURACY, [], RunKind.VERIFY);
  const measures = COMPARED.map((field): Measure => {
    let [equal, compared] = [0, 0];
    for (const row of verification.classes) {
      if (NOT_COMPARED.includes(row[field])) continue;
      compared += row.count;
      if (isLosslesslyEqual({ class: row[field], rules: [], bits: 0 })) equal += row.count;
    }
    return { of: field, share: shareOf(equal, compared) };
  });
  return dimension(Dimension.ACCURACY, measures, RunKind.VERIFY);
}

const NOT_COMPARED: readonly FieldClass[] = [
  FieldClass.MISSING_INPUT,
  FieldClass.MISSING_REGISTER,
  FieldClass.NOT_COMPARED,
];

/** Addresses that name today's units, among those that are given. */
function timelinessOf({ cleansing, profile }: QualityFigures): DimensionReport {
  const address = profile?.columns.find(({ field }) => field === 'address');
  if (cleansing === null || !cleansing.rules.some(({ rule }) => rule === OLD_UNITS)) {
    return dimension(Dimension.TIMELINESS, [], RunKind.CLEANSE);
  }
  const given = address?.completeness.numerator ?? cleansing.rows;
  const today = Math.max(0, given - foundBy(cleansing, OLD_UNITS));
  return dimension(Dimension.TIMELINESS, [{ of: 'address', share: shareOf(today, given) }], RunKind.CLEANSE);
}

function result(group: RuleGroup, rule: string, failed: number, evaluated: number): RuleResult {
  return { group, rule, evaluated, failed, share: shareOf(Math.min(failed, evaluated), evaluated) };
}

function readingRules({ rows, rejections }: QualityFigures): RuleResult[] {
  return rejections.map(({ code, count }) => result(RuleGroup.READING, code, count, rows.physical));
}

function cleansingRules(cleansing: CleansingFigures | null): RuleResult[] {
  if (cleansing === null) return [];
  return cleansing.rules.map(({ rule, rows }) => result(RuleGroup.CLEANSING, rule, rows, cleansing.rows));
}

function verificationRules(verification: VerificationFigures | null): RuleResult[] {
  if (verification === null) return [];
  const rows = verification.verdicts.reduce((total, { count }) => total + count, 0);
  const found = new Map(verification.reasons.map(({ reason, count }) => [reason, count]));
  return Object.values(ReasonCode)
    .filter((reason) => !NOT_ASKED.includes(reason))
    .map((reason) => result(RuleGroup.VERIFICATION, reason, found.get(reason) ?? 0, rows));
}

/** A verification compares neither addresses nor rows with each other: to say that it found nothing there would be false. */
const NOT_ASKED: readonly ReasonCode[] = [
  ReasonCode.ID_SHARED_IN_BATCH,
  ReasonCode.ADDR_OLD_UNIT,
  ReasonCode.ADDR_SPLIT_UNIT,
  ReasonCode.ADDR_OTHER_WARD,
  ReasonCode.POLICY_WITHHELD,
  ReasonCode.DUP_IN_BATCH,
];

function verdictsOf(verification: VerificationFigures | null): QualityReport['verdicts'] {
  if (verification === null) return [];
  const [original, effective] = [new Map<Verdict, number>(), new Map<Verdict, number>()];
  const add = (counts: Map<Verdict, number>, verdict: Verdict, count: number) =>
    counts.set(verdict, (counts.get(verdict) ?? 0) + count);
  for (const { verdict, decision, count } of verification.verdicts) {
    add(original, verdict, count);
    add(effective, effectiveVerdict(verdict, decision), count);
  }
  return Object.values(Verdict).map((verdict) => ({
    verdict,
    count: original.get(verdict) ?? 0,
    effective: effective.get(verdict) ?? 0,
  }));
}

function acceptedOf(verification: VerificationFigures | null): Share | null {
  if (verification === null) return null;
  let [accepted, rows] = [0, 0];
  for (const { verdict, decision, count } of verification.verdicts) {
    rows += count;
    if (isAccepted(verdict, decision, verification.acceptsProbable)) accepted += count;
  }
  return shareOf(accepted, rows);
}

/** The name of a rule for people; codes of reading and verification are named by their own lists. */
export function titleOfRule(id: string): { readonly vi: string; readonly en: string } | null {
  return findRule(id)?.title ?? null;
}
