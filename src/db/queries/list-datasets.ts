/** Datasets as a caller may see them: names, counts and columns, never a row of a person. */
import { type DataSource } from 'typeorm';
import { type ColumnMapping } from '../../domain/table/column-mapping';
import { type EncodingGuess } from '../../domain/encoding/detect-encoding';

export interface DatasetRow {
  readonly id: string;
  readonly name: string;
  readonly localityCode: string;
  readonly state: 'IMPORTING' | 'READY' | 'FAILED';
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping;
  readonly rows: {
    readonly physical: number | null;
    readonly accepted: number | null;
    readonly rejected: number | null;
  };
  readonly encodings: readonly EncodingGuess[];
  readonly source: object;
  readonly createdAt: Date;
  /** `createdAt` to the microsecond, which a Date cannot hold: what a cursor needs. */
  readonly createdAtText: string;
}

const COLUMNS = `id, name, locality_code as "localityCode", state, headers, mapping, encodings,
  json_build_object('format', format, 'fileEncoding', file_encoding, 'sheet', sheet, 'headerLine', header_line,
    'firstLine', first_line, 'mappingSource', mapping_source) as source,
  json_build_object('physical', physical_rows, 'accepted', accepted_rows, 'rejected', rejected_rows) as rows,
  created_at as "createdAt", created_at::text as "createdAtText"`;

/** Newest first, one more than `first` when there are more. `localityCode` null means every locality. */
export function listDatasets(
  db: DataSource,
  scope: { readonly localityCode: string | null },
  page: {
    readonly first: number;
    /** The last one already seen. */
    readonly after: Pick<DatasetRow, 'createdAtText' | 'id'> | null;
  },
): Promise<DatasetRow[]> {
  return db.query(
    `select ${COLUMNS} from dataset where ($1::text is null or locality_code = $1)
       and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::uuid))
     order by created_at desc, id desc limit $2`,
    [scope.localityCode, page.first + 1, page.after?.createdAtText ?? null, page.after?.id ?? null],
  );
}

export async function countDatasets(
  db: DataSource,
  scope: { readonly localityCode: string | null },
): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'select count(*)::int as count from dataset where $1::text is null or locality_code = $1',
    [scope.localityCode],
  );
  return row?.count ?? 0;
}

export function listDatasetsById(
  db: DataSource,
  scope: { readonly localityCode: string | null },
  ids: readonly string[],
): Promise<DatasetRow[]> {
  return db.query(
    `select ${COLUMNS} from dataset where id = any($2::uuid[]) and ($1::text is null or locality_code = $1)`,
    [scope.localityCode, ids],
  );
}
