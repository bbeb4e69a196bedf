/** Takes in a delivery that a province pushes: the same store, and the same account of every record, as when the hub reads. */
import { type DataSource } from 'typeorm';
import { insertAuditEntry } from '../../db/queries/insert-audit-entry';
import { seesLocality, type Actor } from '../../domain/actor';
import { type RawFeedRecord } from '../../domain/ioc/feed-record';
import { findFeed } from '../../domain/ioc/ioc-feeds';
import { refuse, type Refusal } from '../../domain/refusal';
import { inTransaction } from '../in-transaction';
import { storeFeedRecords, type FeedReceipt } from './store-feed-records';

export interface PushedDelivery {
  readonly localityCode: string;
  readonly feed: string;
  readonly records: readonly RawFeedRecord[];
}

/** `now` in epoch milliseconds. */
export function deliverFeed(
  db: DataSource,
  actor: Actor,
  { localityCode, feed, records }: PushedDelivery,
  now: number,
): Promise<FeedReceipt | Refusal> {
  return inTransaction(db, async ({ client }) => {
    // A locality that the key may not see is answered like none at all.
    if (!seesLocality(actor, localityCode)) return refuse('LOCALITY_NOT_FOUND');
    if (findFeed(feed) === null) return refuse('FEED_NOT_FOUND');
    const known = await client.query(
      'update ioc_node set last_heartbeat_at = greatest(last_heartbeat_at, $2) where locality_code = $1',
      [localityCode, new Date(now)],
    );
    if (known.rowCount === 0) return refuse('LOCALITY_NOT_FOUND');
    const receipt = await storeFeedRecords(client, { localityCode, feed, delivery: 'PUSH', records, now });
    const { offered, accepted, rejected, deduplicated } = receipt;
    await insertAuditEntry(client, {
      actor,
      action: 'feed.deliver',
      subject: `feed:${localityCode}/${feed}`,
      detail: { offered, accepted, rejected, deduplicated },
    });
    return receipt;
  });
}
