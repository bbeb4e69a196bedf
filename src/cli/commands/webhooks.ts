/** `hub06 webhooks`: who is told of alerts over HTTP. Works on the database, so it needs no key. */
import { Option, type Command } from 'commander';
import { readConfig } from '../../config';
import { SEVERITIES, type AlertSeverity } from '../../domain/alert/alert';
import type * as WebhookRoom from '../manage-webhooks';
import { say } from '../surroundings';
import { withDatabase } from '../with-database';

interface AddFlags {
  readonly label: string;
  readonly severity: string;
  readonly locality?: string;
}

export function addWebhooks(program: Command): void {
  const webhooks = program
    .command('webhooks')
    .summary(say({ vi: 'báo cảnh báo tới hệ thống khác', en: 'tell other systems of alerts' }))
    .description(
      say({
        vi: 'Quản lý webhook thẳng trong cơ sở dữ liệu, như hub06 keys. Máy chủ nội bộ cần có trong HUB_WEBHOOK_HOSTS.',
        en: 'Manages webhooks straight in the database, as hub06 keys does. A host of your own network has to be in HUB_WEBHOOK_HOSTS.',
      }),
    )
    .addHelpText(
      'after',
      '\n  $ hub06 webhooks add https://ioc.example.vn/canh-bao --label "Trực IOC" --severity CRITICAL',
    );
  addAdd(webhooks);
  addLs(webhooks);
  addTry(webhooks);
  addRm(webhooks);
}

function addAdd(webhooks: Command): void {
  webhooks
    .command('add <url>')
    .summary(
      say({
        vi: 'thêm một webhook; khóa ký chỉ hiện một lần',
        en: 'add one; its signing secret is shown once',
      }),
    )
    .requiredOption('--label <text>', say({ vi: 'của ai', en: 'whose it is' }))
    .addOption(
      new Option('--severity <least>', say({ vi: 'từ mức này trở lên', en: 'from this severity on' }))
        .choices(SEVERITIES)
        .default('WARNING'),
    )
    .option('--locality <code>', say({ vi: 'chỉ của địa phương này', en: 'of this locality only' }))
    .action(async (url: string, { severity, ...flags }: AddFlags) => {
      const wanted = { ...flags, url, severity: severity as AlertSeverity };
      process.stdout.write(`${await room().makeWebhook(withDatabase(readConfig()), wanted)}\n`);
      process.stderr.write(
        say({
          vi: 'Hãy cất khóa ký này: hub không thể cho xem lại.\n',
          en: 'Keep this signing secret: the hub cannot show it again.\n',
        }),
      );
    });
}

function addLs(webhooks: Command): void {
  webhooks
    .command('ls')
    .summary(say({ vi: 'liệt kê và cho biết tình hình gửi', en: 'list them and how their deliveries go' }))
    .action(async () => {
      for (const row of await room().readWebhooks(withDatabase(readConfig()))) {
        const counts = `${row.delivered}/${row.waiting}/${row.givenUp}`;
        const cells = [
          row.id,
          row.leastSeverity.padEnd(8),
          row.localityCode ?? 'VN',
          counts,
          row.lastError ?? '-',
        ];
        process.stdout.write(`${[...cells, row.url, row.label].join('  ')}\n`);
      }
    });
}

function addTry(webhooks: Command): void {
  webhooks
    .command('try <id>')
    .summary(say({ vi: 'gửi thử', en: 'send a trial' }))
    .action(async (id: string) => {
      await room().sendTrial(withDatabase(readConfig()), id);
      process.stdout.write(
        say({
          vi: 'Tiến trình xử lý sẽ gửi trong vài giây; xem kết quả bằng: hub06 webhooks ls\n',
          en: 'A worker sends it within seconds; see how it went with: hub06 webhooks ls\n',
        }),
      );
    });
}

function addRm(webhooks: Command): void {
  webhooks
    .command('rm <id>')
    .summary(say({ vi: 'gỡ một webhook', en: 'remove one' }))
    .action(async (id: string) => {
      await room().endWebhook(withDatabase(readConfig()), id);
      process.stdout.write(say({ vi: 'Đã gỡ.\n', en: 'Removed.\n' }));
    });
}

function room(): typeof WebhookRoom {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- heavy, and only these commands need it
  return require('../manage-webhooks') as typeof WebhookRoom;
}
