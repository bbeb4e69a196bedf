/** Reads the reference data that ships with the product, the official matrix and the provinces, and refuses a file out of shape. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AlertSubject, SEVERITIES } from '../../domain/alert/alert';
import { HELD_RULE } from '../../domain/matrix/cell-status';
import { Direction, INDICATOR_RULE, IndicatorUnit } from '../../domain/indicator/indicator-score';
import { PROJECT_ROOT } from '../../project-root';

const Words = z.object({ vi: z.string(), en: z.string() });

const Cell = z.strictObject({
  state: z.enum(['DASH', 'TEXT', 'MERGED']),
  text: z.string().optional(),
  printed: z.string().optional(),
  corrected: z.array(z.string()).optional(),
  note: z.string().optional(),
  needsReview: z.boolean().optional(),
  rowSpan: z.int().min(2).optional(),
  mergedFrom: z.string().optional(),
});
type Cell = z.infer<typeof Cell>;

const leaf = {
  path: z.string(),
  printedNo: z.string(),
  title: Words,
  blank: z.boolean().optional(),
  cells: z.record(z.string(), Cell),
};
const Item = z.strictObject({ ...leaf, children: z.array(z.strictObject(leaf)).optional() });

const Matrix = z.strictObject({
  provenance: z.strictObject({ document: z.string(), file: z.string(), sha256: z.string() }),
  about: z.string(),
  code: z.string(),
  title: Words,
  period: z.strictObject({ code: z.string(), label: Words, start: z.iso.date(), end: z.iso.date() }),
  columns: z.array(
    z.strictObject({
      code: z.string(),
      band: Words,
      title: Words,
      question: z.string(),
      criteria: z.array(z.string()),
      printed: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  cellStates: z.record(z.string(), z.string()),
  groups: z.array(z.strictObject({ code: z.string(), title: Words, items: z.array(Item) })),
});
export type ReferenceMatrix = z.infer<typeof Matrix>;

const Unit = z.strictObject({ code: z.string(), name: Words });
const Provinces = z.strictObject({
  provenance: z.string(),
  nation: Unit.extend({ validFrom: z.iso.date() }),
  validFrom: z.iso.date(),
  predecessorsValidFrom: z.iso.date(),
  predecessorsValidTo: z.iso.date(),
  provinces: z.array(Unit.extend({ predecessors: z.array(Unit) })),
});
export type ReferenceProvinces = z.infer<typeof Provinces>;

const Indicators = z.strictObject({
  provenance: z.string(),
  template: z.string(),
  indicators: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z][A-Z_\d]*$/),
      item: z.string(),
      name: Words,
      unit: z.enum(Object.values(IndicatorUnit)),
      numerator: Words,
      denominator: Words.optional(),
      direction: z.enum(Object.values(Direction)),
      target: z.number(),
      lower: z.number(),
      connector: z.string(),
      rule: z.enum([INDICATOR_RULE.code, HELD_RULE.code]).default(INDICATOR_RULE.code),
      columns: z.array(z.string()),
      note: z.string().optional(),
    }),
  ),
});
export type ReferenceIndicators = z.infer<typeof Indicators>;

const AlertRules = z.strictObject({
  provenance: z.string(),
  rules: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z][A-Z_]*$/),
      subject: z.enum(Object.values(AlertSubject)),
      severity: z.enum(SEVERITIES),
      title: Words,
      unit: Words.nullable(),
      worse: z.enum(['ABOVE', 'BELOW']),
      raiseAt: z.number(),
      clearAt: z.number(),
      raiseAfter: z.int().min(0),
      clearAfter: z.int().min(0),
    }),
  ),
});
export type ReferenceAlertRules = z.infer<typeof AlertRules>;

const Agencies = z.strictObject({
  provenance: z.string(),
  ministries: z.array(Unit),
  provincial: z.array(Unit.extend({ kind: z.enum(['PROVINCE', 'DEPARTMENT', 'COMMUNE']) })),
});
export type ReferenceAgencies = z.infer<typeof Agencies>;

/** An item as the document numbers it, taken out of its nesting. */
export interface FlatItem {
  readonly path: string;
  readonly parentPath: string | null;
  readonly groupCode: string;
  readonly position: number;
  readonly printedNo: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly blank: boolean;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** @throws ZodError when the file is not of the expected shape. */
export function readReferenceMatrix(): ReferenceMatrix {
  return Matrix.parse(readJson('matrix', 'da06-2025h2.json'));
}

/** @throws ZodError when the file is not of the expected shape. */
export function readReferenceProvinces(): ReferenceProvinces {
  return Provinces.parse(readJson('localities', 'provinces-2025.json'));
}

/** @throws ZodError when the file is not of the expected shape. */
export function readReferenceAgencies(): ReferenceAgencies {
  return Agencies.parse(readJson('agencies', 'agencies.json'));
}

/** @throws ZodError when the file is not of the expected shape. */
export function readReferenceIndicators(): ReferenceIndicators {
  return Indicators.parse(readJson('indicators', 'catalogue.json'));
}

/** @throws ZodError when the file is not of the expected shape. */
export function readReferenceAlertRules(): ReferenceAlertRules {
  return AlertRules.parse(readJson('alerts', 'rules.json'));
}

/** All items in document order, numbered from 1 over the whole matrix; an item stands before its children. */
export function flattenItems(matrix: ReferenceMatrix): FlatItem[] {
  const nested = matrix.groups.flatMap((group) =>
    group.items.flatMap(({ children = [], ...item }) => [
      { ...item, groupCode: group.code, parentPath: null },
      ...children.map((child) => ({ ...child, groupCode: group.code, parentPath: item.path })),
    ]),
  );
  return nested.map((item, index) => ({ ...item, blank: item.blank ?? false, position: index + 1 }));
}

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, 'schema', ...path), 'utf8'));
}
