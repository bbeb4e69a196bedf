/** Answers for the control API of the sandbox: scenarios, keys of senders, life events. */
import { z } from 'zod';
import { type LivingPopulation } from './living-population';
import { UNITS } from './register/units';
import { LifeEventRequest } from './register/life-event-request';
import { findScenario, type Scenario, scenarioNames } from './scenario';
import { type Reply } from './wire/call';

export interface Controlled {
  scenario(): { readonly scenario: Scenario; readonly requests: number };
  load(scenario: Scenario): void;
  /** Nothing is heard of these provinces' IOCs until they are named no more, or a scenario is loaded. */
  silence(provinces: readonly string[]): void;
  silenced(): readonly string[];
  registerKey(senderId: string, pem: string): boolean;
  readonly population: LivingPopulation;
}

const Silence = z.strictObject({
  silent: z.array(z.enum(UNITS.map(({ code }) => code))).max(UNITS.length),
});

export class ControlApi {
  constructor(private readonly controlled: Controlled) {}

  answer(method: string, path: string, body: string): Reply | Promise<Reply> {
    if (path === '/control/events') return this.events(method, body);
    if (path === '/control/ioc') return this.ioc(method, body);
    const key = /^\/control\/keys\/([A-Z0-9-]{6,13})$/.exec(path);
    if (path === '/control/scenario' && method === 'GET') return this.shown();
    if (path === '/control/scenario' && method === 'POST') return this.changed(body);
    if (key !== null && method === 'PUT') {
      const registered = this.controlled.registerKey(key[1] as string, body);
      return registered
        ? reply(200, { registered })
        : invalid('the body must be the PEM of an RSA public key');
    }
    return reply(404, { status: { code: 'CM_NOT_FOUND', message: 'no such path' } });
  }

  private ioc(method: string, body: string): Reply {
    if (method === 'POST') {
      const wanted = Silence.safeParse(parsed(body));
      if (!wanted.success) return invalid(z.prettifyError(wanted.error));
      this.controlled.silence(wanted.data.silent);
    } else if (method !== 'GET') return invalid('GET or POST');
    return reply(200, { silent: this.controlled.silenced() });
  }

  private async events(method: string, body: string): Promise<Reply> {
    const { population } = this.controlled;
    if (method === 'POST') {
      const event = LifeEventRequest.safeParse(parsed(body));
      if (!event.success) return invalid(z.prettifyError(event.error));
      const person = await population.add(event.data);
      if (typeof person === 'string') return invalid(person);
      return reply(200, { number: person.number, events: population.count() });
    }
    if (method === 'DELETE') await population.clear();
    else if (method !== 'GET') return invalid('GET, POST or DELETE');
    return reply(200, { events: population.count() });
  }

  private shown(): Reply {
    const { scenario, requests } = this.controlled.scenario();
    const available = scenarioNames();
    const descriptions = Object.fromEntries(available.map((name) => [name, findScenario(name)?.description]));
    const { name, description } = scenario;
    return reply(200, { name, description, requests, available, descriptions });
  }

  private changed(body: string): Reply {
    const wanted = nameIn(body);
    const scenario = wanted === null ? null : findScenario(wanted);
    if (scenario === null) return invalid(`name one of: ${scenarioNames().join(', ')}`);
    this.controlled.load(scenario);
    return this.shown();
  }
}

function nameIn(body: string): string | null {
  const name = (parsed(body) as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

export function invalid(message: string): Reply {
  return reply(400, { status: { code: 'CM_INVALID_REQUEST', message } });
}

export function reply(status: number, value: object): Reply {
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
    code: status === 200 ? 'CM_SUCCESS' : 'CM_INVALID_REQUEST',
    people: 0,
  };
}
