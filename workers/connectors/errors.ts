/** The three ways in which a source can fail, told apart by what the hub should do next. Messages never carry a personal value. */

/** The source cannot answer now: try again later. */
export class SourceUnavailable extends Error {
  constructor(
    /** `TIMEOUT`, `THROTTLED`, `HTTP_503`, `CONNECTION`, `BREAKER_OPEN` … */
    readonly reason: string,
    /** Seconds that the source asked to be left alone. */
    readonly retryAfterSeconds?: number,
  ) {
    super(`the source is unavailable (${reason})`);
    this.name = 'SourceUnavailable';
  }
}

/** The source understood and said no: trying again changes nothing until a person changes something. */
export class SourceRejected extends Error {
  constructor(
    /** The source's own code, kept as it came: `004`, `005`, `CM_INVALID_REQUEST` … */
    readonly code: string,
  ) {
    super(`the source rejected the request (${code})`);
    this.name = 'SourceRejected';
  }
}

/** The answer is not what the contract promises: it is never taken for "not found". */
export class SourceContractBroken extends Error {
  constructor(readonly reason: string) {
    super(`the source broke its contract (${reason})`);
    this.name = 'SourceContractBroken';
  }
}

/** This worker cannot use the connector at all: a person must install it or mend its settings. */
export class ConnectorUnusable extends Error {
  constructor(
    readonly code: 'CONNECTOR_NOT_INSTALLED' | 'CONNECTOR_SETTINGS_INVALID' | 'CONNECTOR_LACKS_CAPABILITY',
  ) {
    super(`the connector cannot be used (${code})`);
    this.name = 'ConnectorUnusable';
  }
}

/** The failure as one code, as it is stored and shown: `SOURCE_TIMEOUT`, `SOURCE_REJECTED_004`, `SOURCE_CONTRACT_BROKEN`. */
export function codeOfFailure(error: unknown): string {
  if (error instanceof SourceUnavailable) return `SOURCE_${error.reason}`;
  if (error instanceof SourceRejected) return `SOURCE_REJECTED_${error.code}`;
  if (error instanceof SourceContractBroken) return 'SOURCE_CONTRACT_BROKEN';
  if (error instanceof ConnectorUnusable) return error.code;
  return 'INTERNAL';
}
