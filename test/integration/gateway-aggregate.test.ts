/** The generic group-by: every field of every source gives keys, nothing of a caller becomes SQL, and keys see their own locality. */
import { AGGREGATE_SOURCES, type AggregateField } from '../../src/db/queries/aggregate/sources';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { giveEvidence, writeRun, writeVerdicts } from '../support/run-rows';

type Row = Record<string, unknown>;

const NOBODY = '00000000-0000-0000-0000-000000000000';

describe('aggregate', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    const { db } = gateway;
    for (const localityCode of ['79', '01']) {
      const { runId } = await writeRun(db, { localityCode, state: 'SUCCEEDED' });
      await db.query(`update run set connector_key = 'csdlqgvdc-ndop', error_code = 'NONE' where id = $1`, [
        runId,
      ]);
      await writeVerdicts(db, runId, localityCode === '79' ? 30 : 9);
      await db.query(`update verdict set underlying = 'VERIFIED' where run_id = $1 and seq = 3`, [runId]);
    }
    await giveEvidence(db, {
      assessmentId: '79.2025-H2',
      itemPath: 'D.1',
      columnCode: 'BENEFIT_BUSINESS',
      times: 1,
    });
    await db.query(
      `insert into observation (indicator_code, locality_code, period_code, observed_at, value, numerator, denominator,
         source, simulated)
       select 'MATCH_RATE', l, '2025-H2', t::timestamptz, 90, 9, 10, 'csv', true
       from unnest(array['79', '01']) l, unnest(array['2025-07-05T18:00:00Z', '2025-11-30T17:30:00Z']) t`,
    );
    await db.query(
      `update matrix_cell set status = 'PARTIAL', status_source = 'DERIVED', status_rule = 'VERIFY_RUN_V1',
         status_at = now(), owner_code = (select min(code) from agency)
       where assessment_id in ('79.2025-H2', '01.2025-H2') and item_path = 'D.1' and column_code = 'BENEFIT_BUSINESS'`,
    );
  });
  afterAll(() => gateway.close());

  const run = async (variables: object, key = gateway.keys.viewer) => {
    const { data, errors } = await gateway.ask(readOperation('aggregate'), variables, { key });
    expect(errors).toEqual([]);
    return data.aggregate as { rows: Row[]; truncated: boolean; columns: { name: string; role: string }[] };
  };

  const fields = Object.entries(AGGREGATE_SOURCES).flatMap(([source, { fields: all }]) =>
    Object.entries<AggregateField>(all).map(([field, { kind }]) => ({ source, field, kind })),
  );

  it('gives keys for every field of every source, times in every span', async () => {
    const buckets = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'];
    for (const source of Object.keys(AGGREGATE_SOURCES)) {
      const keys = fields
        .filter((field) => field.source === source)
        .flatMap(({ field, kind }) =>
          (kind === 'TIME' ? buckets : [null]).map((bucket) => ({ field, bucket })),
        );
      for (let first = 0; first < keys.length; first += 5) {
        const groupBy = keys.slice(first, first + 5).map((key, no) => ({ ...key, as: `k${no}` }));
        const { rows } = await run({ source, groupBy, limit: 5_000 });
        const empty = groupBy.filter(
          ({ as }) => !rows.some((row) => row[as] !== null && Number(row.count) > 0),
        );
        expect(empty.map(({ field, bucket }) => `${source}.${field} ${bucket}`)).toEqual([]);
      }
    }
  });

  it('filters by every field', async () => {
    const samples = {
      TEXT: { contains: 'a' },
      NUMBER: { gte: 0 },
      TIME: { gt: '2020-01-01T00:00:00Z' },
      FLAG: { eq: true },
    };
    for (const source of Object.keys(AGGREGATE_SOURCES)) {
      const or = fields
        .filter((field) => field.source === source)
        .map(({ field, kind }) => ({ [field]: kind === 'ID' ? { eq: NOBODY } : samples[kind] }));
      const { columns } = await run({ source, groupBy: [], where: { or } });
      expect(columns).toEqual([{ name: 'count', role: 'MEASURE' }]);
    }
  });

  it('cuts time by the clock of Viet Nam', async () => {
    const months = async (bucket: string) =>
      (await run({ source: 'OBSERVATIONS', groupBy: [{ field: 'observedAt', bucket, as: 'at' }] })).rows;
    expect(await months('MONTH')).toEqual([
      { at: '2025-06-30T17:00:00.000Z', count: 2 },
      { at: '2025-11-30T17:00:00.000Z', count: 2 },
    ]);
    expect(await months('HALF_YEAR')).toEqual([{ at: '2025-06-30T17:00:00.000Z', count: 4 }]);
  });

  it('measures, keeps groups and orders them by what was measured', async () => {
    const answer = await run({
      source: 'VERDICTS',
      groupBy: [{ field: 'locality' }],
      measures: [
        { op: 'COUNT', as: 'all' },
        { op: 'COUNT', as: 'mismatches', where: { verdict: { eq: 'MISMATCH' } } },
        { op: 'COUNT_DISTINCT', field: 'verdict' },
        { op: 'AVG', field: 'weightBits' },
        { op: 'MAX', field: 'finishedAt', as: 'last' },
      ],
      having: [{ measure: 'mismatches', gte: 3 }],
      orderBy: [{ by: 'all', descending: true }],
    });
    expect(answer).toMatchObject({ truncated: false });
    expect(answer.rows.map(({ last: _, ...row }) => row)).toEqual([
      { locality: '79', all: 30, mismatches: 10, countDistinctVerdict: 2, avgWeightBits: 1.5 },
      { locality: '01', all: 9, mismatches: 3, countDistinctVerdict: 2, avgWeightBits: 1.5 },
    ]);
    const few = await run({ source: 'VERDICTS', groupBy: [{ field: 'locality' }], limit: 1 });
    expect([few.rows.length, few.truncated]).toEqual([1, true]);
    const reasons = await run({ source: 'VERDICTS', groupBy: [{ field: 'reason' }] });
    expect(reasons.rows).toEqual([
      { reason: 'DOB_DIGIT', count: 13 },
      { reason: 'NAME_ACCENT_LOST', count: 13 },
    ]);
  });

  it('answers the examples of panels', async () => {
    const panel = async (name: string, variables = {}) =>
      (await gateway.ask(readOperation(name), variables)).data.aggregate.rows as Row[];
    expect(await panel('benefit-by-province', { atLeast: 0.5 })).toEqual([
      { locality: '01', localityName: 'Thành phố Hà Nội', score: 0.5, assessed: 1, followUps: 0 },
      { locality: '79', localityName: 'Thành phố Hồ Chí Minh', score: 0.5, assessed: 1, followUps: 0 },
    ]);
    expect(await panel('runs-by-day')).toEqual(
      expect.arrayContaining([expect.objectContaining({ connector: 'csdlqgvdc-ndop', runs: 2, failed: 0 })]),
    );
    expect(await panel('verdicts-by-month')).toHaveLength(4);
  });

  it('shows a key of one province its own rows only', async () => {
    for (const source of Object.keys(AGGREGATE_SOURCES)) {
      const { rows } = await run({ source, groupBy: [{ field: 'locality' }] }, gateway.keys.provincial);
      expect([source, rows.map((row) => row.locality)]).toEqual([source, ['79']]);
    }
  });

  it.each<[string, object, RegExp]>([
    [
      'a field of another source',
      { source: 'RUNS', groupBy: [{ field: 'verdict' }] },
      /no field verdict; it has kind/,
    ],
    [
      'a filter of another source',
      { source: 'RUNS', groupBy: [], where: { verdict: { eq: 'x' } } },
      /no field verdict/,
    ],
    ['a time without a span', { source: 'RUNS', groupBy: [{ field: 'createdAt' }] }, /needs a bucket: HOUR/],
    ['a span of no time', { source: 'RUNS', groupBy: [{ field: 'kind', bucket: 'DAY' }] }, /is no time/],
    [
      'the mean of words',
      { source: 'RUNS', groupBy: [], measures: [{ op: 'AVG', field: 'kind' }] },
      /AVG\(kind\)/,
    ],
    [
      'an order by nothing',
      { source: 'RUNS', groupBy: [], orderBy: [{ by: 'x' }] },
      /no column x; it has count/,
    ],
    [
      'two columns of one name',
      { source: 'RUNS', groupBy: [{ field: 'kind' }, { field: 'kind' }] },
      /called kind/,
    ],
    ['a name that is no name', { source: 'RUNS', groupBy: [{ field: 'kind', as: 'x"; drop' }] }, /not valid/],
  ])('refuses %s, and says what would do', async (_, variables, words) => {
    const { errors } = await gateway.ask(readOperation('aggregate'), variables, {
      headers: { 'accept-language': 'en' },
      key: gateway.keys.viewer,
    });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(words);
  });
});
