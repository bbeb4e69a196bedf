/** What the reader has said about how to read a file, and what the hub is asked because of it. */
import {
  type ColumnMappingInput,
  type ReadingInput,
  type ResidentField,
  type TextEncoding,
  type UploadPreviewQuery,
} from '../../../generated/types';

export type Preview = Extract<UploadPreviewQuery['uploadPreview'], { __typename: 'UploadPreview' }>;
export type PreviewColumn = Preview['columns'][number];

export interface Wishes {
  readonly headerLine: number | null;
  readonly sheet: string | null;
  /** By header. */
  readonly encodings: Readonly<Record<string, TextEncoding>>;
  /** By header; null leaves the column out. */
  readonly fields: Readonly<Record<string, ResidentField | null>>;
}

export const NO_WISHES: Wishes = { headerLine: null, sheet: null, encodings: {}, fields: {} };

export function readingOf({ headerLine, sheet, encodings }: Wishes): ReadingInput {
  const columnEncodings = Object.entries(encodings).map(([header, encoding]) => ({ header, encoding }));
  return {
    ...(headerLine !== null && { headerLine }),
    ...(sheet !== null && { sheet }),
    ...(columnEncodings.length > 0 && { columnEncodings }),
  };
}

export function fieldOf(column: PreviewColumn, { fields }: Wishes): ResidentField | null {
  const wished = fields[column.header];
  return wished === undefined ? column.field : wished;
}

/** Null where the hub's own mapping stands. */
export function mappingOf(columns: readonly PreviewColumn[], wishes: Wishes): ColumnMappingInput | null {
  if (Object.keys(wishes.fields).length === 0) return null;
  const mapping: ColumnMappingInput = {};
  for (const column of columns) {
    const field = fieldOf(column, wishes);
    if (field !== null) mapping[field] = column.header;
  }
  return mapping;
}

/** A field that moves to another column leaves the one that had it. */
export function withField(
  wishes: Wishes,
  columns: readonly PreviewColumn[],
  header: string,
  field: ResidentField | null,
): Wishes {
  const fields = { ...wishes.fields, [header]: field };
  for (const column of columns) {
    if (field !== null && column.header !== header && fieldOf(column, wishes) === field)
      fields[column.header] = null;
  }
  return { ...wishes, fields };
}
