/** `hub06 connector`: begins a new connector. */
import { Argument, type Command } from 'commander';
import { newConnector } from '../connector/new-connector';
import { say } from '../surroundings';

export function addConnector(program: Command): void {
  program
    .command('connector')
    .summary(say({ vi: 'viết kết nối mới', en: 'write a new connector' }))
    .description(
      say({
        vi: 'Việc của người viết kết nối. Hướng dẫn: workers/connectors/README.md.',
        en: 'For those who write connectors. The tutorial is workers/connectors/README.md.',
      }),
    )
    .command('new')
    .summary(say({ vi: 'tạo thư mục cho một kết nối mới', en: 'make the folder of a new connector' }))
    .addArgument(
      new Argument('<id>', say({ vi: 'mã kết nối, cũng là tên thư mục', en: 'its id and folder' })),
    )
    .addHelpText('after', '\n  $ hub06 connector new bhxh-tinh79')
    .action((id: string) => {
      const files = newConnector(id).map((file) => `  ${file}`);
      const next = say({
        vi: `Bước tiếp theo: sửa index.ts theo nguồn của bạn, rồi chạy: hub06 conform ${id} --url … --set apiKey=… --people …`,
        en: `Next: make index.ts speak your source's words, then run: hub06 conform ${id} --url … --set apiKey=… --people …`,
      });
      process.stdout.write(`${files.join('\n')}\n${next}\n`);
    });
}
