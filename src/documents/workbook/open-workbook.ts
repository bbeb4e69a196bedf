/** Opens a workbook: its sheets by name, and the rows of a sheet as a stream that is read no faster than it is taken. */
import { fromRandomAccessReaderPromise, type Entry, type ZipFile } from 'yauzl';
import { type TableRow } from '../../domain/table/table-head';
import { SourceReader, type ByteSource } from './byte-source';
import { CellFormats } from './cell-format';
import { readPart, readPieces, type PartHandler } from './read-part';
import { readSharedStrings, SharedStrings } from './shared-strings';
import { SheetRowReader, type SheetFacts } from './sheet-rows';
import { UnreadableWorkbook } from './unreadable-workbook';

export interface Workbook {
  /** Names of the sheets that are shown, in their order. */
  readonly sheets: readonly string[];
  /** The rows that hold anything, some at a time. @throws UnreadableWorkbook */
  readRows(sheet: string): AsyncGenerator<readonly TableRow[]>;
  close(): void;
}

const MOST_PARTS = 2_000;
const MOST_SHEETS = 256;

/** True when the bytes are a ZIP container, as every workbook is; the former .xls is none. */
export function looksLikeWorkbook(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** True for .xls and for workbooks under a password: the two come in the same container. */
export function looksLikeOldWorkbook(head: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => head[index] === byte);
}

/** @throws UnreadableWorkbook */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
    autoClose: false,
  }).catch((error: unknown) => {
    throw new UnreadableWorkbook('WORKBOOK_DAMAGED', { cause: error });
  });
  try {
    const parts = await listParts(zip);
    const { sheets, date1904 } = await readDirectory(zip, parts);
    let facts: Promise<SheetFacts> | null = null;
    return {
      sheets: [...sheets.keys()],
      readRows: async function* (name) {
        const entry = sheets.get(name);
        if (!entry) throw new UnreadableWorkbook('SHEET_NOT_FOUND');
        const reader = new SheetRowReader(await (facts ??= readFacts(zip, parts, date1904)));
        for await (const rows of readPieces(zip, entry, reader, () => reader.take())) {
          if (rows.length > 0) yield rows;
        }
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

type Parts = ReadonlyMap<string, Entry>;

async function listParts(zip: ZipFile): Promise<Parts> {
  if (zip.entryCount > MOST_PARTS) throw new UnreadableWorkbook('WORKBOOK_TOO_LARGE');
  const parts = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry);
  } catch (error) {
    throw new UnreadableWorkbook('WORKBOOK_DAMAGED', { cause: error });
  }
  return parts;
}

async function readWhole(zip: ZipFile, entry: Entry | undefined, handler: PartHandler): Promise<void> {
  if (entry) await readPart(zip, entry, handler);
}

async function readDirectory(zip: ZipFile, parts: Parts) {
  const targets = new Map<string, string>();
  const named: { name: string; id: string }[] = [];
  let date1904 = false;
  const workbook = [...parts.keys()].find((name) => /^xl\/workbook\d*\.xml$/.test(name)) ?? 'xl/workbook.xml';
  await readWhole(zip, parts.get(workbook.replace(/([^/]+)$/, '_rels/$1.rels')), {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  await readWhole(zip, parts.get(workbook), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') date1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (tag !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      named.push({ name: attributes.name ?? '', id: relationOf(attributes) });
    },
  });
  const sheets = new Map<string, Entry>();
  for (const { name, id } of named.slice(0, MOST_SHEETS)) {
    const entry = parts.get(targets.get(id) ?? '');
    if (entry && /worksheets?\//.test(entry.fileName)) sheets.set(name, entry);
  }
  if (sheets.size === 0) throw new UnreadableWorkbook('WORKBOOK_DAMAGED');
  return { sheets, date1904 };
}

/** `r:id`, whatever prefix the program gave to that namespace. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

async function readFacts(zip: ZipFile, parts: Parts, date1904: boolean): Promise<SheetFacts> {
  const [strings, formats] = [new SharedStrings(), new CellFormats()];
  await readWhole(zip, parts.get('xl/styles.xml'), formats.handler());
  const shared = [...parts.keys()].find((name) => /^xl\/sharedstrings\.xml$/i.test(name)) ?? '';
  await readWhole(zip, parts.get(shared), readSharedStrings(strings));
  return { strings, formats, date1904 };
}
