/** Writes the matrix as a workbook in the layout of the official table: bands, merged cells, repeated header rows, A4 landscape. */
import { type MatrixDocument } from '../domain/matrix/matrix-document';
import { contentTypes, customProperties, partOf, relations } from './office-parts';
import { escapeXml } from './xml';
import { packZip } from './zip';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const WIDTHS = [7, 30, 28, 28, 28, 26, 24, 24, 30];
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Places in the list of styles below. */
const STYLE = { PLAIN: 0, TEXT: 1, HEAD: 2, GROUP: 3 } as const;
/** Title, subtitle, and two rows of header; the table begins after them. */
const HEADER_ROWS = 4;

export function writeXlsx(document: MatrixDocument): Buffer {
  return packZip([
    contentTypes([
      ['/xl/workbook.xml', `${SHEET}.sheet.main+xml`],
      ['/xl/worksheets/sheet1.xml', `${SHEET}.worksheet+xml`],
      ['/xl/styles.xml', `${SHEET}.styles+xml`],
    ]),
    relations('_rels/.rels', [
      ['officeDocument', 'xl/workbook.xml'],
      ['custom-properties', 'docProps/custom.xml'],
    ]),
    relations('xl/_rels/workbook.xml.rels', [
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    partOf('xl/workbook.xml', WORKBOOK),
    partOf('xl/worksheets/sheet1.xml', sheet(document)),
    partOf('xl/styles.xml', STYLES),
    customProperties(document),
  ]);
}

interface Line {
  readonly cells: readonly string[];
  readonly style: number;
}

function sheet(document: MatrixDocument): string {
  const { title, subtitle, columns, rows, simulated } = document;
  const bands = columns.map(({ band }, index) => (columns[index - 1]?.band.vi === band.vi ? '' : band.vi));
  const titles = columns.map(({ title: name, question }) =>
    question ? `${name.vi}\n(${question})` : name.vi,
  );
  const lines: Line[] = [
    { cells: [title], style: STYLE.PLAIN },
    { cells: [simulated ? `${subtitle} · DỮ LIỆU MÔ PHỎNG` : subtitle], style: STYLE.PLAIN },
    { cells: ['STT', 'NỘI DUNG', ...bands], style: STYLE.HEAD },
    { cells: ['', '', ...titles], style: STYLE.HEAD },
    ...rows.map((row) =>
      row.kind === 'GROUP'
        ? { cells: [row.code, row.title, ...columns.map(() => '')], style: STYLE.GROUP }
        : {
            cells: [row.printedNo, row.title, ...row.cells.map((cell) => (cell.covered ? '' : cell.text))],
            style: STYLE.TEXT,
          },
    ),
  ];
  const merged = mergesOf(document, bands);
  return `<worksheet ${MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
<cols>${WIDTHS.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>
<sheetData>${lines.map(line).join('')}</sheetData>
<mergeCells count="${merged.length}">${merged.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>
<pageMargins left="0.6" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>
<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>
<headerFooter><oddFooter>&amp;C${simulated ? 'DỮ LIỆU MÔ PHỎNG · ' : ''}${escapeXml(document.assessmentId)} · &amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
}

/** Inline strings: text stays text, whatever it begins with, and is never run as a formula. */
function line({ cells, style }: Line, index: number): string {
  const written = cells.map((text, place) => {
    const head = `<c r="${letter(place)}${index + 1}" s="${style}"`;
    return text === ''
      ? `${head}/>`
      : `${head} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  });
  return `<row r="${index + 1}">${written.join('')}</row>`;
}

function mergesOf({ rows, columns }: MatrixDocument, bands: readonly string[]): string[] {
  const merges = ['A3:A4', 'B3:B4'];
  for (const [index, band] of bands.entries()) {
    const next = bands.findIndex((other, place) => place > index && other !== '');
    const last = (next < 0 ? columns.length : next) - 1;
    if (band !== '' && last > index) merges.push(`${letter(index + 2)}3:${letter(last + 2)}3`);
  }
  for (const [index, row] of rows.entries()) {
    const at = index + HEADER_ROWS + 1;
    if (row.kind === 'GROUP') merges.push(`B${at}:${letter(columns.length + 1)}${at}`);
    else
      for (const [place, { span }] of row.cells.entries()) {
        if (span > 1) merges.push(`${letter(place + 2)}${at}:${letter(place + 2)}${at + span - 1}`);
      }
  }
  return merges;
}

/** Nine columns: A to I. */
const letter = (place: number): string => String.fromCharCode(65 + place);

const WORKBOOK = `<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Ma tran" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Ma tran'!$3:$4</definedName></definedNames></workbook>`;
const FONT = (bold: string) => `<font>${bold}<sz val="10"/><name val="Times New Roman"/></font>`;
const BORDER = `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('')}</border>`;
const look = (font: number, border: number, align: string) =>
  `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment wrapText="1" vertical="top"${align}/></xf>`;
const STYLES = `<styleSheet ${MAIN}><fonts count="2">${FONT('')}${FONT('<b/>')}</fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="2"><border/>${BORDER}</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf fontId="1"/>${look(0, 1, '')}${look(1, 1, ' horizontal="center"')}${look(1, 1, '')}</cellXfs></styleSheet>`;
