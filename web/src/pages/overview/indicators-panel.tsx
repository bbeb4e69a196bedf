/** Each indicator that has a figure against its target, farthest from it first. */
import { Link } from 'wouter';
import { Badge, SimulatedBadge, type Tone } from '../../parts/badge';
import { Panel } from '../../parts/panel';
import { formatDate } from '../../shared/format';
import { useFigureWords } from '../../shared/unit-words';
import { type National, type Score, scoresOf } from './overview-data';
import { useOverviewMessages } from './overview-messages';

const TONES: Readonly<Record<NonNullable<Score['band']>, Tone>> = {
  DONE: 'good',
  ABOVE_MEAN: 'info',
  BELOW_MEAN: 'warn',
  BELOW_LOWER: 'bad',
};

/** How far on the way to the target, 1 being there; for figures that should be small the way is the other one round. */
function reachOf({ indicator: { target, direction }, observation }: Score): number {
  const value = observation?.value ?? 0;
  if (direction === 'UP') return target === 0 ? 1 : value / target;
  return value === 0 ? 1.5 : target / value;
}

/** The track ends at half again the target, whose place is marked. */
function TargetBar({ score }: { score: Score }) {
  const reach = Math.min(reachOf(score), 1.5);
  return (
    <span className="target-bar" data-reached={reach >= 1 || undefined}>
      <span style={{ width: `${(reach / 1.5) * 100}%` }} />
    </span>
  );
}

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
      <td>
        <TargetBar score={score} />
      </td>
      <td title={words?.text}>{band && <Badge tone={TONES[band]}>{say.bands[band]}</Badge>}</td>
    </tr>
  );
}

export function IndicatorsPanel({ national }: { national: National }) {
  const say = useOverviewMessages();
  const all = scoresOf(national);
  const known = all.filter(({ score }) => score.observation !== null);
  known.sort((a, b) => reachOf(a.score) - reachOf(b.score));
  return (
    <Panel
      title={say.targets}
      flush
      note={all.length > known.length && say.withoutValue(all.length - known.length)}
    >
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
            <th scope="col">{say.progress}</th>
            <th scope="col">{say.band}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ path, score }) => (
            <Row key={score.indicator.code} path={path} score={score} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
