/** Answers for the simulator's public face: start the pretend national side, or write files of its invented residents. */
import type * as PeopleFile from './people-file';
import { type WritePeopleOptions } from './people-file';

export { startSimulator } from './server';
export type { RunningSimulator, SimulatorOptions } from './server';
export type { WritePeopleOptions } from './people-file';

/** Writes `people.csv` and, when asked for, `truth.csv`; the same options give the same bytes. */
export function writePeople(options: WritePeopleOptions): Promise<{ rows: number }> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the service writes no files, and starts sooner without it
  const { writePeople: writeFile } = require('./people-file') as typeof PeopleFile;
  return writeFile(options);
}
