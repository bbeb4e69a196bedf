/** What was asked of a run: on which file, by which connector, for what. */
import { Link } from 'wouter';
import { SimulatedBadge } from '../../parts/badge';
import { Panel } from '../../parts/panel';
import { formatMoment } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useRunMessages } from './run-messages';
import { type RunView } from './run-view';

export function RunFacts({ run }: { run: RunView }) {
  const say = useRunMessages();
  const words = useSay();
  const { dataset, connector, locality, basedOn } = run;
  return (
    <Panel title={say.facts} actions={<SimulatedBadge simulated={run.simulated} />}>
      <dl className="facts run-facts">
        {dataset && (
          <>
            <dt>{say.dataset}</dt>
            <dd>
              <Link href={`/data/${dataset.id}`}>{dataset.name}</Link>
            </dd>
          </>
        )}
        {connector && (
          <>
            <dt>{say.connector}</dt>
            <dd>
              <Link href={`/connectors/${connector.id}`}>{words(connector.title)}</Link>
            </dd>
          </>
        )}
        {run.purpose && (
          <>
            <dt>{say.purpose}</dt>
            <dd className="mono">{run.purpose}</dd>
          </>
        )}
        {locality && (
          <>
            <dt>{say.locality}</dt>
            <dd>{words(locality.name)}</dd>
          </>
        )}
        {basedOn && (
          <>
            <dt>{say.basedOn}</dt>
            <dd>
              <Link href={`/runs/${basedOn.id}`}>{say.basedOnRun}</Link>
            </dd>
          </>
        )}
        <dt>{say.createdAt}</dt>
        <dd>{formatMoment(run.createdAt, true)}</dd>
        <dt>{say.finishedAt}</dt>
        <dd>{formatMoment(run.finishedAt, true)}</dd>
        {run.notFoundUntil && (
          <>
            <dt>{say.notFoundUntil}</dt>
            <dd>{formatMoment(run.notFoundUntil)}</dd>
          </>
        )}
        <dt>{say.engine}</dt>
        <dd className="mono">{run.engineVersion}</dd>
      </dl>
    </Panel>
  );
}
