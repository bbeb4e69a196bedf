/** Switches the scenario of the sandbox's simulator. */
import { type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadScenarioDocument } from '../../../generated/load-scenario';
import { SimulatorDocument } from '../../../generated/simulator';
import {
  type LoadScenarioMutation,
  type LoadScenarioMutationVariables,
  type SimulatorQuery,
} from '../../../generated/types';
import { type HubError, isRefused, type Refused } from '../../hub/hub-error';
import { useSession } from '../../hub/session';
import { useHub, useHubWrite } from '../../hub/use-hub';
import { Badge, SimulatedBadge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Panel } from '../../parts/panel';
import { RefusalNote } from '../../parts/refusal-note';
import { Answer, EmptyState, ErrorPanel } from '../../parts/states';
import { formatNumber } from '../../shared/format';
import { useConnectorMessages } from './connector-messages';

const REFRESH_MS = 5_000;

interface ListProps {
  simulator: NonNullable<SimulatorQuery['simulator']>;
  load: UseMutationResult<LoadScenarioMutation, HubError, LoadScenarioMutationVariables>;
  onLoad: (name: string) => void;
}

function ScenarioList({ simulator, load, onLoad }: ListProps) {
  const say = useConnectorMessages();
  const { may } = useSession();
  return (
    <ul className="scenario-list">
      {simulator.scenarios.map(({ name, description, active }) => (
        <li key={name} data-active={active || undefined}>
          <div>
            <strong className="mono">{name}</strong>
            <p>{say.scenarios[name] ?? description}</p>
          </div>
          {active && <Badge tone="good">{say.active}</Badge>}
          {!active && may('OPERATOR') && (
            <Button
              small
              aria-label={say.loadNamed(name)}
              isPending={load.isPending && load.variables.name === name}
              onPress={() => onLoad(name)}
            >
              {say.load}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

export function ScenarioPanel() {
  const say = useConnectorMessages();
  const query = useHub(SimulatorDocument, {}, { every: REFRESH_MS });
  const load = useHubWrite(LoadScenarioDocument, [SimulatorDocument]);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const simulator = query.data?.simulator;
  const start = (name: string): void => {
    setRefusal(null);
    load.mutate(
      { name },
      {
        onSuccess: ({ loadScenario }) => {
          if (isRefused(loadScenario)) setRefusal(loadScenario as Refused);
        },
      },
    );
  };
  return (
    <Panel
      title={say.scenario}
      note={simulator && say.scenarioNote(formatNumber(simulator.requests))}
      actions={<SimulatedBadge />}
    >
      <p className="soft small">{say.scenarioLead}</p>
      {refusal && <RefusalNote refusal={refusal} />}
      {load.error && <ErrorPanel error={load.error} />}
      <Answer query={query}>
        {() =>
          simulator ? (
            <ScenarioList simulator={simulator} load={load} onLoad={start} />
          ) : (
            <EmptyState title={say.noSimulator}>
              <p>{say.noSimulatorNext}</p>
            </EmptyState>
          )
        }
      </Answer>
    </Panel>
  );
}
