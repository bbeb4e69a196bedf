/** Writes the matrix as a Word document in the layout of the official one: A4 landscape, bands, repeated header, merged cells. */
import { type DocumentRow, type MatrixDocument } from '../domain/matrix/matrix-document';
import { contentTypes, customProperties, partOf, relations } from './office-parts';
import { escapeXml } from './xml';
import { packZip } from './zip';

/** Widths in twentieths of a point; they add up to the text width of A4 landscape. */
const WIDTHS = [700, 2300, 1800, 1800, 1800, 1700, 1500, 1500, 1850];
const SIMULATED = 'DỮ LIỆU MÔ PHỎNG';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export function writeDocx(document: MatrixDocument): Buffer {
  return packZip([
    contentTypes([
      ['/word/document.xml', `${WORD}.document.main+xml`],
      ['/word/styles.xml', `${WORD}.styles+xml`],
      ['/word/footer1.xml', `${WORD}.footer+xml`],
    ]),
    relations('_rels/.rels', [
      ['officeDocument', 'word/document.xml'],
      ['custom-properties', 'docProps/custom.xml'],
    ]),
    relations('word/_rels/document.xml.rels', [
      ['styles', 'styles.xml'],
      ['footer', 'footer1.xml'],
    ]),
    partOf('word/document.xml', body(document)),
    partOf('word/styles.xml', STYLES),
    partOf('word/footer1.xml', footer(document)),
    customProperties(document),
  ]);
}

function body({ title, subtitle, columns, rows }: MatrixDocument): string {
  const heading =
    paragraph(title, { bold: true, centred: true, size: 28 }) + paragraph(subtitle, { centred: true });
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const bands = [...new Set(columns.map((column) => column.band.vi))].map((band) => ({
    text: band,
    columns: columns.filter((column) => column.band.vi === band).length,
  }));
  const head = { bold: true, centred: true } as const;
  const firstHead = [
    cell('STT', { ...head, width: WIDTHS[0], down: 'restart' }),
    cell('NỘI DUNG', { ...head, width: WIDTHS[1], down: 'restart' }),
    ...bands.map((band) => cell(band.text, { ...head, across: band.columns })),
  ];
  const secondHead = [
    cell('', { width: WIDTHS[0], down: 'continue' }),
    cell('', { width: WIDTHS[1], down: 'continue' }),
    ...columns.map(({ title: name, question }, index) =>
      cell(question === '' ? name.vi : `${name.vi}\n(${question})`, { ...head, width: WIDTHS[index + 2] }),
    ),
  ];
  const table = [row(firstHead, true), row(secondHead, true), ...rows.map(tableRow)].join('');
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>
<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  return `<w:document ${W} ${R}><w:body>${heading}<w:tbl><w:tblPr><w:tblW w:w="14950" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr>
<w:tblGrid>${grid}</w:tblGrid>${table}</w:tbl>${paragraph('')}${section}</w:body></w:document>`;
}

function tableRow(entry: DocumentRow): string {
  if (entry.kind === 'GROUP') {
    return row([
      cell(entry.code, { bold: true, centred: true, width: WIDTHS[0] }),
      cell(entry.title, { bold: true, across: WIDTHS.length - 1 }),
    ]);
  }
  return row([
    cell(entry.printedNo, { centred: true, width: WIDTHS[0] }),
    cell(entry.title, { width: WIDTHS[1] }),
    ...entry.cells.map(({ text, span, covered }, index) =>
      cell(covered ? '' : text, {
        width: WIDTHS[index + 2],
        ...(covered ? { down: 'continue' } : span > 1 ? { down: 'restart' } : {}),
      }),
    ),
  ]);
}

interface Look {
  readonly bold?: boolean;
  readonly centred?: boolean;
  /** Half points. */
  readonly size?: number;
  readonly width?: number | undefined;
  readonly across?: number;
  readonly down?: 'restart' | 'continue';
}

function row(cells: readonly string[], isHeader = false): string {
  return `<w:tr><w:trPr>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

function cell(text: string, look: Look): string {
  const width = look.width === undefined ? '' : `<w:tcW w:w="${look.width}" w:type="dxa"/>`;
  const across = look.across === undefined ? '' : `<w:gridSpan w:val="${look.across}"/>`;
  const down = look.down === undefined ? '' : `<w:vMerge w:val="${look.down}"/>`;
  return `<w:tc><w:tcPr>${width}${across}${down}</w:tcPr>${text
    .split('\n')
    .map((line) => paragraph(line, look))
    .join('')}</w:tc>`;
}

function paragraph(text: string, { bold, centred, size }: Look = {}): string {
  const style = `${bold ? '<w:b/>' : ''}${size === undefined ? '' : `<w:sz w:val="${size}"/>`}`;
  const run =
    text === '' ? '' : `<w:r><w:rPr>${style}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `<w:p><w:pPr>${centred ? '<w:jc w:val="center"/>' : ''}</w:pPr>${run}</w:p>`;
}

const inVietnam = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
});

function footer({ assessmentId, simulated, takenAt }: MatrixDocument): string {
  const text = [
    simulated ? SIMULATED : '',
    `Hub06 · ${assessmentId} · ${inVietnam.format(new Date(takenAt))}`,
  ]
    .filter(Boolean)
    .join(' · ');
  return `<w:ftr ${W}>${paragraph(text, { centred: true, bold: simulated })}</w:ftr>`;
}

const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')}</w:tblBorders>`;
const STYLES = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="20"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
