/** `hub06 simulator`: the pretend national side, over HTTP. */
import { type Command } from 'commander';
import { readConfig } from '../../config';
import { createLog } from '../../log';
import type * as SimulatorRoom from '../../../workers/simulator';
import { runUntilStopped } from '../run-until-stopped';
import { say } from '../surroundings';

export function addSimulator(program: Command): void {
  program
    .command('simulator')
    .summary(say({ vi: 'chạy riêng phía quốc gia mô phỏng', en: 'run the simulated national side alone' }))
    .description(
      say({
        vi: 'Chạy riêng cơ sở dữ liệu quốc gia về dân cư mô phỏng (SIMULATOR_PORT, SIMULATOR_PEOPLE, SIMULATOR_SEED).',
        en: 'Runs the simulated population register alone (SIMULATOR_PORT, SIMULATOR_PEOPLE, SIMULATOR_SEED).',
      }),
    )
    .addHelpText('after', '\n  $ SIMULATOR_PEOPLE=100000000 hub06 simulator --scenario slow-evening')
    .option(
      '--scenario <name>',
      say({ vi: 'kịch bản sự cố: tên hoặc tệp YAML', en: 'fault scenario: a name or a YAML file' }),
    )
    .action(async (flags: { scenario?: string }) => {
      const config = readConfig();
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- only this command needs it
      const { startSimulator } = require('../../../workers/simulator') as typeof SimulatorRoom;
      await runUntilStopped(createLog({ process: 'simulator', level: config.logLevel }), () =>
        startSimulator({
          host: config.host,
          port: config.simulatorPort,
          people: config.simulatorPeople,
          seed: config.simulatorSeed,
          ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
          controlApi: config.mode === 'sandbox',
          ...(flags.scenario === undefined ? {} : { scenario: flags.scenario }),
        }),
      );
    });
}
