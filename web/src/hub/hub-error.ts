/** What went wrong between the console and the hub: a stable code, whose request it was, and words for a person. */
import { type GraphqlError } from '../shared/graphql-request';
import { getLanguage } from '../shared/language';

export const UNREACHABLE = 'HUB_UNREACHABLE';

const UNREACHABLE_WORDS = {
  vi: 'Không nhận được trả lời từ hub. Hãy kiểm tra máy chủ còn chạy rồi thử lại.',
  en: 'The hub did not answer. See that it still runs, then try again.',
};

export class HubError extends Error {
  readonly code: string;
  readonly requestId: string | null;

  constructor(code: string, message: string, requestId: string | null) {
    super(message);
    this.name = 'HubError';
    this.code = code;
    this.requestId = requestId;
  }

  static of(error: GraphqlError, requestId: string | null): HubError {
    const { code, requestId: named } = error.extensions ?? {};
    return new HubError(code ?? 'UNKNOWN', error.message, named ?? requestId);
  }

  static unreachable(): HubError {
    return new HubError(UNREACHABLE, UNREACHABLE_WORDS[getLanguage()], null);
  }
}

/** A refusal that the schema foresees: the request was understood and turned down. */
export interface Refused {
  readonly code: string;
  readonly message: string;
}

export function isRefused<Answer extends object>(answer: Answer): answer is Extract<Answer, Refused> {
  return 'code' in answer && 'message' in answer && Object.keys(answer).every(isRefusalField);
}

function isRefusalField(name: string): boolean {
  return name === 'code' || name === 'message' || name === '__typename';
}
