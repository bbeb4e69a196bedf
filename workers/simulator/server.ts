/** Answers for starting the simulated national side on an address, and for ending it gracefully. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { LivingPopulation } from './living-population';
import { getScenario } from './scenario';
import { Simulator } from './simulator';

export interface SimulatorOptions {
  /** 0 takes a free port. */
  port: number;
  host?: string;
  people: number;
  seed: number;
  /** Name of a scenario or path of a YAML file; `happy` without it. */
  scenario?: string;
  /** Opens `/control/…`: for the sandbox only. */
  controlApi?: boolean;
  /** One JSON line for each call; it never holds a personal value. */
  onRequestLog?: (line: string) => void;
  /** PostgreSQL, where life events are kept; without it they end with the process. */
  databaseUrl?: string;
  /** Epoch milliseconds; the machine's clock without it. */
  now?: () => number;
}

export interface RunningSimulator {
  port: number;
  url: string;
  close(): Promise<void>;
}

/** Starts the simulated national side; throws when the port is taken or the scenario is unknown. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const scenario = getScenario(options.scenario ?? 'happy');
  const population = await LivingPopulation.open(options);
  const simulator = new Simulator(options, population, scenario);
  const server = createServer((request, response) => {
    simulator.handle(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 65_000;
  const host = options.host ?? '127.0.0.1';
  await listen(server, options.port, host).catch(async (error: unknown) => {
    await population.close();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | null = null;
  const urlHost = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host;
  return {
    port,
    url: `http://${urlHost}:${port}`,
    close: () => (closed ??= closeGracefully(server, simulator).finally(() => population.close())),
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
