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
}

const COLUMNS = `id, name, locality_code as "localityCode", state, headers, mapping, encodings,
  json_build_object('format', format, 'fileEncoding', file_encoding, 'sheet', sheet, 'headerLine', header_line,
    'firstLine', first_line, 'mappingSource', mapping_source) as source,
  json_build_object('physical', physical_rows, 'accepted', accepted_rows, 'rejected', rejected_rows) as rows,
  created_at as "createdAt"`;

/** Newest first. `localityCode` null means every locality. */
export function listDatasets(
  db: DataSource,
  scope: { readonly localityCode: string | null },
  first: number,
): Promise<DatasetRow[]> {
  return db.query(
    `select ${COLUMNS} from dataset where $1::text is null or locality_code = $1
     order by created_at desc, id desc limit $2`,
    [scope.localityCode, first],
  );
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
