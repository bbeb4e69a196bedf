/** Stands between a connector and its source, notes what passes, and breaks answers on request in every way a line or a server can. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setInterval } from 'node:timers';
import { gzipSync } from 'node:zlib';
import { request as ask } from 'undici';

export const Fault = {
  THROTTLED: 'THROTTLED',
  SERVER_ERROR: 'SERVER_ERROR',
  UNAVAILABLE: 'UNAVAILABLE',
  CUT: 'CUT',
  SILENT: 'SILENT',
  DRIP: 'DRIP',
  TRUNCATED: 'TRUNCATED',
  HALF: 'HALF',
  PAGE: 'PAGE',
  EMPTY: 'EMPTY',
  PACKED: 'PACKED',
  HUGE: 'HUGE',
  OTHER_SHAPE: 'OTHER_SHAPE',
  OTHERS_ANSWER: 'OTHERS_ANSWER',
  OTHERS_RECORD: 'OTHERS_RECORD',
} as const;
export type Fault = (typeof Fault)[keyof typeof Fault];

/** Seconds that a throttled answer asks for. */
export const ASKED_PATIENCE_SECONDS = 7;

export interface Exchange {
  readonly path: string;
  readonly asked: IncomingMessage['headers'];
  /** Empty until the source has answered. */
  answered: Readonly<Record<string, string | string[] | undefined>>;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const HUGE_BYTES = 64 * 1_024 * 1_024;

export class FaultProxy {
  /** Everything that passed since the last `forget`. */
  exchanges: Exchange[] = [];
  /** Decides what becomes of request number n (from 1, since the last `forget`); null lets it pass. */
  plan: (request: number) => Fault | null = () => null;
  /** For `OTHERS_RECORD`: the key that was asked for, and the one that stands in the answer instead. */
  swap: readonly [asked: string, answered: string] = ['', ''];
  private lastBody: string | null = null;
  private readonly timers = new Set<NodeJS.Timeout>();

  private constructor(
    private readonly target: URL,
    private readonly server: Server,
  ) {}

  /** Opens it on a free port of this machine, before the origin of `target`. */
  static async open(target: string): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(new URL(target), server);
    server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
      proxy.pass(incoming, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  /** The target's address as it looks through the proxy. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    const { pathname } = this.target;
    return `http://127.0.0.1:${port}${pathname === '/' ? '' : pathname}`;
  }

  forget(plan: FaultProxy['plan'] = () => null): void {
    this.exchanges = [];
    this.plan = plan;
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange: Exchange = { path: incoming.url ?? '', asked: incoming.headers, answered: {} };
    const fault = this.plan(this.exchanges.push(exchange));
    const body = await text(incoming);
    if (fault === Fault.SILENT) return;
    if (fault === Fault.CUT) return void response.destroy();
    if (fault === Fault.THROTTLED) {
      const headers = { 'retry-after': String(ASKED_PATIENCE_SECONDS) };
      return void response.writeHead(429, headers).end();
    }
    if (fault === Fault.SERVER_ERROR || fault === Fault.UNAVAILABLE) {
      return void response.writeHead(fault === Fault.SERVER_ERROR ? 500 : 503).end('no data');
    }
    const answer = await this.fetch(incoming, body);
    exchange.answered = answer.headers;
    const before = this.lastBody;
    if (fault === null) this.lastBody = answer.body;
    this.send(response, answer, fault, before);
  }

  private async fetch(incoming: IncomingMessage, body: string): Promise<Answer> {
    const answer = await ask(new URL(incoming.url ?? '/', this.target.origin), {
      method: incoming.method as 'GET' | 'POST',
      // The host stays as the connector wrote it: it may be part of what was signed.
      headers: without(incoming.headers, ['connection', 'content-length']),
      body: body === '' ? null : body,
    });
    const headers = without(answer.headers, ['connection', 'content-length', 'transfer-encoding']);
    return { status: answer.statusCode, headers, body: await answer.body.text() };
  }

  private send(response: ServerResponse, answer: Answer, fault: Fault | null, before: string | null): void {
    const { status, headers, body } = answer;
    const whole = (changed: string | Buffer, more: Record<string, string> = {}) =>
      void response.writeHead(status, { ...headers, ...more }).end(changed);
    if (fault === Fault.DRIP) return this.drip(response, answer);
    if (fault === Fault.TRUNCATED) {
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
      return void response.write(body.slice(0, body.length / 2), () => response.destroy());
    }
    if (fault === Fault.HALF) return whole(body.slice(0, body.length / 2));
    if (fault === Fault.PAGE)
      return whole('<html><body><h1>Welcome</h1></body></html>', { 'content-type': 'text/html' });
    if (fault === Fault.EMPTY) return whole('');
    if (fault === Fault.PACKED) return whole(gzipSync(body), { 'content-encoding': 'gzip' });
    if (fault === Fault.HUGE) return whole(Buffer.alloc(HUGE_BYTES, 0x20));
    if (fault === Fault.OTHER_SHAPE) return whole(body.startsWith('<') ? '<a><b>1</b></a>' : '{"a":{"b":1}}');
    if (fault === Fault.OTHERS_RECORD) return whole(body.replaceAll(...this.swap));
    return whole(fault === Fault.OTHERS_ANSWER ? (before ?? '') : body);
  }

  /** A sign every few milliseconds: never silent, never done. */
  private drip(response: ServerResponse, { status, headers, body }: Answer): void {
    response.writeHead(status, headers);
    let at = 0;
    const timer = setInterval(() => response.write(body[at++ % body.length] ?? ' '), 20);
    this.timers.add(timer);
    response.once('close', () => {
      clearInterval(timer);
      this.timers.delete(timer);
    });
  }
}

type Headers = Answer['headers'];

const without = (headers: Headers, names: readonly string[]): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
