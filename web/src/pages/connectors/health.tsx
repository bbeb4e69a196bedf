/** How a connector is: up or down, its breaker, its latency, and whether it conforms. */
import { type BreakerState, type ConnectorPageQuery, type HealthState } from '../../../generated/types';
import { breakerStateWords } from '../../../generated/words/breaker-state';
import { healthStateWords } from '../../../generated/words/health-state';
import { Badge, type Tone } from '../../parts/badge';
import { formatNumber } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useConnectorMessages } from './connector-messages';

export type Connector = ConnectorPageQuery['connectors'][number];

const HEALTH: Readonly<Record<HealthState, Tone>> = { UP: 'good', DOWN: 'bad', UNKNOWN: 'calm' };
const BREAKER: Readonly<Record<BreakerState, Tone>> = { CLOSED: 'good', HALF_OPEN: 'warn', OPEN: 'bad' };

/** The first part of a description such as "Đóng: yêu cầu được gửi đi"; the whole stands in the tip. */
const nameIn = (words: string): string => words.split(':')[0] ?? words;

export function HealthBadge({ state }: { state: HealthState }) {
  const say = useSay();
  return <Badge tone={HEALTH[state]}>{say(healthStateWords[state])}</Badge>;
}

export function BreakerBadge({ state }: { state: BreakerState | null }) {
  const say = useSay();
  if (state === null) return <span className="soft">–</span>;
  const words = say(breakerStateWords[state]);
  return (
    <span title={words}>
      <Badge tone={BREAKER[state]}>{nameIn(words)}</Badge>
    </span>
  );
}

export function ConformanceBadge({ conformance }: Pick<Connector, 'conformance'>) {
  const say = useConnectorMessages();
  if (!conformance) return <Badge tone="calm">{say.untested}</Badge>;
  return conformance.failed > 0 ? (
    <Badge tone="bad">{say.failures(formatNumber(conformance.failed))}</Badge>
  ) : (
    <Badge tone="good">{say.conformant(formatNumber(conformance.passed))}</Badge>
  );
}

const PERCENTILES = [
  { name: 'p50', key: 'p50Ms' },
  { name: 'p95', key: 'p95Ms' },
  { name: 'p99', key: 'p99Ms' },
] as const;

/** The three percentiles on one scale, so that a long tail is seen at once. */
export function Latency({ health }: Pick<Connector, 'health'>) {
  const say = useConnectorMessages();
  const longest = Math.max(...PERCENTILES.map(({ key }) => health[key] ?? 0), 1);
  return (
    <dl className="latency" aria-label={say.latency}>
      {PERCENTILES.map(({ name, key }) => {
        const value = health[key];
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="latency-track" aria-hidden="true">
                <span style={{ width: `${((value ?? 0) / longest) * 100}%` }} />
              </span>
              <span className="latency-value">
                {value === null ? '–' : say.ms(formatNumber(value, value < 10 ? 1 : 0))}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
