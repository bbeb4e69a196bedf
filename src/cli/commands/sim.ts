/** `hub06 sim`: writes files of invented residents that the running register knows; scenarios have a file of their own. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { readConfig } from '../../config';
import type * as SimulatorRoom from '../../../workers/simulator';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { say } from '../surroundings';
import { addSimScenario } from './sim-scenario';

interface PeopleFlags {
  readonly count: number;
  readonly seed: number;
  readonly dirty?: 'L1' | 'L2' | 'L3';
  readonly out: string;
  readonly truth?: string;
}

export function addSim(program: Command): void {
  const sim = program
    .command('sim')
    .summary(say({ vi: 'cư dân và kịch bản mô phỏng', en: 'simulated residents and scenarios' }))
    .description(
      say({
        vi: 'Tạo tệp từ cơ sở dữ liệu mô phỏng, đổi kịch bản sự cố của nó.',
        en: 'Makes files from the simulated register, and changes its fault scenario.',
      }),
    )
    .addHelpText(
      'after',
      '\n  $ hub06 sim people --count 1000 --seed 7 --dirty L2 --out people.csv --truth truth.csv' +
        '\n  $ hub06 sim scenario load slow-evening',
    );
  addPeople(sim);
  addSimScenario(sim);
}

function addPeople(sim: Command): void {
  sim
    .command('people')
    .summary(say({ vi: 'ghi một tệp cư dân', en: 'write a file of residents' }))
    .description(
      say({
        vi: 'Ghi một tệp CSV gồm những người có trong cơ sở dữ liệu mô phỏng (SIMULATOR_PEOPLE, SIMULATOR_SEED như hub đang chạy). Cùng tham số thì cùng nội dung.',
        en: 'Writes a CSV file of people of the simulated register (same SIMULATOR_PEOPLE and SIMULATOR_SEED as the running hub). Same options, same bytes.',
      }),
    )
    .requiredOption('--count <n>', say({ vi: 'số dòng', en: 'number of rows' }), wholeNumber)
    .option(
      '--seed <s>',
      say({ vi: 'hạt giống chọn người', en: 'seed that chooses the people' }),
      wholeNumber,
      1,
    )
    .addOption(
      new Option('--dirty <level>', say({ vi: 'mức nhiễu', en: 'level of noise' })).choices([
        'L1',
        'L2',
        'L3',
      ]),
    )
    .requiredOption(
      '--out <file>',
      say({ vi: 'tệp kết quả (.csv hoặc .xlsx)', en: 'file to write (.csv or .xlsx)' }),
    )
    .option(
      '--truth <file>',
      say({
        vi: 'tệp đáp án: ai, nhiễu gì, kết luận mong đợi',
        en: 'file of the truth: who, which noise, expected verdict',
      }),
    )
    .addHelpText(
      'after',
      '\n  $ hub06 sim people --count 1000 --seed 7 --dirty L2 --out people.csv --truth truth.csv',
    )
    .action(writePeople);
}

async function writePeople(flags: PeopleFlags): Promise<void> {
  const config = readConfig();
  if (flags.count > config.simulatorPeople) throw tooMany(config.simulatorPeople);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only this command needs it
  const simulator = require('../../../workers/simulator') as typeof SimulatorRoom;
  const { rows } = await simulator
    .writePeople({
      count: flags.count,
      sampleSeed: flags.seed,
      people: config.simulatorPeople,
      registerSeed: config.simulatorSeed,
      out: flags.out,
      ...(flags.dirty === undefined ? {} : { dirty: flags.dirty }),
      ...(flags.truth === undefined ? {} : { truth: flags.truth }),
    })
    .catch((error: unknown) => {
      throw explainWrite(error, flags);
    });
  process.stdout.write(
    say({
      vi: `Đã ghi ${rows} dòng mô phỏng vào ${flags.out}${flags.truth ? `, đáp án vào ${flags.truth}` : ''}.\n`,
      en: `Wrote ${rows} simulated rows to ${flags.out}${flags.truth ? `, the truth to ${flags.truth}` : ''}.\n`,
    }),
  );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError(
      say({ vi: 'Cần một số nguyên không âm.', en: 'A whole number is needed.' }),
    );
  }
  return Number(text);
}

function tooMany(people: number): Failure {
  return new Failure(ExitCode.USAGE, {
    vi: `Cơ sở dữ liệu mô phỏng chỉ có ${people} người. Hãy giảm --count hoặc đặt SIMULATOR_PEOPLE lớn hơn (cho cả hub).`,
    en: `The simulated register has ${people} people only. Lower --count, or set a larger SIMULATOR_PEOPLE (for the hub too).`,
  });
}

function explainWrite(error: unknown, flags: PeopleFlags): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || code === 'ENOSPC') return error;
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `Không ghi được ${path ?? flags.out} (${code}).`,
    en: `Cannot write ${path ?? flags.out} (${code}).`,
  });
}
