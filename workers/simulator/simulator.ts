/** Answers for the national side behind its address: which skin a call is for, what goes wrong with it, the control API. */
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { ControlApi } from './control-api';
import { decideFault, type FaultDecision } from './faults';
import { secondsOfMaintenanceLeft } from './maintenance';
import { Quotas } from './quotas';
import { type LivingPopulation } from './living-population';
import { type Register } from './register/register';
import { type Scenario } from './scenario';
import { type SimulatorOptions } from './server';
import { type Call, type Reply, type Skin } from './wire/call';
import { deliver, send } from './wire/deliver';
import { IOC_PREFIX, IocSkin } from './ioc/ioc-skin';
import { STATISTICS_PREFIX, StatisticsSkin } from './statistics/statistics-skin';
import { aggregate } from './wire/ndop/aggregate-operation';
import { AsyncRequests } from './wire/ndop/async-requests';
import { Inbox } from './wire/ndop/inbox';
import { lookUp, NDOP_PREFIX, NdopSkin, type Operation } from './wire/ndop/ndop-skin';
import { served } from './wire/ndop/served-operation';
import { Signatures } from './wire/ndop/signatures';
import { readBody } from './wire/read-body';
import { type Refusal, refusal } from './wire/refusal';
import { SeenRequests } from './wire/seen-requests';
import { SOAP_PATH, SoapSkin } from './wire/soap/soap-skin';
import { writeWsdl } from './wire/soap/wsdl';
import { Waiting } from './waiting';

const MOST_BODY_BYTES = 1024 * 1024;
/** A submitted list may be a hundred times as long as a look-up's. */
const MOST_LIST_BYTES = 24 * 1024 * 1024;

export class Simulator {
  private quotas: Quotas;
  private requests = 0;
  private closing = false;
  private readonly seen = new SeenRequests();
  private readonly waiting = new Waiting();
  private readonly silenced = new Set<ServerResponse>();
  private readonly signatures = new Signatures();
  private readonly requestsKept: AsyncRequests;
  private readonly operations: ReadonlyMap<string, Operation>;
  private readonly ndop: Skin;
  private readonly soap: Skin;
  private readonly ioc: Skin;
  private readonly statistics: Skin;
  private readonly control: ControlApi;
  /** Provinces silenced by hand, beside those of the scenario. */
  private silencedNodes: readonly string[] = [];

  constructor(
    private readonly options: SimulatorOptions,
    private readonly population: LivingPopulation,
    private scenario: Scenario,
  ) {
    population.keepBadly(scenario.dirtyRecords);
    this.quotas = new Quotas(scenario.quotas);
    const register = (): Register => population.register();
    this.requestsKept = new AsyncRequests(register);
    const progress = (): number => this.scenario.ioc.progress;
    this.operations = new Map<string, Operation>([
      ['tra-cuu', lookUp(register)],
      ['tong-hop', aggregate(register)],
      ['danh-muc-tong-hop', served(options.seed, progress)],
      ['tiep-nhan', new Inbox().receive()],
      ...this.requestsKept.operations(),
    ]);
    this.ndop = new NdopSkin(this.operations, this.signatures);
    this.soap = new SoapSkin(register);
    this.statistics = new StatisticsSkin(options.seed, progress);
    this.ioc = new IocSkin({
      seed: options.seed,
      ioc: () => this.scenario.ioc,
      isSilent: (code) => this.scenario.ioc.silent.includes(code) || this.silencedNodes.includes(code),
    });
    this.control = new ControlApi({
      scenario: () => ({ scenario: this.scenario, requests: this.requests }),
      load: (scenario) => this.load(scenario),
      silence: (provinces) => (this.silencedNodes = provinces),
      silenced: () => [...this.scenario.ioc.silent, ...this.silencedNodes],
      registerKey: (senderId, pem) => this.signatures.register(senderId, pem),
      population,
    });
  }

