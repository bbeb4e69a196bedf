/** Speaks to a hub over HTTP as any program would: GraphQL operations, uploads and downloads, with one key. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Readable } from 'node:stream';
import { errors, request, type Dispatcher } from 'undici';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { findLanguage } from '../surroundings';
import { getOperation } from './operations';

export interface HubAddress {
  /** Origin of the hub, such as http://localhost:4000. */
  readonly url: string;
  readonly key: string;
}

export interface Answer {
  readonly body: Dispatcher.ResponseData['body'];
}

interface GraphqlAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string; requestId?: string } }[];
}

const ATTEMPTS = 5;
const LONGEST_WAIT_SECONDS = 10;

/** Sends a published operation and gives its data. @throws Failure when the hub refuses or is not there. */
export async function ask(
  hub: HubAddress,
  operation: string,
  variables: object,
): Promise<Record<string, unknown>> {
  const { body } = await send(hub, '/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify({ query: getOperation(operation), variables }),
    // GraphQL errors come with their own status and say more than it does.
    acceptStatus: (status) => status < 500 || status === 500,
  });
  const text = await body.text();
  const answer = parseAnswer(text, hub.url);
  const [first] = answer.errors ?? [];
  if (first) throw refusal(first.extensions?.code ?? 'ERROR', first.message, first.extensions?.requestId);
  if (!answer.data) throw notAHub(hub.url);
  return answer.data;
}

export interface Sending {
  readonly method: Dispatcher.HttpMethod;
  readonly headers?: Record<string, string>;
  /** Text, or a way to open the stream: a stream that was read cannot be sent a second time. */
  readonly body?: string | (() => Readable);
  /** Statuses that the caller reads itself; all others are failures. */
  readonly acceptStatus?: (status: number) => boolean;
}

/** One HTTP exchange with the hub; waits and tries again where the hub asks for patience. */
export async function send(
  hub: HubAddress,
  path: string,
  sending: Sending,
): Promise<Dispatcher.ResponseData> {
  const target = new URL(path, hub.url);
  const accepts = sending.acceptStatus ?? ((status: number) => status >= 200 && status < 300);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await exchange(hub, target, sending);
    const { statusCode } = answer;
    const busy = statusCode === 429 || statusCode === 503;
    if (!busy && accepts(statusCode)) return answer;
    if (!busy || attempt === ATTEMPTS) throw await refusalOf(answer);
    await answer.body.dump();
    await delay(patience(answer.headers['retry-after']) * 1_000);
  }
}

async function exchange(hub: HubAddress, target: URL, sending: Sending): Promise<Dispatcher.ResponseData> {
  // The key belongs to this hub: an address elsewhere must not get it.
  const authorization =
    target.origin === new URL(hub.url).origin ? { authorization: `Bearer ${hub.key}` } : {};
  try {
    return await request(target, {
      method: sending.method,
      headers: { 'accept-language': findLanguage() ?? 'vi', ...authorization, ...sending.headers },
      body: typeof sending.body === 'function' ? sending.body() : (sending.body ?? null),
      headersTimeout: 120_000,
    });
  } catch (error) {
    throw explainNetwork(error, hub.url);
  }
}

/** Turns a network error into a sentence; other errors, such as a file that changed while it was sent, stay as they are. */
export function explainNetwork(error: unknown, url: string): unknown {
  if (error instanceof errors.RequestContentLengthMismatchError) {
    return new Failure(ExitCode.RUN_FAILED, {
      vi: 'Tệp bị thay đổi trong khi đang gửi. Hãy chạy lại.',
      en: 'The file changed while it was being sent. Run the command again.',
    });
  }
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  const isNetwork =
    error instanceof errors.UndiciError || /^E(CONN|HOST|NET|AI|PIPE|TIMEDOUT|NOTFOUND)/.test(code);
  return isNetwork || error instanceof AggregateError ? unreachable(url, code) : error;
}

export function unreachable(url: string, code: string): Failure {
  return new Failure(ExitCode.UNREACHABLE, {
    vi: `Không kết nối được tới hub tại ${url}${code && ` (${code})`}. Hãy khởi động hub bằng "npm start", hoặc chỉ đúng địa chỉ bằng --url.`,
    en: `No hub answers at ${url}${code && ` (${code})`}. Start one with "npm start", or give its address with --url.`,
  });
}

/** What the hub refused, in its own words: they come in the language that was asked for. */
export function refusal(code: string, message: string, requestId?: string): Failure {
  const sentence = `${code}: ${message}${requestId ? ` [requestId ${requestId}]` : ''}`;
  const failed = code === 'INTERNAL_SERVER_ERROR' || code === 'INTERNAL';
  return new Failure(failed ? ExitCode.RUN_FAILED : ExitCode.REFUSED, { vi: sentence, en: sentence });
}

async function refusalOf(answer: Dispatcher.ResponseData): Promise<Failure> {
  const text = await answer.body.text().catch(() => '');
  try {
    const parsed = JSON.parse(text) as GraphqlAnswer & {
      code?: string;
      message?: string;
      requestId?: string;
    };
    const [first] = parsed.errors ?? [];
    const code = first?.extensions?.code ?? parsed.code;
    const message = first?.message ?? parsed.message;
    if (code && message) return refusal(code, message, first?.extensions?.requestId ?? parsed.requestId);
  } catch {
    // No JSON: the status is all there is.
  }
  return refusal(`HTTP_${answer.statusCode}`, text.trim().split('\n')[0]?.slice(0, 200) || 'no explanation');
}

function parseAnswer(text: string, url: string): GraphqlAnswer {
  try {
    return JSON.parse(text) as GraphqlAnswer;
  } catch {
    throw notAHub(url);
  }
}

function notAHub(url: string): Failure {
  return new Failure(ExitCode.UNREACHABLE, {
    vi: `Địa chỉ ${url} không trả lời như một hub. Hãy kiểm tra --url.`,
    en: `What answers at ${url} is not a hub. Check --url.`,
  });
}

function patience(retryAfter: string | string[] | undefined): number {
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LONGEST_WAIT_SECONDS) : 1;
}
