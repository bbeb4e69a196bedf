/** `hub06`: the command line of the hub. */
// First, because everything after it may use what an old Node cannot even read.
import './check-node-version';
import { Command, CommanderError } from 'commander';
import { addCleanse } from './commands/cleanse';
import { addConform } from './commands/conform';
import { addConnector } from './commands/connector';
import { addDoctor } from './commands/doctor';
import { addGateway } from './commands/gateway';
import { addKeys } from './commands/keys';
import { addWebhooks } from './commands/webhooks';
import { addLink } from './commands/link';
import { addMigrate } from './commands/migrate';
import { addProfile } from './commands/profile';
import { addReport } from './commands/report';
import { addSim } from './commands/sim';
import { addSimulator } from './commands/simulator';
import { addSync } from './commands/sync';
import { addUndo } from './commands/undo';
import { addUp } from './commands/up';
import { addVerify } from './commands/verify';
import { addWorker } from './commands/worker';
import { ExitCode } from './exit-codes';
import { reportFailure } from './failure';
import { getVersion } from '../project-root';
import { say } from './surroundings';

/** Describes every command; their rooms are loaded only when one of them runs. */
export function createProgram(): Command {
  const program = new Command('hub06')
    .description(
      say({
        vi: 'Hub tích hợp dữ liệu mở cho Đề án 06: phục vụ ma trận đánh giá và đối soát dữ liệu dân cư (mô phỏng).',
        en: 'An open data-integration hub for Project 06: serves the assessment matrix and verifies resident data (simulated).',
      }),
    )
    .version(getVersion(), '-V, --version')
    .showHelpAfterError(say({ vi: '(xem: hub06 --help)', en: '(see: hub06 --help)' }))
    .addHelpText('after', EXAMPLES);
  // Set before the commands are added: they inherit it.
  program.exitOverride();
  for (const add of [
    addUp,
    addVerify,
    addLink,
    addProfile,
    addCleanse,
    addUndo,
    addSync,
    addReport,
    addSim,
    addDoctor,
    addKeys,
    addWebhooks,
    addMigrate,
    addGateway,
    addWorker,
    addSimulator,
    addConform,
    addConnector,
  ]) {
    add(program);
  }
  return program;
}

const EXAMPLES = say({
  vi: `
Ví dụ:
  $ hub06 up                                                     chạy toàn bộ hub trên máy này
  $ hub06 verify samples/residents-dirty.csv --watch             đối soát một tệp cư dân
  $ hub06 verify people.csv --out verdicts.csv --json            cho kịch bản tự động
  $ hub06 profile people.csv                                     phân tích chất lượng từng cột
  $ hub06 link people.csv --out pairs.csv                        tìm bản ghi trùng
  $ hub06 cleanse people.csv --out clean.csv --changes changes.csv   làm sạch, ghi lại từng thay đổi
  $ hub06 undo clean.csv --changes changes.csv --out raw.csv     trả tệp về như trước khi làm sạch
  $ hub06 sync ioc --watch                                       đồng bộ ngay với IOC của các tỉnh
  $ hub06 report <mã bộ dữ liệu hoặc lượt chạy>                  báo cáo chất lượng
  $ hub06 sim people --count 1000 --seed 7 --dirty L2 --out people.csv   tạo tệp thử
  $ hub06 doctor                                                 kiểm tra máy, nói rõ cần sửa gì
  $ hub06 keys create --role VIEWER --label "IOC Hà Nội"          cấp một khóa API
  $ hub06 webhooks add https://ioc.example.vn/x --label "Trực"    báo cảnh báo tới hệ thống khác
  $ DATABASE_URL=postgres://… hub06 migrate                      chuẩn bị cơ sở dữ liệu
  $ DATABASE_URL=postgres://… hub06 gateway                      chạy riêng cổng GraphQL
  $ DATABASE_URL=postgres://… hub06 worker                       chạy thêm một tiến trình xử lý
  $ hub06 simulator                                              chạy riêng phía quốc gia mô phỏng

Thiết lập bằng biến môi trường: PORT, HUB_DATA_DIR, HUB_MODE, DATABASE_URL, REDIS_URL, SIMULATOR_PORT, LOG_LEVEL …`,
  en: `
Examples:
  $ hub06 up                                                     run the whole hub on this machine
  $ hub06 verify samples/residents-dirty.csv --watch             verify a file of residents
  $ hub06 verify people.csv --out verdicts.csv --json            for scripts
  $ hub06 profile people.csv                                     what is wrong with it, column by column
  $ hub06 link people.csv --out pairs.csv                        find duplicates
  $ hub06 cleanse people.csv --out clean.csv --changes changes.csv   cleanse it, with a log of each change
  $ hub06 undo clean.csv --changes changes.csv --out raw.csv     take a cleansing back
  $ hub06 sync ioc --watch                                       synchronise with the provinces' IOCs now
  $ hub06 report <dataset or run id>                             the quality report
  $ hub06 sim people --count 1000 --seed 7 --dirty L2 --out people.csv   make a test file
  $ hub06 doctor                                                 check this machine, say what to mend
  $ hub06 keys create --role VIEWER --label "IOC Hà Nội"          give out an API key
  $ hub06 webhooks add https://ioc.example.vn/x --label "Desk"    tell another system of alerts
  $ DATABASE_URL=postgres://… hub06 migrate                      ready the database
  $ DATABASE_URL=postgres://… hub06 gateway                      run the GraphQL gateway alone
  $ DATABASE_URL=postgres://… hub06 worker                       run one more worker
  $ hub06 simulator                                              run the simulated national side alone

Settings come from the environment: PORT, HUB_DATA_DIR, HUB_MODE, DATABASE_URL, REDIS_URL, SIMULATOR_PORT, LOG_LEVEL …`,
});

/** Runs one command line and gives the exit code. */
export async function runCommandLine(argv: readonly string[]): Promise<ExitCode> {
  process.exitCode = ExitCode.DONE;
  try {
    await createProgram().parseAsync([...argv]);
    return process.exitCode as ExitCode;
  } catch (error) {
    // Commander has printed its sentence already; it ends with 0 for --help and --version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.DONE : ExitCode.USAGE;
    return reportFailure(error);
  }
}

/** Runs the command line of this process. */
export function runAsProgram(): void {
  // A reader that left (`| head`) is no reason to fall over.
  process.stdout.on('error', () => {});
  void runCommandLine(process.argv).then((code) => (process.exitCode = code));
}

if (require.main === module) runAsProgram();
