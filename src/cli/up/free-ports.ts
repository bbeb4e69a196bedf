/** Sees to it that the ports of the hub are free before anything is started on them. */
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';

export interface WantedPort {
  readonly port: number;
  readonly host: string;
  /** The setting to change when the port is taken. */
  readonly variable: 'PORT' | 'SIMULATOR_PORT';
}

const POLL_MS = 200;

/** Null when the port is free, else the system's code for why not. */
export function findPortTrouble(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** Waits up to `patienceMs` for all ports. @throws Failure that names the first taken port and the variable to set. */
export async function claimPorts(wanted: readonly WantedPort[], patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (const want of wanted) {
    if (wanted.some((other) => other !== want && other.port === want.port)) throw sharedPort(want.port);
    for (;;) {
      const trouble = await findPortTrouble(want.port, want.host);
      if (!trouble) break;
      if (Date.now() >= deadline || trouble !== 'EADDRINUSE') throw portTrouble(want, trouble);
      await delay(POLL_MS);
    }
  }
}

function portTrouble(want: WantedPort, code: string): Failure {
  const another = want.port < 1024 ? 8000 + want.port : want.port + 100;
  const advice = `${want.variable}=${another} npm start`;
  if (code === 'EADDRINUSE') {
    return new Failure(ExitCode.TAKEN, {
      vi: `Cổng ${want.port} đang bị chương trình khác dùng. Hãy tắt chương trình đó hoặc đặt ${want.variable} sang cổng khác, ví dụ: ${advice}`,
      en: `Port ${want.port} is taken by another program. Stop it, or set ${want.variable} to another port, for example: ${advice}`,
    });
  }
  return new Failure(ExitCode.SETTINGS, {
    vi: `Không mở được cổng ${want.port} trên ${want.host} (${code}). Hãy đặt ${want.variable} hoặc HUB_HOST khác, ví dụ: ${advice}`,
    en: `Port ${want.port} cannot be opened on ${want.host} (${code}). Set ${want.variable} or HUB_HOST, for example: ${advice}`,
  });
}

function sharedPort(port: number): Failure {
  return new Failure(ExitCode.SETTINGS, {
    vi: `PORT và SIMULATOR_PORT đều là ${port}. Hãy đặt hai cổng khác nhau.`,
    en: `PORT and SIMULATOR_PORT are both ${port}. Set them to different ports.`,
  });
}
