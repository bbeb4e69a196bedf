/** The only logger: JSON lines on standard error, with fields from an allow-list so that no personal value can slip in. */
import { pino, type Logger } from 'pino';
import { describeError } from './error-text';

export type Log = Logger;

/** Personal fields never belong in a log call; should one appear all the same, it is dropped here. */
const NEVER_LOGGED = ['name', 'number', 'birthDate', 'phone', 'address', 'cells', 'parameters', 'detail'];

/** Makes the process's logger. `process` names the part of the hub (gateway, worker, …). */
export function createLog(options: { process: string; level: string }): Log {
  return pino(
    {
      level: options.level,
      base: { process: options.process, pid: process.pid },
      redact: { paths: NEVER_LOGGED.flatMap((field) => [field, `*.${field}`]), remove: true },
      serializers: { err: describeError },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}
