/** Shows how a received file would be understood, to whoever sent it, before anything is made of it. */
import { type DataSource } from 'typeorm';
import { Upload } from '../../db/entities/upload.entity';
import { Role, type Actor } from '../../domain/actor';
import { mapColumns, type Field } from '../../domain/table/column-mapping';
import { decodeText, TextEncoding } from '../../domain/encoding/text-encoding';
import { Sign, spreadsheetDamage } from '../../domain/profile/profile-column';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { readTable, viewTable, type TableView, type TableWishes } from '../../domain/table/table-reading';
import { inTransaction } from '../in-transaction';
import { readUploadHead, type UploadHead } from './read-upload-head';

export interface PreviewRequest extends TableWishes {
  readonly uploadId: string;
  readonly sheet?: string;
}

export interface ColumnPreview {
  readonly header: string;
  readonly field: Field | null;
  readonly encoding: TextEncoding;
  readonly confidence: number;
  readonly samples: readonly { readonly before: string; readonly after: string }[];
  /** Damage among the first rows. */
  readonly signs: readonly { readonly sign: Sign; readonly rows: number }[];
}

export interface UploadView extends Omit<UploadHead, 'rows'> {
  readonly headerLine: number;
  readonly firstLine: number;
  readonly columns: readonly ColumnPreview[];
  /** Why it cannot be made a dataset as it stands; null when it can. */
  readonly problem: string | null;
}

const SAMPLES = 3;

export async function previewUpload(
  db: DataSource,
  actor: Actor,
  request: PreviewRequest,
): Promise<UploadView | Refusal> {
  const head = await inTransaction(db, async ({ manager, client }) => {
    const upload = await manager.findOneBy(Upload, { id: request.uploadId });
    const mine = upload?.createdById === actor.keyId || actor.role === Role.ADMIN;
    if (!upload || !mine) return refuse('UPLOAD_NOT_FOUND');
    if (upload.state === 'IMPORTED') return refuse('UPLOAD_ALREADY_USED');
    if (upload.state === 'ANNOUNCED') return refuse('UPLOAD_INCOMPLETE');
    const read = await readUploadHead(client, upload, request.sheet);
    return typeof read === 'string' ? refuse(read) : read;
  });
  if (isRefusal(head)) return head;
  const view = viewTable(head.rows, head.singleByte, request);
  if (view === null) return refuse('EMPTY_FILE');
  const table = readTable(head.rows, head.singleByte, request);
  const { headerLine, firstLine } = view.head;
  return {
    ...head,
    headerLine,
    firstLine,
    columns: describeColumns(view),
    problem: 'problem' in table ? table.problem : null,
  };
}

function describeColumns({ head, encodings, rows }: TableView): ColumnPreview[] {
  const mapped = mapColumns(head.headers);
  const fields = new Map(
    'mapping' in mapped
      ? Object.entries(mapped.mapping).map(([field, index]) => [index, field as Field])
      : [],
  );
  return head.headers.map((header, index) => {
    const { encoding, confidence } = encodings[index]!;
    const cells = rows.map(({ cells: row }) => row[index] ?? '');
    const field = fields.get(index) ?? null;
    const samples = takeSamples(cells, encoding);
    return { header, field, encoding, confidence, samples, signs: countDamage(cells, field) };
  });
}

function countDamage(cells: readonly string[], field: Field | null): ColumnPreview['signs'] {
  const found = cells.map((cell) => spreadsheetDamage(cell.trim(), field));
  return [Sign.ZEROS_LOST, Sign.SCIENTIFIC_NOTATION]
    .map((sign) => ({ sign, rows: found.filter((one) => one === sign).length }))
    .filter(({ rows }) => rows > 0);
}

/** Different cells that the encoding changes: where there is nothing to decide, no cell is shown. */
function takeSamples(cells: readonly string[], encoding: TextEncoding): { before: string; after: string }[] {
  if (encoding === TextEncoding.UNICODE) return [];
  const samples: { before: string; after: string }[] = [];
  for (const before of new Set(cells)) {
    const after = decodeText(before, encoding);
    if (after !== null && after !== before) samples.push({ before, after });
    if (samples.length === SAMPLES) break;
  }
  return samples;
}
