/** The exit codes of `hub06`: promised in --help, so scripts may rely on them. */

export const ExitCode = {
  DONE: 0,
  /** Something failed that has no code of its own. */
  FAILED: 1,
  /** The run finished, but rows were put aside. */
  ISSUES: 2,
  /** The hub refused: the message has the code. */
  REFUSED: 3,
  /** The file could not be read, the connector was out, or the run failed. */
  RUN_FAILED: 4,
  UNREACHABLE: 5,
  USAGE: 64,
  /** Somebody else is at it already: another hub on the same data folder, or a taken port. */
  TAKEN: 75,
  SETTINGS: 78,
  INTERRUPTED: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
