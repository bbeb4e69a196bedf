/** Changes one thing of a cell: its prose, its declared status, its tags, its owner or its flag; the version before is kept. */
import { type PoolClient } from 'pg';
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { type Actor } from '../../domain/actor';
import { readClaim } from '../../domain/matrix/cell-claim';
import { writeCellKey, type CellKey } from '../../domain/matrix/cell-key';
import { type CellStatus } from '../../domain/matrix/matrix-status';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';
import { lockCell, signChanges, type LockedCell } from './lock-cell';

export type CellChange =
  | { readonly change: 'TEXT'; readonly text: string | null; readonly reason: string | null }
  | { readonly change: 'STATUS'; readonly status: CellStatus; readonly reason: string }
  /** The declaration is taken back, so that rules may speak again. */
  | { readonly change: 'STATUS_WITHDRAWN'; readonly reason: string }
  | { readonly change: 'TAGS'; readonly tags: readonly string[] }
  | { readonly change: 'OWNER'; readonly ownerCode: string | null }
  | { readonly change: 'FOLLOW_UP'; readonly followUp: boolean };

export function editCell(
  db: DataSource,
  actor: Actor,
  key: CellKey,
  /** What the actor saw. Null where it does not matter. */
  version: number | null,
  change: CellChange,
): Promise<{ cell: CellKey } | Refusal> {
  return inTransaction(db, async ({ client }) => {
    const cell = await lockCell(client, actor, key, version);
    if (isRefusal(cell)) return cell;
    const reason = 'reason' in change ? (change.reason?.trim() ?? null) : null;
    await signChanges(client, actor, reason);
    const refusal = await applyChange(client, key, cell, change);
    if (refusal) return refusal;
    await insertAuditEntry(client, {
      actor,
      action: `cell.${change.change.toLowerCase()}`,
      subject: `cell:${writeCellKey(key)}`,
      detail: { before: cell.version },
    });
    return { cell: key };
  });
}

/** On a cell that is locked already, in a transaction that is signed. Null when it went well. */
export async function applyChange(
  client: PoolClient,
  key: CellKey,
  cell: LockedCell,
  change: CellChange,
): Promise<Refusal | null> {
  switch (change.change) {
    case 'TEXT':
      return writeText(client, key, cell, change.text);
    case 'STATUS':
      if (change.reason.trim() === '') return refuse('REASON_REQUIRED');
      await set(
        client,
        key,
        `status = $4, status_source = 'DECLARED', status_rule = null, status_reason = $5,
        status_at = clock_timestamp()`,
        [change.status, change.reason.trim()],
      );
      return null;
    case 'STATUS_WITHDRAWN':
      if (change.reason.trim() === '') return refuse('REASON_REQUIRED');
      await set(
        client,
        key,
        `status = 'NOT_ASSESSED', status_source = 'NONE', status_rule = null, status_reason = null,
        status_at = clock_timestamp()`,
        [],
      );
      return null;
    case 'TAGS':
      if (change.tags.some((tag) => !cell.criteria.includes(tag))) return refuse('TAG_NOT_IN_COLUMN');
      await set(client, key, 'tags = $4', [cell.criteria.filter((tag) => change.tags.includes(tag))]);
      return null;
    case 'OWNER':
      return writeOwner(client, key, change.ownerCode);
    case 'FOLLOW_UP':
      await set(client, key, 'follow_up = $4', [change.followUp]);
      return null;
  }
}

/** What the reader of the document noted speaks of the old words; it stays with them in the revision. */
async function writeText(
  client: PoolClient,
  key: CellKey,
  cell: LockedCell,
  written: string | null,
): Promise<Refusal | null> {
  if (cell.textState === 'MERGED') return refuse('CELL_MERGED');
  const { textState, text } = readClaim(written);
  await set(
    client,
    key,
    `text_state = $4, text = $5, printed = null, corrected = '{}', needs_review = false, note = null`,
    [textState, text],
    'and (text_state, text) is distinct from ($4, $5)',
  );
  return null;
}

async function writeOwner(client: PoolClient, key: CellKey, code: string | null): Promise<Refusal | null> {
  if (code !== null) {
    const known = await client.query('select from agency where code = $1', [code]);
    if (known.rowCount === 0) return refuse('AGENCY_NOT_FOUND');
  }
  await set(client, key, 'owner_code = $4', [code]);
  return null;
}

/** `assignments` are ours, with values from $4 on. */
async function set(
  client: PoolClient,
  { assessmentId, itemPath, columnCode }: CellKey,
  assignments: string,
  values: readonly unknown[],
  condition = '',
): Promise<void> {
  await client.query(
    `update matrix_cell set ${assignments}
     where assessment_id = $1 and item_path = $2 and column_code = $3 ${condition}`,
    [assessmentId, itemPath, columnCode, ...values],
  );
}
