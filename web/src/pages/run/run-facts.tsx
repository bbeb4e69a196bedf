/** What was asked of a run: on which file, by which connector, for what. */
import { type ReactNode } from 'react';
import { Link } from 'wouter';
import { SimulatedBadge } from '../../parts/badge';
import { Panel } from '../../parts/panel';
import { formatMoment } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useRunMessages } from './run-messages';
import { type RunView } from './run-view';

/** Each fact by its name; what a run does not have is left out. */
function useFacts(run: RunView): readonly (readonly [name: string, value: ReactNode])[] {
  const say = useRunMessages();
  const words = useSay();
  const { dataset, connector, locality, basedOn } = run;
  const facts: (readonly [string, ReactNode])[] = [
    [say.dataset, dataset && <Link href={`/data/${dataset.id}`}>{dataset.name}</Link>],
    [say.connector, connector && <Link href={`/connectors/${connector.id}`}>{words(connector.title)}</Link>],
    [say.purpose, run.purpose && <span className="mono">{run.purpose}</span>],
    [say.locality, locality && words(locality.name)],
    [say.basedOn, basedOn && <Link href={`/runs/${basedOn.id}`}>{say.basedOnRun}</Link>],
    [say.createdAt, formatMoment(run.createdAt, true)],
    [say.finishedAt, formatMoment(run.finishedAt, true)],
    [say.notFoundUntil, run.notFoundUntil && formatMoment(run.notFoundUntil)],
    [say.engine, <span className="mono">{run.engineVersion}</span>],
  ];
  return facts.filter(([, value]) => Boolean(value));
}

export function RunFacts({ run }: { run: RunView }) {
  const say = useRunMessages();
  const facts = useFacts(run);
  return (
    <Panel title={say.facts} actions={<SimulatedBadge simulated={run.simulated} />}>
      <dl className="run-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
