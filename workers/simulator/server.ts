/** Answers for the simulated national side as an HTTP service: batch look-up, health, faults, control API, graceful close. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { decideFault, type FaultDecision } from './faults';
import { createRegister, type Register } from './register/register';
import { findScenario, getScenario, type Scenario, scenarioNames } from './scenario';
import { malformed, readBody, sendJson, sendTruncated } from './wire/http-exchange';
import { type Envelope, writeAnswer, writeRefusal } from './wire/ndop-answer';
import { readNdopRequest, type Refusal } from './wire/ndop-request';
import { SeenRequests } from './wire/seen-requests';

export const LOOKUP_PATH = '/ndop/v1/tra-cuu';

export interface SimulatorOptions {
  /** 0 takes a free port. */
  port: number;
  host?: string;
  people: number;
  seed: number;
  /** Name of a scenario or path of a YAML file; `happy` without it. */
  scenario?: string;
  /** Opens `/control/scenario`: for the sandbox only. */
  controlApi?: boolean;
  /** One JSON line for each look-up; it never holds a personal value. */
  onRequestLog?: (line: string) => void;
}

export interface RunningSimulator {
  port: number;
  url: string;
  close(): Promise<void>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

class Simulator {
  private scenario: Scenario;
  private requests = 0;
  private readonly seen = new SeenRequests();
  private readonly waiting = new Map<NodeJS.Timeout, () => void>();
  readonly silenced = new Set<ServerResponse>();
  private closing = false;

  constructor(
    private readonly register: Register,
    private readonly options: SimulatorOptions,
  ) {
    this.scenario = getScenario(options.scenario ?? 'happy');
  }

  async handle(exchange: Exchange): Promise<void> {
    const { request, response } = exchange;
    const path = (request.url ?? '/').split('?')[0];
    const correlation = request.headers['x-correlation-id'];
    if (this.closing) response.setHeader('connection', 'close');
    if (typeof correlation === 'string') response.setHeader('x-correlation-id', correlation);
    if (path === LOOKUP_PATH && request.method === 'POST') return this.lookUp(exchange);
    if (path === '/healthz' && request.method === 'GET') {
      const { people, seed } = this.options;
      return sendJson(response, 200, JSON.stringify({ ok: true, simulated: true, people, seed }));
    }
    if (path === '/control/scenario' && this.options.controlApi === true) return this.control(exchange);
    request.resume();
    sendJson(response, 404, '{"status":{"code":"CM_NOT_FOUND","message":"no such path"}}');
  }

  private async lookUp({ request, response }: Exchange): Promise<void> {
    this.requests += 1;
    const number = this.requests;
    const decision = decideFault(this.scenario, this.options.seed, number);
    const body = await readBody(request);
    if (decision.latencyMs > 0) await this.wait(decision.latencyMs);
    const outcome = body === null ? tooLarge(response) : this.answer(response, body, decision, number);
    this.options.onRequestLog?.(
      JSON.stringify({ request: number, scenario: this.scenario.name, fault: decision.fault, ...outcome }),
    );
  }

  private answer(response: ServerResponse, body: string, decision: FaultDecision, number: number): Outcome {
    const read = readNdopRequest(body);
    const envelope: Envelope = {
      msgId: `CSDLQGVDC-${this.options.seed}-${number}`,
      requestMsgId: 'request' in read ? read.request.msgId : read.refusal.msgId,
      receiverId: 'request' in read ? read.request.senderId : read.refusal.senderId,
      sentAtMs: Date.now(),
    };
    const refuse = (httpStatus: number, code: string, message: string): Outcome => {
      const retry = decision.retryAfterSeconds;
      const headers: Record<string, string> = retry === null ? {} : { 'retry-after': String(retry) };
      sendJson(response, httpStatus, writeRefusal(envelope, { code, message }), headers);
      return { status: httpStatus, code, people: 0 };
    };
    const failure = failureOf(decision);
    if (decision.fault === 'TIMEOUT') {
      this.silenced.add(response);
      response.once('close', () => this.silenced.delete(response));
      return { status: 0, code: 'NO_ANSWER', people: 0 };
    }
    if (failure !== null) return refuse(failure.httpStatus, failure.code, failure.message);
    if ('refusal' in read) return refuse(read.refusal.httpStatus, read.refusal.code, read.refusal.message);
    const { people, msgId } = read.request;
    if (this.seen.has(msgId)) return refuse(409, 'CM_DUPLICATE_REQUEST', 'this msg_id was answered before');
    this.seen.add(msgId);
    const swapAt = decision.fault === 'WRONG_RECORD' ? Math.floor(decision.detail * people.length) : -1;
    const text = writeAnswer(this.register, read.request, envelope, swapAt);
    if (decision.fault === 'TRUNCATED') sendTruncated(response, text, decision.detail);
    else sendJson(response, 200, decision.fault === 'MALFORMED' ? malformed(text, decision.detail) : text);
    return { status: 200, code: 'CM_SUCCESS', people: people.length };
  }

