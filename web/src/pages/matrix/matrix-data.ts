/** The shapes of the matrix that its views pass to one another. */
import { type ConsoleMatrixQuery } from '../../../generated/types';

export type Assessment = ConsoleMatrixQuery['matrix'];
export type Group = Assessment['groups'][number];
export type Item = Group['items'][number];
export type Cell = Item['cells'][number];
export type Column = Cell['column'];

/** The columns, as the first item has them; every item has the same. */
export function columnsOf(assessment: Assessment): Column[] {
  return assessment.groups[0]?.items[0]?.cells.map(({ column }) => column) ?? [];
}

/** `VN.2025-H2/B.1.1/BENEFIT_CITIZEN` without its assessment, as it stands in the address. */
export function placeOf(cellId: string): string {
  return cellId.slice(cellId.indexOf('/') + 1);
}

export interface Band {
  readonly title: string;
  readonly columns: number;
}

/** The upper head of the official table: neighbouring columns under one title. */
export function bandsOf(columns: readonly Column[]): Band[] {
  const bands: { title: string; columns: number }[] = [];
  for (const { band } of columns) {
    const last = bands.at(-1);
    if (last?.title === band.text) last.columns++;
    else bands.push({ title: band.text, columns: 1 });
  }
  return bands;
}
