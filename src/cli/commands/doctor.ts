/** `hub06 doctor`: looks at the surroundings and says, line by line, what is well and what to do about the rest. */
import { type Command } from 'commander';
import { readConfig } from '../../config';
import type * as MachineChecks from '../doctor/check-machine';
import type * as ServiceChecks from '../doctor/check-services';
import { wordFinding, type Finding } from '../doctor/finding';
import { ExitCode } from '../exit-codes';
import { findLanguage, say } from '../surroundings';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .summary(say({ vi: 'kiểm tra máy và nói cần sửa gì', en: 'check this machine and say what to mend' }))
    .description(
      say({
        vi: 'Kiểm tra Node.js, thư mục dữ liệu, cổng, PostgreSQL, Redis. Mã thoát 1 khi có mục ✗.',
        en: 'Checks Node.js, data folder, ports, PostgreSQL, Redis. Exit code 1 when something is ✗.',
      }),
    )
    .option('--json', say({ vi: 'in JSON', en: 'print JSON' }))
    .addHelpText(
      'after',
      '\n  $ hub06 doctor\n  $ DATABASE_URL=postgres://… REDIS_URL=redis://… hub06 doctor --json',
    )
    .action(async (flags: { json?: boolean }) => {
      const findings = await examine();
      const language = findLanguage() ?? 'vi';
      const healthy = findings.every(({ state }) => state !== 'WRONG');
      process.stdout.write(
        flags.json
          ? `${JSON.stringify({ healthy, findings })}\n`
          : findings.map((finding) => `${wordFinding(finding, language)}\n`).join(''),
      );
      process.exitCode = healthy ? ExitCode.DONE : ExitCode.FAILED;
    });
}

async function examine(): Promise<Finding[]> {
  /* eslint-disable @typescript-eslint/no-require-imports -- heavy, and only this command needs them */
  const machine = require('../doctor/check-machine') as typeof MachineChecks;
  const services = require('../doctor/check-services') as typeof ServiceChecks;
  /* eslint-enable @typescript-eslint/no-require-imports */
  const config = readConfig();
  const findings = [
    machine.checkNode(),
    machine.checkUser(config),
    machine.checkPostgresPrograms(config),
    machine.checkDataFolder(config),
    ...(await machine.checkPorts(config)),
    ...(await services.checkDatabase(config)),
    await services.checkRedis(config),
    machine.checkWeb(),
  ];
  return findings.filter((finding) => finding !== null);
}
