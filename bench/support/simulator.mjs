/** The simulated national side as a process of its own, so that a benchmark can change its scenario, kill it, and start it again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, PROGRAM } from './hub.mjs';

export class SimulatorProcess {
  #child = null;

  constructor(port, environment) {
    this.url = `http://127.0.0.1:${port}`;
    this.environment = { ...process.env, ...environment, SIMULATOR_PORT: String(port) };
  }

  static async start(environment = {}) {
    const simulator = new SimulatorProcess(await freePort(), environment);
    await simulator.start();
    return simulator;
  }

  get pid() {
    return this.#child?.pid ?? null;
  }

  async start() {
    const child = spawn(process.execPath, [PROGRAM, 'simulator'], {
      stdio: 'ignore',
      env: this.environment,
    });
    this.#child = child;
    while (!(await fetch(`${this.url}/healthz`).catch(() => null))?.ok) {
      if (child.exitCode !== null) throw new Error('the simulator did not start');
      await delay(20);
    }
  }

  async kill() {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Loads a scenario, which counts its requests from 1. */
  async play(name) {
    const response = await fetch(`${this.url}/control/scenario`, {
      method: 'POST',
      body: JSON.stringify({ name }),
    });
    if (!response.ok) throw new Error(`the simulator does not play "${name}"`);
  }

  /** Calls since the scenario was loaded; those for documents and health are not counted. */
  async requests() {
    return (await (await fetch(`${this.url}/control/scenario`)).json()).requests;
  }
}
