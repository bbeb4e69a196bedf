/** Answers for the control API of the sandbox: scenarios, keys of senders. */
import { findScenario, type Scenario, scenarioNames } from './scenario';
import { type Reply } from './wire/call';

export interface Controlled {
  scenario(): { readonly scenario: Scenario; readonly requests: number };
  load(scenario: Scenario): void;
  registerKey(senderId: string, pem: string): boolean;
}

export class ControlApi {
  constructor(private readonly controlled: Controlled) {}

  answer(method: string, path: string, body: string): Reply | Promise<Reply> {
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
  try {
    const name = (JSON.parse(body) as { name?: unknown } | null)?.name;
    return typeof name === 'string' ? name : null;
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
