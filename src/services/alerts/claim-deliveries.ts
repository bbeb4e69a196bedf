/** Takes deliveries that are due, each for long enough to be tried once, and writes down how the attempt went. */
import { type DataSource } from 'typeorm';

export interface ClaimedDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly url: string;
  readonly sealedSecret: Buffer;
  readonly attempts: number;
  /** Null for a trial. */
  readonly alert: Readonly<Record<string, unknown>> | null;
  readonly event: string | null;
  readonly at: Date;
}

/** Tried so often, with twice the wait each time, between ten seconds and an hour: about four hours in all. */
export const MOST_ATTEMPTS = 12;

/** The wait is set before the attempt: a worker that vanishes in the middle of it leaves nothing to mend. */
export function claimDeliveries(db: DataSource, most: number): Promise<ClaimedDelivery[]> {
  return db.query(
    `with due as (
       select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id and w.enabled
       where d.state = 'WAITING' and d.not_before <= clock_timestamp()
       order by d.not_before limit $1 for update of d skip locked
     ), taken as (
       update webhook_delivery d set attempts = attempts + 1,
         not_before = clock_timestamp() + least(10 * 2 ^ d.attempts, 3600) * interval '1 second'
       from due where d.id = due.id returning d.id, d.webhook_id, d.attempts, d.alert_event_id, d.created_at
     )
     select t.id, w.id as "webhookId", w.url, w.sealed_secret as "sealedSecret", t.attempts, e.event,
       coalesce(e.at, t.created_at) as at,
       case when a.id is not null then json_build_object('id', a.id, 'rule', a.rule_code, 'severity', a.severity,
         'state', a.state, 'title', json_build_object('vi', r.title_vi, 'en', r.title_en),
         'subjectKind', r.subject, 'subjectKey', a.subject_key,
         'subject', json_build_object('vi', a.subject_vi, 'en', a.subject_en), 'locality', a.locality_code,
         'value', e.value, 'unit', case when r.unit_vi is not null
           then json_build_object('vi', r.unit_vi, 'en', r.unit_en) end,
         'since', a.since, 'raisedAt', a.raised_at, 'clearedAt', a.cleared_at, 'simulated', a.simulated) end as alert
     from taken t join webhook w on w.id = t.webhook_id
     left join alert_event e on e.id = t.alert_event_id left join alert a on a.id = e.alert_id
     left join alert_rule r on r.code = a.rule_code order by t.alert_event_id nulls first`,
    [most],
  );
}

export interface Attempt {
  readonly deliveryId: string;
  readonly arrived: boolean;
  readonly status: number | null;
  /** A code, never the receiver's words. */
  readonly error: string | null;
  /** No further attempt would do any good. */
  readonly hopeless: boolean;
}

export async function settleDelivery(db: DataSource, attempt: Attempt): Promise<void> {
  await db.query(
    `update webhook_delivery set last_status = $3, last_error = $4,
       delivered_at = case when $2 then clock_timestamp() end,
       state = case when $2 then 'DELIVERED' when $5 or attempts >= $6 then 'GIVEN_UP' else 'WAITING' end
     where id = $1 and state = 'WAITING'`,
    [attempt.deliveryId, attempt.arrived, attempt.status, attempt.error, attempt.hopeless, MOST_ATTEMPTS],
  );
}
