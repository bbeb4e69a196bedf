/** A failure that a person can mend: a sentence in both languages and the exit code that scripts see. */
import { ConfigError } from '../config';
import { describeError } from '../error-text';
import { ExitCode } from './exit-codes';
import { sayToAnyone, type Text } from './surroundings';

export class Failure extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly text: Text,
  ) {
    super(text.en);
    this.name = 'Failure';
  }
}

/** Prints what went wrong and gives the exit code. Database errors quote rows, so of those only the code is shown. */
export function reportFailure(
  error: unknown,
  print = (line: string) => void process.stderr.write(`${line}\n`),
): ExitCode {
  if (error instanceof Failure) {
    print(sayToAnyone(error.text));
    return error.exitCode;
  }
  if (error instanceof ConfigError) {
    print(error.message);
    return ExitCode.SETTINGS;
  }
  print(explain(error));
  return ExitCode.FAILED;
}

function explain(error: unknown): string {
  const safe = describeError(error);
  if (safe.code === 'ENOSPC') return sayToAnyone(DISK_FULL);
  if (safe.code === '53100') return sayToAnyone(DISK_FULL);
  if (error instanceof AggregateError && error.errors.length > 0) return explain(error.errors[0]);
  return safe.message || safe.code || safe.type;
}

export const DISK_FULL: Text = {
  vi: 'Ổ đĩa đã đầy: hãy giải phóng dung lượng (hoặc đặt HUB_DATA_DIR sang ổ khác) rồi chạy lại.',
  en: 'The disk is full: make room (or set HUB_DATA_DIR to another disk) and start again.',
};
