/** The views for reporting tools: their role reads each of them and nothing else, and none reaches a person's value. */
import { type DataSource } from 'typeorm';
import { openDatabase } from '../../src/db/data-source';
import { cloneDatabase } from '../support/database';

/** Tables that hold, or may hold, what is a person's: rows of files, verdicts on them, free words, keys. */
const CLOSED =
  /^(dataset_row|rejected_row|verdict|change|change_decision|linked_|upload|review|api_key|audit_|cell_comment|commitment|webhook|artifact|feed_record|run_event|saved_mapping|dataset_profile)/;

describe('the views of schema bi', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openDatabase({ url: (await cloneDatabase()).url, applicationName: 'hub06-test', poolSize: 1 });
  });
  afterAll(() => db.destroy());

  it('are all that their role can read, and it writes nothing', async () => {
    const views = await db.query<{ name: string }[]>(
      `select viewname as name from pg_views where schemaname = 'bi' order by 1`,
    );
    expect(views.map(({ name }) => name)).toEqual([
      ...[
        'alerts',
        'cells',
        'connectors',
        'evidence',
        'indicators',
        'ioc_feeds',
        'ioc_nodes',
        'items',
        'localities',
      ],
      ...['observations', 'periods', 'runs', 'verdict_counts'],
    ]);
    await db.query('set role hub06_bi');
    try {
      for (const { name } of views) await db.query(`select * from bi.${name} limit 1`);
      expect((await db.query(`select count(*)::int as n from bi.cells where period = '2025-H2'`))[0].n).toBe(
        35 * 119,
      );
      await expect(db.query('select * from matrix_cell')).rejects.toThrow(/permission denied/);
      await expect(db.query(`update bi.localities set name_vi = 'x'`)).rejects.toThrow(/permission denied/);
      await expect(db.query('create table public.mine (x int)')).rejects.toThrow(/permission denied/);
    } finally {
      await db.query('reset role');
    }
    const open = await db.query<{ name: string }[]>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm') and n.nspname = 'public' and has_table_privilege('hub06_bi', c.oid, 'select')`,
    );
    expect(open).toEqual([]);
  });

  it('stand on no table that holds what is a person’s', async () => {
    const used = await db.query<{ name: string }[]>(
      `select distinct t.relname as name from pg_depend d join pg_rewrite w on w.oid = d.objid
       join pg_class v on v.oid = w.ev_class join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'bi'
       join pg_class t on t.oid = d.refobjid and t.relkind in ('r', 'p') order by 1`,
    );
    const names = used.map(({ name }) => name);
    expect(names).toContain('matrix_cell');
    expect(names.filter((name) => CLOSED.test(name))).toEqual([]);
    const columns = await db.query<{ name: string }[]>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'bi' and table_name <> 'periods'
         and column_name ~ '(note|person|label|filename|dataset_name|_by|purpose|settings$|secret)'`,
    );
    expect(columns).toEqual([]);
  });
});
