/** How the indicators of a province went: one at a time, as a line and as a table; the address keeps which. */
import { useMemo, useState } from 'react';
import { ConsoleFiguresDocument } from '../../../generated/console-figures';
import { ConsoleTrendDocument } from '../../../generated/console-trend';
import { type ConsoleFiguresQuery, type SeriesInterval } from '../../../generated/types';
import { useHub } from '../../hub/use-hub';
import { Choice } from '../../parts/fields';
import { Panel } from '../../parts/panel';
import { Segments } from '../../parts/segments';
import { Answer, EmptyState } from '../../parts/states';
import { CURRENT_PERIOD } from '../../shared/current-period';
import { formatDate, formatNumber } from '../../shared/format';
import { useFigureWords } from '../../shared/unit-words';
import { useAddress } from '../../shared/use-address';
import { type Goal, type Step, TrendChart } from './trend-chart';
import { useTrendMessages } from './trend-messages';

const DAY_MS = 86_400_000;
const SPANS: Readonly<Record<SeriesInterval, number>> = { DAY: 30, WEEK: 26 * 7, MONTH: 730 };
const INTERVALS = Object.keys(SPANS) as readonly SeriesInterval[];

interface Followed extends Goal {
  readonly code: string;
}

/** The indicators that have been observed there, in the order of the matrix. */
function followedOf({ matrix }: ConsoleFiguresQuery): Followed[] {
  return matrix.groups.flatMap(({ items }) =>
    items.flatMap(({ path, indicators }) =>
      indicators
        .filter(({ observation }) => observation !== null)
        .map(({ indicator: { code, name, unit, target, lowerThreshold } }) => ({
          code,
          name: `${path} ${name.text}`,
          unit,
          target,
          lowerThreshold,
        })),
    ),
  );
}

function StepsTable({ goal, steps }: { goal: Goal; steps: readonly Step[] }) {
  const say = useTrendMessages();
  const write = useFigureWords();
  return (
    <details className="trend-table">
      <summary>{say.asTable(formatNumber(steps.length))}</summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say.time}</th>
            <th scope="col" className="number">
              {say.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.toReversed().map(({ time, value }) => (
            <tr key={time}>
              <th scope="row">{formatDate(time)}</th>
              <td className="number">{value === null ? '–' : write(value, goal.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Trend({ locality, goal, interval }: { locality: string; goal: Followed; interval: SeriesInterval }) {
  const say = useTrendMessages();
  const [now] = useState(Date.now);
  const from = new Date(now - SPANS[interval] * DAY_MS).toISOString();
  const variables = { indicator: goal.code, locality, from, to: new Date(now).toISOString(), interval };
  const query = useHub(ConsoleTrendDocument, variables, { keepPrevious: true });
  const steps = query.data?.metricSeries;
  const observed = useMemo(() => steps?.filter(({ value }) => value !== null) ?? [], [steps]);
  return (
    <Answer query={query}>
      {({ metricSeries }) =>
        observed.length === 0 ? (
          <EmptyState title={say.noneInSpan}>{say.noneInSpanNext}</EmptyState>
        ) : (
          <>
            <TrendChart goal={goal} steps={metricSeries} />
            <StepsTable goal={goal} steps={observed} />
          </>
        )
      }
    </Answer>
  );
}

function ChosenTrend({ locality, followed }: { locality: string; followed: readonly Followed[] }) {
  const say = useTrendMessages();
  const [search, change] = useAddress();
  const interval = INTERVALS.find((one) => one === search.get('span')) ?? 'DAY';
  const goal = followed.find(({ code }) => code === search.get('indicator')) ?? followed[0];
  if (!goal) return <EmptyState title={say.none}>{say.noneNext}</EmptyState>;
  return (
    <>
      <div className="trend-choices">
        <Choice
          inline
          label={say.indicator}
          options={followed.map(({ code, name }) => ({ id: code, label: name }))}
          value={goal.code}
          onChange={(indicator) => change({ indicator })}
        />
        <Segments
          label={say.span}
          segments={INTERVALS.map((id) => ({ id, title: say.spans[id] }))}
          selected={interval}
          onSelect={(span) => change({ span })}
        />
      </div>
      <Trend locality={locality} goal={goal} interval={interval} />
    </>
  );
}

export function TrendPanel({ locality }: { locality: string }) {
  const say = useTrendMessages();
  const figures = useHub(ConsoleFiguresDocument, { locality, period: CURRENT_PERIOD });
  return (
    <Panel title={say.title}>
      <Answer query={figures}>
        {(data) => <ChosenTrend locality={locality} followed={followedOf(data)} />}
      </Answer>
    </Panel>
  );
}
