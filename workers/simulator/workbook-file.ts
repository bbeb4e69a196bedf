/** Answers for people files as Excel workbooks in the manner of official sheets: titles above, column numbers below, true dates. */
import { type FileHandle } from 'node:fs/promises';
import { once } from 'node:events';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

/** A number cell shown as a date, or text. */
export type SheetCell = string | { readonly day: number };

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DATE_STYLE = 1;
const WRITE_AT_CHARACTERS = 256 * 1024;
/** 1980-01-01: the same rows give the same file. */
const DOS_DATE = 0x21;

const OTHER_PARTS: readonly (readonly [name: string, text: string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  ],
  ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
  [
    'xl/_rels/workbook.xml.rels',
    relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
    ]),
  ],
  [
    'xl/workbook.xml',
    `<workbook ${MAIN} xmlns:r="${DOCUMENT}"><sheets><sheet name="Danh sach" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/styles.xml',
    `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
];

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** Writes a ZIP part by part; the sizes of each stand after it, because they are known only then. */
class ZipWriter {
  private at = 0;
  private readonly directory: Buffer[] = [];
  private part: {
    name: Buffer;
    start: number;
    crc: number;
    size: number;
    deflate: DeflateRaw;
    done: Promise<number>;
  } | null = null;

  constructor(private readonly file: FileHandle) {}

  async begin(name: string): Promise<void> {
    const bytes = Buffer.from(name, 'utf8');
    const start = this.at;
    await this.put(
      Buffer.concat([head(0x04034b50, [20, 0x808, 8, 0, DOS_DATE]), zeros(12), u16(bytes.length, 0), bytes]),
    );
    const deflate = createDeflateRaw();
    this.part = { name: bytes, start, crc: 0, size: 0, deflate, done: this.drain(deflate) };
  }

  async write(text: string): Promise<void> {
    const { part } = this;
    if (part === null) throw new Error('no part has begun');
    const bytes = Buffer.from(text, 'utf8');
    part.crc = crc32(bytes, part.crc);
    part.size += bytes.length;
    if (!part.deflate.write(bytes)) await once(part.deflate, 'drain');
  }

  async end(): Promise<void> {
    const { part } = this;
    if (part === null) throw new Error('no part has begun');
    part.deflate.end();
    const packed = await part.done;
    const sizes = u32(part.crc, packed, part.size);
    await this.put(Buffer.concat([u32(0x08074b50), sizes]));
    const place = Buffer.concat([u16(part.name.length, 0, 0, 0, 0), u32(0, part.start)]);
    this.directory.push(
      Buffer.concat([head(0x02014b50, [20, 20, 0x808, 8, 0, DOS_DATE]), sizes, place, part.name]),
    );
    this.part = null;
  }

  async close(): Promise<void> {
    const list = Buffer.concat(this.directory);
    const count = this.directory.length;
    const start = this.at;
    await this.put(
      Buffer.concat([list, u32(0x06054b50), u16(0, 0, count, count), u32(list.length, start), u16(0)]),
    );
  }

  private async drain(deflate: DeflateRaw): Promise<number> {
    let packed = 0;
    for await (const piece of deflate as AsyncIterable<Buffer>) {
      packed += piece.length;
      await this.put(piece);
    }
    return packed;
  }

  private async put(bytes: Buffer): Promise<void> {
    this.at += bytes.length;
    await this.file.appendFile(bytes);
  }
}

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value >>> 0, index * 4));
  return bytes;
}

const zeros = (bytes: number) => Buffer.alloc(bytes);
const head = (signature: number, values: number[]) => Buffer.concat([u32(signature), u16(...values)]);

/** A sheet with titles, a header and a row of column numbers, and then rows as they come. */
export class WorkbookFile {
  private readonly zip: ZipWriter;
  private text = '';
  private line = 0;

  constructor(file: FileHandle) {
    this.zip = new ZipWriter(file);
  }

  async begin(titles: readonly string[], headers: readonly string[]): Promise<void> {
    for (const [name, text] of OTHER_PARTS) {
      await this.zip.begin(name);
      await this.zip.write(text);
      await this.zip.end();
    }
    await this.zip.begin('xl/worksheets/sheet1.xml');
    await this.zip.write(`<worksheet ${MAIN}><sheetData>`);
    for (const title of titles) await this.add([title]);
    await this.add(headers);
    await this.add(headers.map((_, index) => `(${index + 1})`));
  }

  add(cells: readonly SheetCell[]): Promise<void> | undefined {
    this.line += 1;
    const written = cells.map((value, index) =>
      cellXml(value, `${String.fromCharCode(65 + index)}${this.line}`),
    );
    this.text += `<row r="${this.line}">${written.join('')}</row>`;
    return this.text.length >= WRITE_AT_CHARACTERS ? this.flush() : undefined;
  }

  async end(): Promise<void> {
    this.text += '</sheetData></worksheet>';
    await this.flush();
    await this.zip.end();
    await this.zip.close();
  }

  private async flush(): Promise<void> {
    const { text } = this;
    this.text = '';
    await this.zip.write(text);
  }
}

function cellXml(value: SheetCell, place: string): string {
  if (typeof value !== 'string') return `<c r="${place}" s="${DATE_STYLE}"><v>${value.day}</v></c>`;
  if (value === '') return '';
  const text = value
    .replaceAll(/\p{Cc}/gu, (sign) =>
      sign === '\n' || sign === '\t' ? sign : `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Days since the eve of 1900 as a workbook counts them; null before March 1900, where it counts a day that never was. */
export function dayOf(year: number, month: number, day: number): number | null {
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return days > 60 ? days : null;
}
