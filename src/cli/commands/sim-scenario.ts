/** `hub06 sim scenario`: shows and changes what goes wrong in the running simulator; in sandbox mode only. */
import { type Command } from 'commander';
import { z } from 'zod';
import { readConfigBesideHub } from '../config-beside-hub';
import { ExitCode } from '../exit-codes';
import { Failure } from '../failure';
import { say } from '../surroundings';

const Shown = z.object({
  name: z.string(),
  description: z.string(),
  requests: z.number(),
  available: z.array(z.string()),
  descriptions: z.record(z.string(), z.string()),
});

const TIMEOUT_MS = 5_000;

export function addSimScenario(sim: Command): void {
  const scenario = sim
    .command('scenario')
    .summary(say({ vi: 'kịch bản sự cố của bên mô phỏng', en: 'fault scenarios of the simulator' }))
    .description(
      say({
        vi: 'Xem và đổi kịch bản sự cố của bên mô phỏng đang chạy: của hub trên HUB_DATA_DIR, hoặc tại SIMULATOR_URL hay SIMULATOR_PORT. Chỉ ở chế độ sandbox.',
        en: 'Shows and changes the fault scenario of the running simulator: that of the hub on HUB_DATA_DIR, or at SIMULATOR_URL or SIMULATOR_PORT. Sandbox mode only.',
      }),
    )
    .addHelpText('after', '\n  $ hub06 sim scenario ls\n  $ hub06 sim scenario load slow-evening');
  scenario
    .command('ls')
    .summary(say({ vi: 'liệt kê; * là kịch bản đang chạy', en: 'list them; * marks the one at work' }))
    .action(async () => {
      const { name, available, descriptions } = await control('GET');
      const width = Math.max(...available.map((one) => one.length));
      for (const one of available)
        process.stdout.write(
          `${one === name ? '*' : ' '} ${one.padEnd(width)}  ${descriptions[one] ?? ''}\n`,
        );
    });
  scenario
    .command('load <name>')
    .summary(
      say({ vi: 'đổi kịch bản; số thứ tự lời gọi về 1', en: 'change it; calls are counted from 1 again' }),
    )
    .action(async (wanted: string) => {
      const { name, description } = await control('POST', JSON.stringify({ name: wanted }));
      process.stdout.write(
        say({
          vi: `Bên mô phỏng nay chạy kịch bản ${name}. ${description}\n`,
          en: `The simulator now plays ${name}. ${description}\n`,
        }),
      );
    });
}

async function control(method: 'GET' | 'POST', body?: string): Promise<z.infer<typeof Shown>> {
  const { mode, simulatorUrl } = readConfigBesideHub();
  if (mode !== 'sandbox') throw sandboxOnly();
  const { status, text } = await read(`${simulatorUrl}/control/scenario`, {
    method,
    ...(body === undefined ? {} : { body }),
  }).catch(() => {
    throw notThere(simulatorUrl);
  });
  if (status === 404) throw sandboxOnly();
  if (status === 400) throw unknownScenario(text);
  const shown = Shown.safeParse(parsed(text));
  if (status !== 200 || !shown.success) throw notThere(simulatorUrl);
  return shown.data;
}

async function read(url: string, question: RequestInit): Promise<{ status: number; text: string }> {
  const answer = await fetch(url, { ...question, signal: AbortSignal.timeout(TIMEOUT_MS) });
  return { status: answer.status, text: await answer.text() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unknownScenario(text: string): Failure {
  const Refused = z.object({ status: z.object({ message: z.string() }) });
  const message = Refused.safeParse(parsed(text)).data?.status.message ?? '';
  return new Failure(ExitCode.USAGE, {
    vi: `Không có kịch bản đó (${message}).`,
    en: `There is no such scenario (${message}).`,
  });
}

function sandboxOnly(): Failure {
  return new Failure(ExitCode.REFUSED, {
    vi: 'Kịch bản chỉ đổi được ở chế độ sandbox (HUB_MODE=sandbox, cho cả bên mô phỏng).',
    en: 'Scenarios can be changed in sandbox mode only (HUB_MODE=sandbox, for the simulator too).',
  });
}

function notThere(url: string): Failure {
  return new Failure(ExitCode.UNREACHABLE, {
    vi: `Không gặp được bên mô phỏng tại ${url}. Hãy chạy "npm start" hoặc "hub06 simulator", hoặc đặt SIMULATOR_URL.`,
    en: `No simulator answers at ${url}. Run "npm start" or "hub06 simulator", or set SIMULATOR_URL.`,
  });
}
