/** `hub06 keys`: who may ask the hub for what. Works on the database, so it needs no key itself. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { readConfig } from '../../config';
import { Role } from '../../domain/actor';
import type * as KeyRoom from '../manage-keys';
import { say } from '../surroundings';
import { withDatabase } from '../with-database';

interface CreateFlags {
  readonly role: string;
  readonly label: string;
  readonly locality?: string;
  readonly days?: number;
}

export function addKeys(program: Command): void {
  const keys = program
    .command('keys')
    .summary(say({ vi: 'tạo, liệt kê, thu hồi khóa API', en: 'make, list and revoke API keys' }))
    .description(
      say({
        vi: 'Quản lý khóa API thẳng trong cơ sở dữ liệu. Cần DATABASE_URL và HUB_SECRET như gateway, hoặc một hub đang chạy trên HUB_DATA_DIR.',
        en: "Manages API keys straight in the database. Needs the gateway's DATABASE_URL and HUB_SECRET, or a hub running on HUB_DATA_DIR.",
      }),
    )
    .addHelpText(
      'after',
      '\n  $ hub06 keys create --role VIEWER --label "IOC Hà Nội" --locality 01 --days 365',
    );
  keys
    .command('create')
    .summary(say({ vi: 'tạo một khóa, chỉ hiện một lần', en: 'make a key, shown only once' }))
    .addOption(
      new Option('--role <role>', say({ vi: 'vai trò', en: 'role' }))
        .choices(Object.values(Role))
        .makeOptionMandatory(),
    )
    .requiredOption('--label <text>', say({ vi: 'khóa này của ai', en: 'whose key it is' }))
    .option('--locality <code>', say({ vi: 'chỉ thấy địa phương này', en: 'limited to this locality' }))
    .option('--days <n>', say({ vi: 'hết hạn sau số ngày', en: 'expires after so many days' }), wholeDays)
    .action(async ({ role, ...wanted }: CreateFlags) => {
      const key = await room().makeKey(
        withDatabase(readConfig()),
        { ...wanted, role: role as Role },
        new Date(),
      );
      process.stdout.write(`${key}\n`);
      process.stderr.write(
        say({
          vi: 'Hãy cất khóa này: hub chỉ giữ dấu vết của nó và không thể cho xem lại.\n',
          en: 'Keep this key: the hub stores only its hash and cannot show it again.\n',
        }),
      );
    });
  keys
    .command('ls')
    .summary(say({ vi: 'liệt kê các khóa', en: 'list the keys' }))
    .action(async () => {
      const rows = await room().readKeys(withDatabase(readConfig()));
      for (const row of rows) {
        const until = row.revokedAt ? 'REVOKED' : (row.expiresAt?.toISOString() ?? '-');
        process.stdout.write(
          `${[row.id, row.role.padEnd(8), row.localityCode ?? 'VN', `${row.prefix}…`, until, row.label].join('  ')}\n`,
        );
      }
    });
  keys
    .command('revoke <id>')
    .summary(say({ vi: 'thu hồi một khóa', en: 'revoke a key' }))
    .action(async (id: string) => {
      await room().endKey(withDatabase(readConfig()), id);
      process.stdout.write(say({ vi: 'Đã thu hồi.\n', en: 'Revoked.\n' }));
    });
}

function room(): typeof KeyRoom {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- heavy, and only these commands need it
  return require('../manage-keys') as typeof KeyRoom;
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days > 0) return days;
  throw new InvalidArgumentError(
    say({ vi: 'cần một số nguyên dương', en: 'a positive whole number is needed' }),
  );
}
