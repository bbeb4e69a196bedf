/** Brings the shipped alert rules into the database; marks that an administrator has changed stay as they are. */
import { type EntityManager } from 'typeorm';
import { readReferenceAlertRules } from '../reference/reference-data';

export async function seedAlertRules(tx: EntityManager): Promise<void> {
  await tx.query(
    `insert into alert_rule (code, subject, title_vi, title_en, unit_vi, unit_en, worse, severity, raise_at, clear_at,
       raise_after, clear_after)
     select code, subject, title ->> 'vi', title ->> 'en', unit ->> 'vi', unit ->> 'en', worse, severity, "raiseAt",
       "clearAt", "raiseAfter", "clearAfter"
     from jsonb_to_recordset($1::jsonb) as rule (code text, subject text, title jsonb, unit jsonb, worse text,
       severity text, "raiseAt" float8, "clearAt" float8, "raiseAfter" int, "clearAfter" int)
     on conflict (code) do update set subject = excluded.subject, title_vi = excluded.title_vi,
       title_en = excluded.title_en, unit_vi = excluded.unit_vi, unit_en = excluded.unit_en`,
    [JSON.stringify(readReferenceAlertRules().rules)],
  );
}
