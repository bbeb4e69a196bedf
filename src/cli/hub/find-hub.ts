/** Settles which hub to speak to and with which key, from the command line or from the hub that runs on this machine. */
import { type Config } from '../../config';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { findRunningHub } from '../up/running-hub';
import { findSandboxKeys } from '../up/sandbox-keys';
import { answersWell } from './answers-well';
import { unreachable, type HubAddress } from './hub-client';

/** @throws Failure when the address is none, or when no key is known although the hub is there. */
export async function findHub(config: Config, given: { url?: string; key?: string }): Promise<HubAddress> {
  const url = checkUrl(given.url ?? findRunningHub(config.dataDir)?.url ?? `http://localhost:${config.port}`);
  const key = given.key ?? findSandboxKeys(config.dataDir)?.operator;
  if (key) return { url, key };
  // Without a hub there is no key either: the first trouble is the one to tell.
  if (!(await answersWell(new URL('/livez', url).href, 3_000))) throw unreachable(url, '');
  throw new Failure(ExitCode.USAGE, {
    vi: `Cần khóa: hãy thêm --key, hoặc đặt HUB_DATA_DIR tới thư mục dữ liệu của hub (không có khóa trong ${config.dataDir}).`,
    en: `A key is needed: give --key, or set HUB_DATA_DIR to the hub's data folder (there is none in ${config.dataDir}).`,
  });
}

function checkUrl(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.protocol === 'http:' || parsed.protocol === 'https:') return parsed.origin;
  } catch {
    // Falls through to the sentence below.
  }
  throw new Failure(ExitCode.USAGE, {
    vi: `--url phải là một địa chỉ http:// hoặc https://, không phải "${url}".`,
    en: `--url must be an http:// or https:// address, not "${url}".`,
  });
}
