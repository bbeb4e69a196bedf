/** Says of an error only what is safe to write down: database errors quote the rows they fail on, and rows are people. */

export interface SafeError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

/**
 * Reduces any thrown value to type, code, message and stack. PostgreSQL's and TypeORM's errors carry the failing
 * row in `detail`, `parameters` and sometimes the message itself, so of those only the code and the constraint stay.
 */
export function describeError(error: unknown): SafeError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'a value that is no error was thrown' };
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const message = fromDatabase
    ? `database error ${code}${typeof constraint === 'string' ? ` on ${constraint}` : ''}`
    : error.message;
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    type: error.name,
    message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(frames ? { stack: frames.join('\n') } : {}),
  };
}
