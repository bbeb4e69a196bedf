/** Readies the data folder: it exists, this user may write to it, and the disk has room for a database. */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';

/** A fresh database takes about 50 MB, and PostgreSQL stops dead when its log finds no room. */
export const LEAST_FREE_BYTES = 200_000_000;

/** Makes the folder and its `logs`. @throws Failure that says what to do. */
export function prepareDataFolder(dataDir: string): void {
  try {
    if (!existsSync(dataDir)) makePrivate(dataDir);
    else letPostgresThrough(dataDir);
    mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotWrite(dataDir, (error as NodeJS.ErrnoException).code ?? 'unknown');
  }
  if (findFreeBytes(dataDir) < LEAST_FREE_BYTES) {
    throw new Failure(ExitCode.FAILED, {
      vi: `Ổ đĩa sắp đầy: ${dataDir} cần ít nhất 200 MB trống. Hãy giải phóng dung lượng hoặc đặt HUB_DATA_DIR sang ổ khác.`,
      en: `The disk is almost full: ${dataDir} needs at least 200 MB. Make room, or set HUB_DATA_DIR to another disk.`,
    });
  }
}

/** Bytes that this user may still write where `folder` lies or will lie; Infinity where the system does not tell. */
export function findFreeBytes(folder: string): number {
  try {
    const disk = statfsSync(existsSync(folder) ? folder : dirname(folder));
    return disk.bavail * disk.bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function makePrivate(dataDir: string): void {
  mkdirSync(dirname(dataDir), { recursive: true });
  // Root hands PostgreSQL to another user, who must be able to pass through, yet not to look around.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  mkdirSync(dataDir, { mode });
  // The umask may have taken bits away.
  chmodSync(dataDir, mode);
}

/** Root's own empty folder, such as `mktemp -d` makes, is opened for passing through; one with other things in it never. */
function letPostgresThrough(dataDir: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, mode } = statSync(dataDir);
  const ours = readdirSync(dataDir).every((entry) => OURS.includes(entry));
  if (uid === 0 && ours) chmodSync(dataDir, (mode & 0o777) | 0o011);
}

const OURS: readonly string[] = ['keys.json', 'logs', 'postgres', 'secret', 'up.json'];

function cannotWrite(dataDir: string, code: string): Failure {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Failure(ExitCode.FAILED, {
      vi: `Ổ đĩa chứa ${dataDir} đã đầy. Hãy giải phóng dung lượng rồi chạy lại.`,
      en: `The disk that holds ${dataDir} is full. Make room and start again.`,
    });
  }
  return new Failure(ExitCode.SETTINGS, {
    vi: `Không ghi được vào thư mục dữ liệu ${dataDir} (${code}). Hãy đặt HUB_DATA_DIR tới thư mục mà bạn được ghi.`,
    en: `Cannot write to the data folder ${dataDir} (${code}). Set HUB_DATA_DIR to a folder that you may write to.`,
  });
}
