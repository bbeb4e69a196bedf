/** Checks the machine: Node, user, data folder, disk, ports, and what the build should have left. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config } from '../../config';
import { PROJECT_ROOT } from '../../project-root';
import { findRunAs } from '../postgres/run-as';
import { getPostgresBinaries } from '../postgres/binaries';
import { findFreeBytes, LEAST_FREE_BYTES } from '../up/data-folder';
import { findPortTrouble } from '../up/free-ports';
import { findRunningHub } from '../up/running-hub';
import { ok, warning, wrong, type Finding } from './finding';

export function checkNode(version = process.versions.node): Finding {
  const [major = 0] = version.split('.').map(Number);
  const text = { vi: `Node.js ${version}`, en: `Node.js ${version}` };
  if ([20, 22, 24].includes(major)) return ok('node', text);
  return warning('node', text, {
    vi: 'Hub06 được kiểm thử trên Node.js 20, 22 và 24; nên dùng một trong các bản đó.',
    en: 'Hub06 is tested on Node.js 20, 22 and 24; one of these is the better choice.',
  });
}

export function checkUser(config: Config): Finding {
  if (process.getuid?.() !== 0)
    return ok('user', { vi: 'Chạy bằng người dùng thường', en: 'Runs as an ordinary user' });
  const text = { vi: 'Đang chạy bằng root', en: 'Runs as root' };
  if (config.databaseUrl) {
    return warning('user', text, {
      vi: 'Nên chạy bằng một người dùng thường.',
      en: 'An ordinary user is the better choice.',
    });
  }
  try {
    const user = findRunAs()?.user ?? '';
    return warning('user', text, {
      vi: `PostgreSQL không chạy bằng root nên sẽ chạy bằng "${user}". Nên dùng một người dùng thường.`,
      en: `PostgreSQL refuses root and will run as "${user}". An ordinary user is the better choice.`,
    });
  } catch (error) {
    const advice = (error as Error).message;
    return wrong('user', text, { vi: advice, en: advice });
  }
}

export function checkPostgresPrograms(config: Config): Finding | null {
  if (config.databaseUrl) return null;
  try {
    const { postgres } = getPostgresBinaries();
    if (!existsSync(postgres))
      throw new Error(`${postgres} is missing: run \`npm ci\` again, or set DATABASE_URL.`);
    return ok('postgres-programs', {
      vi: 'PostgreSQL nhúng có sẵn cho máy này',
      en: 'An embedded PostgreSQL is packaged for this machine',
    });
  } catch (error) {
    const advice = (error as Error).message;
    const text = { vi: 'Không có PostgreSQL nhúng', en: 'No embedded PostgreSQL' };
    return wrong('postgres-programs', text, { vi: advice, en: advice });
  }
}

export function checkDataFolder(config: Config): Finding {
  const { dataDir } = config;
  const text = { vi: `Thư mục dữ liệu ${dataDir}`, en: `Data folder ${dataDir}` };
  try {
    accessSync(nearestExisting(dataDir), constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return wrong('data-folder', text, {
      vi: `Không ghi được (${code}). Hãy đặt HUB_DATA_DIR tới thư mục mà bạn được ghi.`,
      en: `Not writable (${code}). Set HUB_DATA_DIR to a folder that you may write to.`,
    });
  }
  return checkRoom(text, findFreeBytes(nearestExisting(dataDir)));
}

function checkRoom(text: { vi: string; en: string }, free: number): Finding {
  const gigabytes = (free / 1e9).toFixed(1);
  const advice = {
    vi: `Chỉ còn ${gigabytes} GB trống. Hãy giải phóng dung lượng hoặc đặt HUB_DATA_DIR sang ổ khác.`,
    en: `Only ${gigabytes} GB are free. Make room, or set HUB_DATA_DIR to another disk.`,
  };
  if (free < LEAST_FREE_BYTES) return wrong('data-folder', text, advice);
  if (free < 2e9) return warning('data-folder', text, advice);
  return ok('data-folder', text);
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

/** A hub that runs here holds its ports rightly. */
export async function checkPorts(config: Config): Promise<Finding[]> {
  const running = findRunningHub(config.dataDir);
  if (running) {
    return [
      ok('hub', {
        vi: `Hub đang chạy tại ${running.url} (tiến trình ${running.pid})`,
        en: `A hub runs at ${running.url} (process ${running.pid})`,
      }),
    ];
  }
  return [
    await checkPort('PORT', config.port, config.host),
    await checkPort('SIMULATOR_PORT', config.simulatorPort, '127.0.0.1'),
  ];
}

async function checkPort(variable: string, port: number, host: string): Promise<Finding> {
  const check = variable.toLowerCase().replace('_', '-');
  const trouble = port === 0 ? null : await findPortTrouble(port, host);
  const text = { vi: `Cổng ${port} (${variable})`, en: `Port ${port} (${variable})` };
  if (!trouble) return ok(check, text);
  return wrong(check, text, {
    vi: `Không dùng được (${trouble}). Hãy đặt ${variable} sang cổng khác hoặc tắt chương trình đang dùng nó.`,
    en: `Not to be had (${trouble}). Set ${variable} to another port, or stop the program that has it.`,
  });
}

export function checkWeb(): Finding {
  const text = { vi: 'Giao diện web', en: 'Web pages' };
  if (existsSync(join(PROJECT_ROOT, 'web', 'dist', 'index.html'))) return ok('web', text);
  return warning('web', text, {
    vi: 'Chưa được dựng. Hãy chạy: npm run build',
    en: 'Not built yet. Run: npm run build',
  });
}
