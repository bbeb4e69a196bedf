/** Announces a file on its way in: reserves an id for its bytes, which never travel through GraphQL. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { Upload } from '../../db/entities/upload.entity';
import { type Actor } from '../../domain/actor';
import { inTransaction } from '../in-transaction';

const HOURS_TO_ARRIVE = 24;

export interface AnnouncedUpload {
  readonly id: string;
  readonly expiresAt: Date;
}

export function announceUpload(
  db: DataSource,
  actor: Actor,
  file: { readonly filename: string; readonly bytes: number },
): Promise<AnnouncedUpload> {
  return inTransaction(db, async ({ manager, client }) => {
    const upload = await manager.save(
      manager.create(Upload, {
        filename: file.filename,
        announcedBytes: String(file.bytes),
        createdById: actor.keyId,
        expiresAt: new Date(Date.now() + HOURS_TO_ARRIVE * 3_600_000),
      }),
    );
    await insertAuditEntry(client, {
      actor,
      action: 'upload.announce',
      subject: `upload:${upload.id}`,
      detail: { bytes: file.bytes },
    });
    return { id: upload.id, expiresAt: upload.expiresAt };
  });
}
