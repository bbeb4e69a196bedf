/** Puts the deliveries of alert events into line, in the transaction of the events: one for each webhook that wants them. */
import { type ClientBase } from 'pg';

export async function tellWebhooks(client: ClientBase, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return;
  await client.query(
    `insert into webhook_delivery (webhook_id, alert_event_id)
     select w.id, e.id from alert_event e join alert a on a.id = e.alert_id
     join webhook w on w.enabled and (w.locality_code is null or w.locality_code = a.locality_code)
       and array_position(array['INFO', 'WARNING', 'CRITICAL'], a.severity)
         >= array_position(array['INFO', 'WARNING', 'CRITICAL'], w.least_severity)
     where e.id = any($1::bigint[]) on conflict do nothing`,
    [eventIds],
  );
}
