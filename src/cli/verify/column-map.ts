/** Reads --map: a JSON file, or `field=Header` pairs, that says which column of the file holds what. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Field } from '../../domain/table/column-mapping';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';

const FIELDS = Object.values(Field);

export const ColumnMap = z.strictObject(
  Object.fromEntries(FIELDS.map((field) => [field, z.string().min(1).optional()])) as Record<
    Field,
    z.ZodOptional<z.ZodString>
  >,
);
export type ColumnMap = z.infer<typeof ColumnMap>;

/** @throws Failure with exit code 64 when it is neither. */
export function readColumnMap(given: string): ColumnMap {
  const raw = given.includes('=') && !given.endsWith('.json') ? readPairs(given) : readFile(given);
  const parsed = ColumnMap.safeParse(raw);
  if (parsed.success && Object.keys(parsed.data).length > 0) return parsed.data;
  throw badMap();
}

function readPairs(given: string): Record<string, string> {
  // A header may hold commas itself: only one that is followed by a field's name begins a new pair.
  const pairs = given.split(new RegExp(`,(?=\\s*(?:${FIELDS.join('|')})=)`));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

function readFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw badMap();
  }
}

function badMap(): Failure {
  const example = 'name=Họ tên,birthDate=Ngày sinh';
  return new Failure(ExitCode.USAGE, {
    vi: `--map cần một tệp JSON hoặc các cặp trường=Tên cột, ví dụ: --map "${example}". Các trường: ${FIELDS.join(', ')}.`,
    en: `--map takes a JSON file or field=Header pairs, for example: --map "${example}". Fields: ${FIELDS.join(', ')}.`,
  });
}
