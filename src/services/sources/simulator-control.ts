/** Asks the control API of the simulator, which only the sandbox has: which scenario is on, and which there are. */
import { z } from 'zod';

/** The simulator runs beside the hub; one that takes longer is not there. Milliseconds. */
const PATIENCE_MS = 3_000;

const ScenarioState = z.object({
  name: z.string(),
  requests: z.number(),
  available: z.array(z.string()),
  descriptions: z.record(z.string(), z.string()),
});
export type ScenarioState = z.infer<typeof ScenarioState>;

/** Null when the simulator does not answer, or no longer as it used to. */
export function findScenario(simulatorUrl: string): Promise<ScenarioState | null> {
  return ask(simulatorUrl, {});
}

/** Null when the simulator does not answer, or does not know the scenario. */
export function putScenario(simulatorUrl: string, name: string): Promise<ScenarioState | null> {
  return ask(simulatorUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
}

async function ask(simulatorUrl: string, request: RequestInit): Promise<ScenarioState | null> {
  const url = new URL('/control/scenario', simulatorUrl);
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok ? ScenarioState.parse(await response.json()) : null;
  } catch {
    return null;
  }
}
