/** Loads a scenario into the simulator of the sandbox, and notes who did it. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { type Actor } from '../../domain/actor';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';
import { findScenario, putScenario, type ScenarioState } from './simulator-control';

export async function loadScenario(
  db: DataSource,
  simulatorUrl: string,
  actor: Actor,
  name: string,
): Promise<ScenarioState | Refusal> {
  const before = await findScenario(simulatorUrl);
  if (before === null) return refuse('SIMULATOR_UNREACHABLE');
  if (!before.available.includes(name)) return refuse('SCENARIO_NOT_FOUND', before.available.join(', '));
  const after = await putScenario(simulatorUrl, name);
  if (after === null) return refuse('SIMULATOR_UNREACHABLE');
  await inTransaction(db, ({ client }) =>
    insertAuditEntry(client, {
      actor,
      action: 'scenario.load',
      subject: `scenario:${name}`,
      detail: { before: before.name },
    }),
  );
  return after;
}
