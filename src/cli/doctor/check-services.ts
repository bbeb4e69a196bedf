/** Checks the services that the hub stands on: PostgreSQL, the state of its tables, and Redis where it is used. */
import { Client } from 'pg';
import { type Config } from '../../config';
import { createDataSource } from '../../db/data-source';
import { describeError } from '../../error-text';
import { prepareQueue } from '../../jobs/backend';
import { type Log } from '../../log';
import { findEmbeddedUrl } from '../with-database';
import { ok, warning, wrong, type Finding } from './finding';

const OLDEST_POSTGRES = 150_000;

export async function checkDatabase(config: Config): Promise<Finding[]> {
  const url = config.databaseUrl ?? findEmbeddedUrl(config.dataDir);
  if (!url) {
    return [
      ok('database', {
        vi: 'PostgreSQL nhúng sẽ được mở khi hub khởi động (chưa đặt DATABASE_URL)',
        en: 'The embedded PostgreSQL will be opened when the hub starts (DATABASE_URL is not set)',
      }),
    ];
  }
  const server = await checkServer(url);
  return server.state === 'WRONG' ? [server] : [server, await checkMigrations(url)];
}

async function checkServer(url: string): Promise<Finding> {
  const text = { vi: 'PostgreSQL trả lời', en: 'PostgreSQL answers' };
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const shown = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    );
    return judgeServer(shown.rows[0]?.version ?? 0, shown.rows[0]?.encoding ?? '');
  } catch (error) {
    const { code, message } = describeError(error);
    return wrong('database', text, {
      vi: `Không kết nối được (${code ?? message}). Hãy kiểm tra DATABASE_URL và máy chủ đó.`,
      en: `It does not (${code ?? message}). Check DATABASE_URL and that server.`,
    });
  } finally {
    await client.end().catch(() => {});
  }
}

/** `version` as in server_version_num: 170002 is 17.2. */
export function judgeServer(version: number, encoding: string): Finding {
  const shown = `PostgreSQL ${Math.floor(version / 10_000)}, ${encoding}`;
  const text = { vi: shown, en: shown };
  if (version < OLDEST_POSTGRES) {
    return wrong('database', text, {
      vi: 'Cần PostgreSQL 15 trở lên (nên dùng 17 trở lên).',
      en: 'PostgreSQL 15 or newer is needed (17 or newer is better).',
    });
  }
  if (encoding !== 'UTF8') {
    return wrong('database', text, {
      vi: 'Bảng mã phải là UTF8. Hãy tạo lại: create database … encoding UTF8 template template0',
      en: 'The encoding must be UTF8. Create it anew: create database … encoding UTF8 template template0',
    });
  }
  return ok('database', text);
}

async function checkMigrations(url: string): Promise<Finding> {
  const text = { vi: 'Các bảng đúng phiên bản này', en: 'The tables are those of this version' };
  const db = createDataSource({ url, applicationName: 'hub06-doctor', poolSize: 2 });
  try {
    await db.initialize();
    if (!(await db.showMigrations())) return ok('migrations', text);
    return warning('migrations', text, {
      vi: 'Còn bước nâng cấp chưa chạy. Hãy chạy: hub06 migrate',
      en: 'Migrations are waiting. Run: hub06 migrate',
    });
  } catch (error) {
    const { message } = describeError(error);
    return wrong('migrations', text, { vi: message, en: message });
  } finally {
    if (db.isInitialized) await db.destroy();
  }
}

/** Null when Redis is not used. */
export async function checkRedis(config: Config): Promise<Finding | null> {
  if (!config.redisUrl) return null;
  const text = { vi: 'Redis cho hàng đợi', en: 'Redis for the queue' };
  const warnings: string[] = [];
  const log = { warn: (message: string) => warnings.push(message) } as unknown as Log;
  try {
    await prepareQueue({ databaseUrl: '', redisUrl: config.redisUrl }, log);
  } catch (error) {
    const { message } = describeError(error);
    return wrong('redis', text, {
      vi: `${message} Hãy kiểm tra REDIS_URL và máy chủ đó.`,
      en: `${message} Check REDIS_URL and that server.`,
    });
  }
  const [first] = warnings;
  if (!first) return ok('redis', text);
  return warning('redis', text, {
    vi: 'Redis không ghi AOF: sau sự cố, việc chỉ tiếp tục khi được gọi lại. Nên chạy redis-server --appendonly yes',
    en: `${first}. Better: redis-server --appendonly yes`,
  });
}
