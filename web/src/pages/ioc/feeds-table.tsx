/** What each feed of a province brought in, and how good it is by the five words of the field: right, full, clean, live, one. */
import { type IocNodeQuery } from '../../../generated/types';
import { Panel } from '../../parts/panel';
import { EmptyState } from '../../parts/states';
import { formatMoment, formatNumber, formatShare } from '../../shared/format';
import { useSay } from '../../shared/use-language';
import { useIocMessages } from './ioc-messages';

type Feed = NonNullable<IocNodeQuery['iocNode']>['feeds'][number];

const QUALITIES = ['correct', 'complete', 'clean', 'live', 'consistent'] as const;

/** Above it the field calls a feed good; the mark shows it beside the colour. */
const GOOD_SHARE = 0.9;

function Quality({ share }: { share: number | null | undefined }) {
  if (share === null || share === undefined) return <td className="number soft">–</td>;
  return (
    <td className="number quality" data-good={share >= GOOD_SHARE || undefined}>
      {formatShare(share, 0)}
      <span className="quality-bar">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </td>
  );
}

export function FeedsTable({ feeds }: { feeds: readonly Feed[] }) {
  const say = useIocMessages();
  const pick = useSay();
  return (
    <Panel title={say.feeds} flush>
      {feeds.length === 0 ? (
        <EmptyState title={say.noFeeds}>
          <p>{say.noFeedsNext}</p>
        </EmptyState>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say.feed}</th>
              {[say.offered, say.accepted, say.rejected, say.repeated].map((title) => (
                <th key={title} scope="col" className="number">
                  {title}
                </th>
              ))}
              {QUALITIES.map((quality) => (
                <th key={quality} scope="col" className="number">
                  {say.quality[quality]}
                </th>
              ))}
              <th scope="col">{say.received}</th>
            </tr>
          </thead>
          <tbody>
            {feeds.map((feed) => (
              <tr key={feed.code}>
                <th scope="row">
                  {pick(feed.title)}
                  {feed.lastError && (
                    <span className="feed-error" title={feed.lastError}>
                      {say.feedErrors[feed.lastError] ?? feed.lastError}
                    </span>
                  )}
                </th>
                {[feed.offered, feed.accepted, feed.rejected, feed.deduplicated].map((count, at) => (
                  <td key={at} className="number">
                    {formatNumber(count)}
                  </td>
                ))}
                {QUALITIES.map((quality) => (
                  <Quality key={quality} share={feed.quality?.[quality]} />
                ))}
                <td className="nodes-time">{formatMoment(feed.lastReceivedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
