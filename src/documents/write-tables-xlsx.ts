/** Writes plain tables as a workbook, a sheet each: texts stay texts, numbers are numbers, the first row stays in sight. */
import { partOf } from './office-parts';
import { escapeXml } from './xml';
import { packZip } from './zip';

export interface Table {
  /** Name of the sheet: at most 31 signs, and none of : \ / ? * [ ] */
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD_STYLE = 1;

export function writeTablesXlsx(tables: readonly Table[]): Buffer {
  const numbered = tables.map((table, index) => ({ ...table, no: index + 1 }));
  const override = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const types = [
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    ...numbered.map(({ no }) => override(`/xl/worksheets/sheet${no}.xml`, 'worksheet')),
  ];
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const relations = (name: string, list: readonly string[]) =>
    partOf(name, `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`);
  const sheets = numbered.map(
    ({ name, no }) => `<sheet name="${escapeXml(name)}" sheetId="${no}" r:id="rId${no}"/>`,
  );
  return packZip([
    partOf(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    ),
    relations('_rels/.rels', [relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    relations('xl/_rels/workbook.xml.rels', [
      ...numbered.map(({ no }) => relation(`rId${no}`, 'worksheet', `worksheets/sheet${no}.xml`)),
      relation('rIdS', 'styles', 'styles.xml'),
    ]),
    partOf(
      'xl/workbook.xml',
      `<workbook ${MAIN} xmlns:r="${DOCUMENT}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ),
    partOf('xl/styles.xml', STYLES),
    ...numbered.map(({ no, rows }) => partOf(`xl/worksheets/sheet${no}.xml`, sheetOf(rows))),
  ]);
}

function sheetOf(rows: Table['rows']): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, index) => widthOf(rows, index));
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const lines = rows.map(
    (row, index) => `<row r="${index + 1}">${row.map((value) => cellOf(value, index === 0)).join('')}</row>`,
  );
  return `<worksheet ${MAIN}>${frozen}<cols>${cols.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function widthOf(rows: Table['rows'], column: number): number {
  const longest = Math.max(0, ...rows.map((row) => String(row[column] ?? '').length));
  return Math.min(60, Math.max(8, longest + 2));
}

function cellOf(value: string | number | null, head: boolean): string {
  const style = head ? ` s="${HEAD_STYLE}"` : '';
  if (value === null) return `<c${style}/>`;
  if (typeof value === 'number') return `<c${style}><v>${value}</v></c>`;
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

const STYLES = `<styleSheet ${MAIN}><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;
