/** `PUT /uploads/:id`: takes in the bytes of an announced file as they come, for whoever holds its token or its owner's key. */
import { type Request, type RequestHandler } from 'express';
import { type DataSource } from 'typeorm';
import { findUploadOwner } from '../../db/queries/find-upload-owner';
import { Role } from '../../domain/actor';
import { isRefusal, REFUSALS, type RefusalCode } from '../../domain/refusal';
import { isUploadSigned } from '../../services/keys/hub-secret';
import { receiveUpload, UploadTooLarge } from '../../services/datasets/receive-upload';
import { type Hub } from '../context';
import { knownId } from '../cursor';
import { ClientError } from '../errors';
import { callerOf, requireHolder } from './caller';
import { type Gate } from './gate';
import { LARGEST_UPLOAD, UPLOAD_TOKEN_HEADER } from './largest-upload';

/** A sender that stays silent for so long has gone. Milliseconds. */
const LONGEST_SILENCE = 30_000;

const STATUS: Partial<Record<RefusalCode, number>> = {
  UPLOAD_NOT_FOUND: 404,
  UPLOAD_EXPIRED: 410,
  UPLOAD_ALREADY_USED: 409,
};

/** `files` is a pool of its own: a file holds its connection until the last byte is in. */
export function takeUploads(hub: Hub, files: DataSource, gate: Gate): RequestHandler {
  return async (request, response) => {
    const uploadId = knownId(String(request.params.id));
    await requireRight(hub, request, uploadId);
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_UPLOAD)
      throw new ClientError('PAYLOAD_TOO_LARGE');
    request.setTimeout(LONGEST_SILENCE);
    const received = await gate.pass(() => receive(files, uploadId, request));
    const { language, requestId } = callerOf(request);
    if (!isRefusal(received)) return void response.status(201).json(received);
    const { refused: code } = received;
    if (!request.complete) response.set('connection', 'close');
    response.status(STATUS[code] ?? 409).json({ code, message: REFUSALS[code][language], requestId });
  };
}

async function requireRight(hub: Hub, request: Request, uploadId: string): Promise<void> {
  const token = request.get(UPLOAD_TOKEN_HEADER);
  if (token !== undefined && isUploadSigned(hub.secret, uploadId, token, new Date())) return;
  const holder = requireHolder(request, Role.OPERATOR);
  const owner = await findUploadOwner(hub.db, uploadId);
  if (owner !== null && owner !== holder.id && holder.role !== Role.ADMIN) throw new ClientError('FORBIDDEN');
}

async function receive(files: DataSource, uploadId: string, request: Request) {
  try {
    return await receiveUpload(files, { uploadId, body: request, maxBytes: LARGEST_UPLOAD });
  } catch (error) {
    throw error instanceof UploadTooLarge ? new ClientError('PAYLOAD_TOO_LARGE') : error;
  }
}
