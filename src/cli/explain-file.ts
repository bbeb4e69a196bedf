/** Words for a file that cannot be read. */
import { ExitCode } from './exit-codes';
import { Failure } from './failure';

/** What is a Failure already stays as it is. */
export function explainFile(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return new Failure(ExitCode.RUN_FAILED, {
    vi: `Không đọc được tệp ${path} (${code}).`,
    en: `Cannot read the file ${path} (${code}).`,
  });
}