  private load(scenario: Scenario): void {
    this.scenario = scenario;
    this.population.keepBadly(scenario.dirtyRecords);
    this.quotas = new Quotas(scenario.quotas);
    this.requests = 0;
    this.silencedNodes = [];
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path, query] = (request.url ?? '/').split('?') as [string, string?];
    const correlation = request.headers['x-correlation-id'];
    if (this.closing) response.setHeader('connection', 'close');
    if (typeof correlation === 'string') response.setHeader('x-correlation-id', correlation);
    const skin = request.method === 'POST' ? this.skinOf(path) : this.readSkinOf(request.method, path);
    if (skin !== null) return this.answer(skin, path, request, response);
    if (path.startsWith('/control/') && this.options.controlApi === true) {
      const body = await readBody(request, MOST_BODY_BYTES);
      return send(
        response,
        await this.control.answer(request.method ?? 'GET', path, body?.toString('utf8') ?? ''),
      );
    }
    request.resume();
    send(response, this.documentAt(request, path, query));
  }

  private skinOf(path: string): Skin | null {
    if (path === SOAP_PATH) return this.soap;
    const operation = path.startsWith(NDOP_PREFIX) ? path.slice(NDOP_PREFIX.length) : '';
    return this.operations.has(operation) ? this.ndop : null;
  }

  /** What is read by GET and still goes wrong as scenarios say. */
  private readSkinOf(method: string | undefined, path: string): Skin | null {
    if (method !== 'GET') return null;
    if (path.startsWith(IOC_PREFIX)) return this.ioc;
    return path.startsWith(STATISTICS_PREFIX) ? this.statistics : null;
  }

  /** What is there for anybody to read. */
  private documentAt(request: IncomingMessage, path: string, query: string | undefined): Reply {
    const { people, seed } = this.options;
    const read = request.method === 'GET';
    if (read && path === '/healthz') return json(200, { ok: true, simulated: true, people, seed });
    if (read && path === SOAP_PATH && query?.toLowerCase() === 'wsdl')
      return document('text/xml; charset=utf-8', writeWsdl(request.headers.host ?? 'localhost'));
    if (read && path === `${NDOP_PREFIX}khoa-cong-khai`)
      return document('application/x-pem-file', this.signatures.publicKey());
    const file = /^\/ndop\/v1\/yeu-cau\/([0-9a-f]{32})\/tep$/.exec(path)?.[1];
    const found = read && file !== undefined ? this.requestsKept.file(file, this.now()) : null;
    if (found !== null) return found;
    return json(404, { status: { code: 'CM_NOT_FOUND', message: 'no such path' } });
  }

  private async answer(
    skin: Skin,
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    this.requests += 1;
    const number = this.requests;
    const decision = decideFault(this.scenario, this.options.seed, number);
    const most = path.endsWith('/SubmitRequest') ? MOST_LIST_BYTES : MOST_BODY_BYTES;
    const body = await readBody(request, most);
    if (decision.latencyMs > 0 && !this.closing) await this.waiting.wait(decision.latencyMs);
    const call = this.callOf(request, response, path, body ?? Buffer.alloc(0), number, decision);
    const refused = this.refusedBefore(call, decision, body === null);
    let outcome: Pick<Reply, 'status' | 'code' | 'people'> = { status: 0, code: 'NO_ANSWER', people: 0 };
    if (decision.fault === 'TIMEOUT') this.silence(response);
    else if (refused !== null) {
      const reply = skin.refuse(call, refused);
      send(response, decision.fault === 'ERROR_IN_200' ? { ...reply, status: 200 } : reply);
      outcome = reply;
    } else {
      const reply = skin.answer(call);
      if (reply.status === 200) deliver(response, reply, decision);
      else send(response, reply);
      outcome = reply;
    }
    const { status, code, people } = outcome;
    this.options.onRequestLog?.(
      JSON.stringify({
        request: number,
        scenario: this.scenario.name,
        fault: decision.fault,
        status,
        code,
        people,
      }),
    );
  }

  private callOf(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    body: Buffer,
    number: number,
    decision: FaultDecision,
  ): Call {
    const nowMs = this.now();
    return {
      method: request.method ?? 'POST',
      path,
      query: new URLSearchParams((request.url ?? '').split('?')[1] ?? ''),
      headers: request.headers,
      body,
      number,
      nowMs,
      strangerAt: decision.fault === 'WRONG_RECORD' ? decision.detail : null,
      admit: (agency, officer) => {
        const refused = this.quotas.admit(agency, officer, nowMs);
        const left = this.quotas.leftToday(agency, nowMs);
        if (left !== null) response.setHeader('x-ratelimit-remaining', left);
        return refused;
      },
      isFirst: (id) => this.seen.isFirst(id),
    };
  }

  /** What stands before the service itself: maintenance, the gateway's limits, decided failures. */
  private refusedBefore(
    call: Call,
    { fault, retryAfterSeconds }: FaultDecision,
    tooLarge: boolean,
  ): Refusal | null {
    const away = secondsOfMaintenanceLeft(this.scenario.maintenance, call.nowMs);
    if (away !== null) return refusal('UNAVAILABLE', 'maintenance (simulated)', away);
    if (tooLarge) return refusal('INVALID', 'the body is too large');
    const retry = retryAfterSeconds ?? undefined;
    if (fault === 'RATE_LIMITED') return refusal('RATE_LIMITED', 'too many requests', retry);
    if (fault === 'UNAVAILABLE') return refusal('UNAVAILABLE', 'maintenance (simulated)', retry);
    if (fault === 'SERVER_ERROR' || fault === 'ERROR_IN_200')
      return refusal('INTERNAL', 'internal error (simulated)');
    return null;
  }

  private silence(response: ServerResponse): void {
    this.silenced.add(response);
    response.once('close', () => this.silenced.delete(response));
  }

  private now(): number {
    return this.options.now?.() ?? Date.now();
  }

  /** Lets waiting answers go at once and gives up those that were never to come. */
  hurry(): void {
    this.closing = true;
    this.waiting.end();
    for (const response of this.silenced) response.destroy();
  }
}

function document(contentType: string, body: string): Reply {
  return { status: 200, contentType, body, code: 'CM_SUCCESS', people: 0 };
}

function json(status: number, value: object): Reply {
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
    code: status === 200 ? 'CM_SUCCESS' : 'CM_NOT_FOUND',
    people: 0,
  };
}
