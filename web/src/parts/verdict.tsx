/** Verdicts as badges, and how the rows of a run split among them. */
import { type Verdict } from '../../generated/types';
import { verdictWords } from '../../generated/words/verdict';
import { formatNumber, formatShare } from '../shared/format';
import { messagesOf, useSay } from '../shared/use-language';
import { Badge, type Tone } from './badge';
import { type IconName } from './icon';
import './verdict.css';

const LOOKS: Readonly<Record<Verdict, { tone: Tone; icon: IconName }>> = {
  VERIFIED: { tone: 'good', icon: 'check' },
  PROBABLE: { tone: 'info', icon: 'check' },
  REVIEW: { tone: 'warn', icon: 'review' },
  AMBIGUOUS: { tone: 'warn', icon: 'person' },
  STATUS_ALERT: { tone: 'bad', icon: 'flag' },
  MISMATCH: { tone: 'bad', icon: 'close' },
  NOT_FOUND: { tone: 'warn', icon: 'search' },
  INSUFFICIENT: { tone: 'calm', icon: 'info' },
  UNAVAILABLE: { tone: 'calm', icon: 'clock' },
};

/** From what can be used at once to what says nothing. */
export const VERDICTS = Object.keys(LOOKS) as readonly Verdict[];

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const say = useSay();
  return <Badge {...LOOKS[verdict]}>{say(verdictWords[verdict])}</Badge>;
}

interface Count {
  readonly verdict: Verdict;
  readonly count: number;
}

const inOrder = (counts: readonly Count[]): Count[] =>
  VERDICTS.flatMap((verdict) => counts.filter((one) => one.verdict === verdict && one.count > 0));

const sumOf = (counts: readonly Count[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** One thin bar for a list; its words are read from beside it. */
export function VerdictStripe({ counts }: { counts: readonly Count[] }) {
  const say = useSay();
  const total = sumOf(counts);
  if (total === 0) return null;
  const words = inOrder(counts).map(
    ({ verdict, count }) => `${say(verdictWords[verdict])}: ${formatNumber(count)}`,
  );
  return (
    <div className="verdict-stripe" role="img" aria-label={words.join('; ')} title={words.join('\n')}>
      {inOrder(counts).map(({ verdict, count }) => (
        <span key={verdict} data-verdict={verdict} style={{ flexGrow: count / total }} />
      ))}
    </div>
  );
}

const useMessages = messagesOf({
  vi: { verdict: 'Kết luận', rows: 'Số dòng', share: 'Tỷ lệ', total: 'Tổng' },
  en: { verdict: 'Verdict', rows: 'Rows', share: 'Share', total: 'Total' },
});

/** The split with its table; `onPick` makes each verdict lead to its rows. */
export function VerdictSplit({
  counts,
  onPick,
}: {
  counts: readonly Count[];
  onPick?: (verdict: Verdict) => void;
}) {
  const say = useMessages();
  const words = useSay();
  const total = sumOf(counts);
  return (
    <div className="verdict-split">
      <VerdictStripe counts={counts} />
      <table className="table verdict-table">
        <thead>
          <tr>
            <th scope="col">{say.verdict}</th>
            <th scope="col" className="number">
              {say.rows}
            </th>
            <th scope="col" className="number">
              {say.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(counts).map(({ verdict, count }) => (
            <tr key={verdict}>
              <th scope="row">
                <span className="verdict-name">
                  <span className="verdict-key" data-verdict={verdict} />
                  {onPick ? (
                    <button type="button" className="text-button" onClick={() => onPick(verdict)}>
                      {words(verdictWords[verdict])}
                    </button>
                  ) : (
                    words(verdictWords[verdict])
                  )}
                </span>
              </th>
              <td className="number">{formatNumber(count)}</td>
              <td className="number">{formatShare(count / total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            <td className="number">{formatNumber(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
