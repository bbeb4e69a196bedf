/** Each indicator that has a figure against its target, farthest from it first: as a chart, or as the table with the same figures. */
import { useMemo } from 'react';
import { Link } from 'wouter';
import { Badge, SimulatedBadge, type Tone } from '../../parts/badge';
import { Panel } from '../../parts/panel';
import { Segments } from '../../parts/segments';
import { formatDate } from '../../shared/format';
import { useFigureWords } from '../../shared/unit-words';
import { useAddress } from '../../shared/use-address';
import { type National, type Placed, reachOf, type Score, scoresOf } from './overview-data';
import { useOverviewMessages } from './overview-messages';
import { TargetChart } from './target-chart';

const TONES: Readonly<Record<NonNullable<Score['band']>, Tone>> = {
  DONE: 'good',
  ABOVE_MEAN: 'info',
  BELOW_MEAN: 'warn',
  BELOW_LOWER: 'bad',
};

function Row({ path, score }: { path: string; score: Score }) {
  const write = useFigureWords();
  const say = useOverviewMessages();
  const { indicator, observation, band, words } = score;
  return (
    <tr>
      <th scope="row" className="indicator">
        <Link
          href={`/matrix?cell=${encodeURIComponent(`${path}/BENEFIT_GOVERNMENT`)}`}
          className="indicator-item"
        >
          {path}
        </Link>
        <span>
          {indicator.name.text}
          <span className="soft indicator-time">
            {formatDate(observation?.observedAt)}{' '}
            <SimulatedBadge compact simulated={observation?.simulated ?? false} />
          </span>
        </span>
      </th>
      <td className="number">
        <strong>{observation && write(observation.value, indicator.unit)}</strong>
      </td>
      <td className="number soft">
        {indicator.direction === 'UP' ? '≥ ' : '≤ '}
        {write(indicator.target, indicator.unit)}
      </td>
      <td title={words?.text}>{band && <Badge tone={TONES[band]}>{say.bands[band]}</Badge>}</td>
    </tr>
  );
}

function IndicatorsTable({ placed }: { placed: readonly Placed[] }) {
  const say = useOverviewMessages();
  return (
    <table className="table indicators">
      <thead>
        <tr>
          <th scope="col">{say.indicator}</th>
          <th scope="col" className="number">
            {say.value}
          </th>
          <th scope="col" className="number">
            {say.target}
          </th>
          <th scope="col">{say.band}</th>
        </tr>
      </thead>
      <tbody>
        {placed.map(({ path, score }) => (
          <Row key={score.indicator.code} path={path} score={score} />
        ))}
      </tbody>
    </table>
  );
}

const SHAPES = ['chart', 'table'] as const;

export function IndicatorsPanel({ national }: { national: National }) {
  const say = useOverviewMessages();
  const [search, change] = useAddress();
  const shape = SHAPES.find((one) => one === search.get('targets')) ?? 'chart';
  const all = useMemo(() => scoresOf(national), [national]);
  const known = useMemo(
    () =>
      all
        .filter(({ score }) => score.observation !== null)
        .sort((a, b) => reachOf(a.score) - reachOf(b.score)),
    [all],
  );
  return (
    <Panel
      title={say.targets}
      flush={shape === 'table'}
      note={all.length > known.length && say.withoutValue(all.length - known.length)}
      actions={
        <Segments
          label={say.targets}
          segments={SHAPES.map((id) => ({ id, title: say.shapes[id] }))}
          selected={shape}
          onSelect={(targets) => change({ targets })}
        />
      }
    >
      {shape === 'chart' ? <TargetChart placed={known} /> : <IndicatorsTable placed={known} />}
    </Panel>
  );
}
