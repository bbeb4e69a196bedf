/** Answers for files of invented residents: a sample of the register as CSV or Excel workbook, clean or dirty, with the truth beside it. */
import { type FileHandle, open } from 'node:fs/promises';
import { createCleanRowMaker, createRowMaker, type FinishedRow, type RowMaker } from './noise/dirty-row';
import { type NoiseLevel, type Rates, ratesOf } from './noise/rates';
import { birthText, type Row, sexText } from './noise/row';
import { hash, streamKey } from './register/hash';
import { permute } from './register/permutation';
import { dayOf, WorkbookFile, type SheetCell } from './workbook-file';
import { createRegister } from './register/register';

export const PEOPLE_HEADER =
  'STT,Họ và tên,Ngày sinh,Giới tính,Số định danh,Số CMND,Địa chỉ thường trú,Số điện thoại';
export const TRUTH_HEADER =
  'row,person_number,register_name,register_birth_date,register_sex,noise,expected_verdict';

const WRITE_AT_CHARACTERS = 256 * 1024;
const PROGRESS_EVERY = 10_000;

export interface WritePeopleOptions {
  /** Rows to write, at most `people`. */
  count: number;
  sampleSeed: number;
  people: number;
  registerSeed: number;
  /** Noise preset; without it the rows are exactly what the register has. */
  dirty?: NoiseLevel;
  out: string;
  truth?: string;
  onProgress?: (rows: number) => void;
}

/** Single rates of the preset replaced: for tests and experiments. */
export interface RateOverrides {
  rates?: Partial<Rates>;
}

/** Writes the file or files row by row; memory does not depend on the number of rows. Same options, same bytes. */
export async function writePeople(options: WritePeopleOptions & RateOverrides): Promise<{ rows: number }> {
  const { count, people } = options;
  if (!Number.isInteger(count) || count < 0 || count > people) {
    throw new RangeError(`count must be a whole number from 0 to the size of the register (${people})`);
  }
  const makeRow = rowMaker(options);
  const out = await open(options.out, 'w');
  const truth = options.truth === undefined ? null : await open(options.truth, 'w');
  try {
    const people = /\.xlsx$/i.test(options.out) ? await openSheet(out) : openLines(out);
    const truths = truth === null ? null : new BufferedLines(truth, TRUTH_HEADER);
    for (let seq = 1; seq <= count; seq += 1) {
      const finished = makeRow(seq);
      await people.add(finished.row);
      await truths?.add(truthLine(finished));
      if (seq % PROGRESS_EVERY === 0) options.onProgress?.(seq);
    }
    await people.end();
    await truths?.flush();
  } finally {
    await out.close();
    await truth?.close();
  }
  if (count % PROGRESS_EVERY !== 0) options.onProgress?.(count);
  return { rows: count };
}

function rowMaker(options: WritePeopleOptions & RateOverrides): RowMaker {
  const { people, registerSeed, sampleSeed } = options;
  const register = createRegister({ people, seed: registerSeed });
  const sampleKey = streamKey(sampleSeed, 'sample');
  const indexOf = (seq: number): number => permute(seq - 1, people, sampleKey);
  if (options.dirty === undefined) return createCleanRowMaker(register, indexOf);
  const elsewhere = createRegister({ people, seed: hash(streamKey(registerSeed, 'elsewhere'), 1) | 0 });
  return createRowMaker(register, elsewhere, sampleSeed, ratesOf(options.dirty, options.rates), indexOf);
}

/** Where rows go, whatever the format. */
interface PeopleFile {
  add(row: Row): Promise<void> | undefined;
  end(): Promise<void>;
}

function openLines(file: FileHandle): PeopleFile {
  const lines = new BufferedLines(file, PEOPLE_HEADER);
  return { add: (row) => lines.add(peopleLine(row)), end: () => lines.flush() };
}

const TITLES = [
  'ỦY BAN NHÂN DÂN (MÔ PHỎNG)',
  'DỮ LIỆU MÔ PHỎNG – không có người thật',
  'DANH SÁCH CƯ DÂN',
  '',
  '',
];

async function openSheet(file: FileHandle): Promise<PeopleFile> {
  const sheet = new WorkbookFile(file);
  await sheet.begin(TITLES, PEOPLE_HEADER.split(','));
  return { add: (row) => sheet.add(sheetCells(row)), end: () => sheet.end() };
}

function sheetCells(row: Row): SheetCell[] {
  const { birth } = row;
  const day = birth === null || birth.month === 0 ? null : dayOf(birth.year, birth.month, birth.day);
  const born = day === null || row.birthWritten !== null ? birthCell(row) : { day };
  return [String(row.seq), row.name, born, row.sex, row.number, row.oldCard, row.address, row.phone];
}

/** Collects lines and writes them in large pieces. */
class BufferedLines {
  private text: string;

  constructor(
    private readonly file: FileHandle,
    header: string,
  ) {
    this.text = `${header}\n`;
  }

  add(line: string): Promise<void> | undefined {
    this.text += `${line}\n`;
    return this.text.length >= WRITE_AT_CHARACTERS ? this.flush() : undefined;
  }

  async flush(): Promise<void> {
    const text = this.text;
    this.text = '';
    if (text !== '') await this.file.appendFile(text, 'utf8');
  }
}

function cell(value: string): string {
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function birthCell({ birthWritten, birth }: Row): string {
  return birthWritten ?? birthText(birth);
}

function peopleLine(row: Row): string {
  const cells = [row.name, birthCell(row), row.sex, row.number, row.oldCard, row.address, row.phone];
  return `${row.seq},${cells.map(cell).join(',')}`;
}

function truthLine({ row, expected }: FinishedRow): string {
  const { person } = row;
  const known =
    person === null
      ? ['', '', '', '']
      : [person.number, person.name.title, birthText(person), sexText(person.sex)];
  return [String(row.seq), ...known, row.noise.join('+'), expected].map(cell).join(',');
}
