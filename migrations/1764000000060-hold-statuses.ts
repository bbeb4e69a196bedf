/** Which rule an indicator's cells follow, and why a rule came to a status: kept with every version of a cell. */
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** `extra` is what the revision keeps beyond the first form of the function, `before` what it settles first. */
const KEEP_REVISION = (before: string, extra: string) => `
  create or replace function keep_cell_revision() returns trigger language plpgsql as $$
    begin
      ${before}
      if (new.text_state, new.text, new.status, new.status_source, new.status_rule, new.status_reason, new.tags,
          new.follow_up, new.owner_code)
        is not distinct from (old.text_state, old.text, old.status, old.status_source, old.status_rule,
          old.status_reason, old.tags, old.follow_up, old.owner_code) then
        return new;
      end if;
      insert into cell_revision values (old.assessment_id, old.item_path, old.column_code, old.version, old.text_state,
        old.text, old.status, old.status_source, old.status_rule, old.status_reason, old.tags, old.follow_up,
        old.owner_code, old.printed, old.corrected, old.note, old.changed_at, old.changed_by_id, old.change_reason${extra});
      new.version := old.version + 1;
      new.changed_at := clock_timestamp();
      new.changed_by_id := nullif(current_setting('hub06.actor', true), '')::uuid;
      new.change_reason := nullif(current_setting('hub06.reason', true), '');
      return new;
    end
  $$;
`;

/** The facts change with every observation and make no version by themselves; only what was derived has them. */
const SETTLE_WHY = `if new.status_source <> 'DERIVED' then new.status_why := null; end if;`;

export class HoldStatuses1764000000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table indicator add status_rule text not null default 'INDICATOR_SCORE_V1'
        constraint indicator_status_rule_check check (status_rule in ('INDICATOR_SCORE_V1', 'INDICATOR_HELD_V1'));
      alter table matrix_cell add status_why jsonb;
      alter table cell_revision add status_why jsonb;
      ${KEEP_REVISION(SETTLE_WHY, ', old.status_why')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${KEEP_REVISION('', '')}
      alter table cell_revision drop status_why;
      alter table matrix_cell drop status_why;
      alter table indicator drop status_rule;
    `);
  }
}
