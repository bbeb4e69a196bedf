/** Imports a CSV file of observations: every row is taken or refused by line and reason, and a dry run writes nothing. */
import { type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { type Actor } from '../../domain/actor';
import { readCsvFormat } from '../../domain/table/csv-format';
import { CsvReader, type RejectionCode } from '../../domain/table/csv-reader';
import { type IndicatorUnit } from '../../domain/indicator/indicator-score';
import {
  OBSERVATION_COLUMNS,
  readObservation,
  REQUIRED_COLUMNS,
  type KnownCodes,
  type ObservationColumn,
  type ObservationRefusal,
  type ObservationRow,
} from '../../domain/indicator/observation-row';
import { createFileDecoder } from '../../domain/encoding/file-encoding';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';
import { recordObservations } from './record-observations';
import { takeSmallUpload } from '../datasets/take-small-upload';

export interface ObservationImport {
  /** Rows of the file, the header left out: accepted + rejected, always. */
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Of the accepted, those that were not known yet. */
  readonly added: number;
  readonly rejections: readonly {
    readonly line: number;
    readonly code: ObservationRefusal | RejectionCode;
  }[];
}

export function importObservations(
  db: DataSource,
  actor: Actor,
  wanted: { readonly uploadId: string; readonly dryRun: boolean },
  now: number,
): Promise<ObservationImport | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const bytes = await takeSmallUpload(client, actor, wanted.uploadId, { keep: wanted.dryRun });
    if (isRefusal(bytes)) return bytes;
    const read = readFile(bytes, await listKnownCodes(client, actor, now));
    if (isRefusal(read)) return read;
    const { accepted, rejections } = read;
    const counts = {
      rows: accepted.length + rejections.length,
      accepted: accepted.length,
      rejected: rejections.length,
    };
    if (wanted.dryRun) return { ...counts, added: 0, rejections };
    const added = await recordObservations(
      client,
      accepted.map((row) => ({ ...row, runId: null, source: 'csv' })),
    );
    await insertAuditEntry(client, {
      actor,
      action: 'observations.import',
      subject: `upload:${wanted.uploadId}`,
      detail: { ...counts, added },
    });
    return { ...counts, added, rejections };
  });
}

function readFile(bytes: Buffer, known: KnownCodes) {
  const format = readCsvFormat(bytes);
  if (typeof format === 'string') return refuse(format);
  const headers = (format.rows[0]?.cells ?? []).map((header) => header.trim().toLowerCase());
  if (REQUIRED_COLUMNS.some((column) => !headers.includes(column)))
    return refuse('OBSERVATION_COLUMNS_MISSING');
  const places = OBSERVATION_COLUMNS.flatMap((column): [ObservationColumn, number][] => {
    const place = headers.indexOf(column);
    return place < 0 ? [] : [[column, place]];
  });
  const accepted: ObservationRow[] = [];
  const rejections: { line: number; code: ObservationRefusal | RejectionCode }[] = [];
  const reader = new CsvReader(format.delimiter, format.newline, {
    row: ({ line, cells }) => {
      if (line === 1) return;
      const row = readObservation(
        Object.fromEntries(places.map(([column, place]) => [column, cells[place] ?? ''])),
        known,
      );
      if (typeof row === 'string') rejections.push({ line, code: row });
      else accepted.push(row);
    },
    rejected: (rejection) => rejections.push(rejection),
  });
  const decoder = createFileDecoder(format.fileEncoding);
  reader.push(decoder.push(bytes) + decoder.end());
  reader.end();
  return { accepted, rejections };
}

async function listKnownCodes(client: PoolClient, actor: Actor, now: number): Promise<KnownCodes> {
  const units = await client.query<{ code: string; unit: IndicatorUnit }>('select code, unit from indicator');
  const localities = await client.query<{ code: string }>(`select code from locality where scheme <> 'VN63'`);
  const periods = await client.query<{ code: string }>('select code from period');
  return {
    units: new Map(units.rows.map((row) => [row.code, row.unit])),
    localities: new Set(localities.rows.map((row) => row.code)),
    periods: new Set(periods.rows.map((row) => row.code)),
    scope: actor.localityCode,
    now,
  };
}
