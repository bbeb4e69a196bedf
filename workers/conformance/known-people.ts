/** People whom the source is known to hold, read from a file of residents, and the special ones among them. */
import { readFileSync } from 'node:fs';
import { type PartialDate } from '../../src/domain/resident/birth-date';
import { mapColumns } from '../../src/domain/table/column-mapping';
import { readCsvFormat } from '../../src/domain/table/csv-format';
import { CsvReader } from '../../src/domain/table/csv-reader';
import { createFileDecoder } from '../../src/domain/encoding/file-encoding';
import { prepareResident } from '../../src/domain/verdict/prepare-resident';
import { type ResidentRecord } from '../../src/domain/resident/resident';
import { findTableHead } from '../../src/domain/table/table-head';

export interface KnownPerson {
  readonly number: string;
  readonly oldCard: string | null;
  /** Normal form, capitals. */
  readonly name: string;
  readonly birth: PartialDate;
}

/** The file cannot be used: no CSV, no header that is understood, or nobody in it. */
export class UnusablePeople extends Error {
  constructor(readonly reason: string) {
    super(`the file of known people cannot be used: ${reason}`);
    this.name = 'UnusablePeople';
  }
}

/** @throws UnusablePeople */
export function readKnownPeople(file: string): KnownPerson[] {
  const bytes = readFileSync(file);
  const format = readCsvFormat(bytes);
  if (typeof format === 'string') throw new UnusablePeople(format);
  const head = findTableHead(format.rows);
  const mapped = mapColumns(head?.headers ?? []);
  if (head === null || 'problem' in mapped) throw new UnusablePeople('its columns are not understood');
  const people: KnownPerson[] = [];
  const cell = (cells: readonly string[], column: number | undefined) =>
    column === undefined ? null : (cells[column] ?? null);
  const reader = new CsvReader(format.delimiter, format.newline, {
    row: ({ line, cells }) => {
      if (line < head.firstLine) return;
      const { mapping } = mapped;
      const record: ResidentRecord = {
        name: cell(cells, mapping.name),
        birthDate: cell(cells, mapping.birthDate),
        sex: null,
        number: cell(cells, mapping.number),
        oldCardNumber: cell(cells, mapping.oldCardNumber),
      };
      const { number, oldCard, name, birth } = prepareResident(record);
      if (number.state !== 'USABLE' || name.state !== 'USABLE' || birth.state !== 'USABLE') return;
      people.push({ number: number.value, oldCard, name: name.value.normal, birth: birth.value });
    },
    rejected: () => {},
  });
  const decoder = createFileDecoder(format.fileEncoding);
  reader.push(decoder.push(bytes));
  reader.push(decoder.end());
  reader.end();
  if (people.length < 2) throw new UnusablePeople('fewer than two people with number, name and birth date');
  return people;
}

/** One unlike the others: a single word, an apostrophe, or a name of more than four words. */
export const hasEdgeName = ({ name }: KnownPerson) =>
  /['’]/.test(name) || !name.includes(' ') || name.split(' ').length > 4;
