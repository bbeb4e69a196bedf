/** `hub06 conform`: runs the conformance suite on a connector and its source, and stores the report in the hub. */
import { writeFileSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import { type Flags } from '../connector/conform-connector';
import type * as ConformRoom from '../connector/conform-connector';
import { say } from '../surroundings';

export function addConform(program: Command): void {
  program
    .command('conform')
    .summary(say({ vi: 'thử hợp chuẩn một kết nối', en: 'test that a connector conforms' }))
    .description(
      say({
        vi: 'Chạy bộ thử hợp chuẩn trên một kết nối và nguồn của nó: câu trả lời, lỗi đường truyền, hủy, thiết lập, rò rỉ dữ liệu cá nhân. Kết quả được lưu vào hub đang chạy (nếu có) và hiện ở connectors.conformance.',
        en: 'Runs the conformance suite on a connector and its source: answers, line trouble, cancelling, settings, leaks of personal values. The report is stored in the running hub (when there is one) and shown at connectors.conformance.',
      }),
    )
    .addArgument(new Argument('<connector>', say({ vi: 'mã kết nối', en: 'id of the connector' })))
    .option('--url <url>', say({ vi: 'địa chỉ của nguồn', en: 'address of the source' }))
    .option(
      '--set <name=value...>',
      say({ vi: 'thiết lập khác của kết nối', en: 'other settings of the connector' }),
    )
    .option(
      '--people <file>',
      say({
        vi: 'tệp CSV những người chắc chắn có trong nguồn; mặc định lấy từ phía quốc gia mô phỏng',
        en: 'CSV file of people whom the source is known to hold; by default people of the simulated register',
      }),
    )
    .option('--purpose <code>', say({ vi: 'mã dịch vụ công', en: 'service code' }), 'G15-TP110')
    .option('--json [file]', say({ vi: 'ghi báo cáo JSON', en: 'write the report as JSON' }))
    .option('--junit <file>', say({ vi: 'ghi báo cáo JUnit', en: 'write the report as JUnit' }))
    .option('--no-store', say({ vi: 'không lưu vào hub', en: 'do not store it in the hub' }))
    .addHelpText(
      'after',
      `
  $ hub06 conform csdlqgvdc-soap
  $ hub06 conform csdlqgvdc-ndop --url http://127.0.0.1:4006 --junit conform.xml
  $ hub06 conform csdlqgvdc-soap --url https://sandbox.example/soap --set user=tinh79 --set secretKey=… --people known.csv`,
    )
    .action(async (connector: string, flags: Flags) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- heavy, and only this command needs it
      const room = require('../connector/conform-connector') as typeof ConformRoom;
      const { report, table, junit, exitCode } = await room.conformConnector(connector, flags);
      if (flags.junit) writeFileSync(flags.junit, junit);
      const json = `${JSON.stringify(report, null, 2)}\n`;
      if (typeof flags.json === 'string') writeFileSync(flags.json, json);
      process.stdout.write(flags.json === true ? json : table);
      process.exitCode = exitCode;
    });
}