  private async control({ request, response }: Exchange): Promise<void> {
    const body = await readBody(request);
    if (request.method === 'POST') {
      const wanted = nameIn(body ?? '');
      const scenario = wanted === null ? null : findScenario(wanted);
      if (scenario === null) {
        const message = `name one of: ${scenarioNames().join(', ')}`;
        return sendJson(response, 400, JSON.stringify({ status: { code: 'CM_INVALID_REQUEST', message } }));
      }
      this.scenario = scenario;
      this.requests = 0;
    }
    const { name, description } = this.scenario;
    sendJson(
      response,
      200,
      JSON.stringify({ name, description, requests: this.requests, available: scenarioNames() }),
    );
  }

  private wait(milliseconds: number): Promise<void> {
    if (this.closing) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(timer);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.waiting.set(timer, done);
    });
  }

  /** Lets waiting answers go at once and gives up those that were never to come. */
  hurry(): void {
    this.closing = true;
    for (const done of [...this.waiting.values()]) done();
    for (const response of this.silenced) response.destroy();
  }
}

interface Outcome {
  readonly status: number;
  readonly code: string;
  readonly people: number;
}

function tooLarge(response: ServerResponse): Outcome {
  const code = 'CM_INVALID_REQUEST';
  sendJson(response, 400, JSON.stringify({ status: { code, message: 'the body is larger than 1 MB' } }));
  return { status: 400, code, people: 0 };
}

function failureOf(decision: FaultDecision): Pick<Refusal, 'httpStatus' | 'code' | 'message'> | null {
  if (decision.fault === 'RATE_LIMITED')
    return { httpStatus: 429, code: 'CM_RATE_LIMITED', message: 'too many requests' };
  if (decision.fault === 'SERVER_ERROR')
    return { httpStatus: 500, code: 'CM_INTERNAL', message: 'internal error (simulated)' };
  if (decision.fault === 'UNAVAILABLE')
    return { httpStatus: 503, code: 'CM_UNAVAILABLE', message: 'maintenance (simulated)' };
  return null;
}

function nameIn(body: string): string | null {
  try {
    const name = (JSON.parse(body) as { name?: unknown } | null)?.name;
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}

/** Starts the simulated national side; throws when the port is taken or the scenario is unknown. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const simulator = new Simulator(createRegister({ people: options.people, seed: options.seed }), options);
  const server = createServer((request, response) => {
    simulator.handle({ request, response }).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 65_000;
  const host = options.host ?? '127.0.0.1';
  await listen(server, options.port, host);
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | null = null;
  const urlHost = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host;
  return {
    port,
    url: `http://${urlHost}:${port}`,
    close: () => (closed ??= closeGracefully(server, simulator)),
  };
}

/** Answers what was asked already, then ends; a caller that never finishes its request is cut off after the grace time. */
const CLOSE_GRACE_MS = 2000;

function closeGracefully(server: Server, simulator: Simulator): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    server.close((error) => {
      clearTimeout(cut);
      if (error === undefined) resolve();
      else reject(error);
    });
    simulator.hurry();
    server.closeIdleConnections();
  });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
