/** The review over GraphQL: who may look, what is masked or hidden, and how a decision shows. */
import { effectiveVerdict, isAccepted } from '../../src/domain/verdict/review';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { writeChunk, writeRun } from '../support/run-rows';

interface Task {
  id: string;
  seq: number;
  verdict: string;
  effectiveVerdict: string;
  values: { field: string; value: string | null }[];
  candidates: { no: number; weightBits: number | null; fields: { bits: number | null }[] }[];
  confidence: number | null;
}

describe('the review', () => {
  let gateway: TestGateway;
  let runId: string;

  beforeAll(async () => {
    gateway = await openTestGateway();
    const written = await writeRun(gateway.db, { state: 'SUCCEEDED' });
    ({ runId } = written);
    const table = `dataset_row_${written.datasetId.replaceAll('-', '')}`;
    await gateway.db.query(
      `create table ${table} partition of dataset_row for values in ('${written.datasetId}')`,
    );
    await gateway.db.query(
      `insert into dataset_row (dataset_id, seq, line, cells)
       select $1, seq, seq + 1, array['Trần Thị Yến', '001190000001', ''] from generate_series(1, 4) seq`,
      [written.datasetId],
    );
    await gateway.db.query(
      `insert into verdict (run_id, seq, verdict, reasons, confidence, weight_bits, class_number, class_name,
         class_birth_date, class_sex, explanation)
       select $1, seq, (array['VERIFIED', 'REVIEW', 'AMBIGUOUS', 'MISMATCH'])[seq], '{}', 0.5, 1.5, 'CLOSE', 'FOLD',
         'EXACT', 'EXACT', '11;8~DIGIT1;13.1+F01;8.5;1' from generate_series(1, 4) seq`,
      [runId],
    );
    await gateway.db.query(
      `insert into verdict_candidate (run_id, seq, no, token, class_number, class_name, class_birth_date, class_sex,
         weight_bits, explanation)
       select $1, 3, no, 'token' || no, 'MISSING_INPUT', 'EXACT', 'EXACT', 'EXACT', 2.5, '0;0;14.1;14.4;1'
       from generate_series(1, 2) no`,
      [runId],
    );
    const counts = { VERIFIED: 1, REVIEW: 1, AMBIGUOUS: 1, MISMATCH: 1 };
    await writeChunk(gateway.db, runId, { no: 1, first: 1, last: 4, counts });
  });
  afterAll(() => gateway.close());

  const look = async (where: object = { runId: { eq: runId } }) => {
    const key = gateway.keys.operator;
    const { data } = await gateway.ask(readOperation('review-tasks'), { where }, { key });
    return (data.reviewTasks as { totalCount: number; nodes: Task[] }).nodes;
  };
  const decide = async (input: object) => {
    const key = gateway.keys.operator;
    const { data } = await gateway.ask(
      readOperation('decide-review'),
      { input: { runId, ...input } },
      { key },
    );
    return data.decideReview as Record<string, unknown>;
  };

  it('shows classes side by side, masks numbers, and hides every score until it is decided', async () => {
    const tasks = await look();
    expect(tasks.map(({ seq, verdict }) => [seq, verdict])).toEqual([
      [2, 'REVIEW'],
      [3, 'AMBIGUOUS'],
    ]);
    expect(tasks[1]?.candidates.map(({ no }) => no)).toEqual([1, 2]);
    expect(tasks[0]?.values).toEqual([
      { field: 'name', value: 'Trần Thị Yến' },
      { field: 'number', value: '001*****0001' },
    ]);
    for (const { confidence, candidates } of tasks) {
      const scores = candidates.flatMap(({ weightBits, fields }) => [
        weightBits,
        ...fields.map((f) => f.bits),
      ]);
      expect([confidence, ...scores].every((score) => score === null)).toBe(true);
    }
    const [audit] = await gateway.db.query<object[]>(
      `select detail from audit_entry where action = 'values.read' and subject = $1`,
      [`run:${runId}`],
    );
    expect(audit).toEqual({ detail: { rows: 2 } });
  });

  it('shows a row in full to who says what for and why, and notes that without a value', async () => {
    const key = gateway.keys.operator;
    const unmask = async (input: object) =>
      (await gateway.ask(readOperation('unmask-row'), { input: { runId, seq: 2, ...input } }, { key })).data;
    const { unmaskRow } = await unmask({ purpose: 'DOI_SOAT', reason: 'đối chiếu hồ sơ' });
    expect(unmaskRow.values).toContainEqual({ field: 'number', value: '001190000001' });
    expect((await unmask({ purpose: ' ', reason: 'x' })).unmaskRow.code).toBe('PURPOSE_REQUIRED');
    expect((await unmask({ purpose: 'DOI_SOAT', reason: ' ' })).unmaskRow.code).toBe('REASON_REQUIRED');
    expect((await unmask({ purpose: 'DOI_SOAT', reason: 'x', seq: 9 })).unmaskRow.code).toBe('ROW_NOT_FOUND');
    const noted = await gateway.db.query(
      `select subject, detail from audit_entry where action = 'row.unmask'`,
    );
    expect(noted).toEqual([
      { subject: `run:${runId}`, detail: { row: 2, purpose: 'DOI_SOAT', reason: 'đối chiếu hồ sơ' } },
    ]);
  });

  it('takes a decision with its reason: the effective verdict changes, the original stays, the scores come out', async () => {
    expect(await decide({ seq: 4, decision: 'SAME_PERSON', reason: 'x' })).toMatchObject({
      code: 'REVIEW_TASK_NOT_FOUND',
    });
    expect(await decide({ seq: 2, decision: 'OTHER_PERSON', reason: 'khác ngày sinh' })).toMatchObject({
      verdict: 'REVIEW',
      effectiveVerdict: 'MISMATCH',
      confidence: 0.5,
    });
    const [task] = await look({ runId: { eq: runId }, decided: true });
    expect(task).toMatchObject({ seq: 2, candidates: [{ weightBits: 1.5 }] });
    expect(await look({ runId: { eq: runId }, decided: false })).toHaveLength(1);
    const { data } = await gateway.ask(
      `{ run(id: "${runId}") { counts { verdict count } effectiveCounts { verdict count }
         verdicts(where: { seq: { eq: 2 } }) { nodes { verdict effectiveVerdict accepted decision } } } }`,
      {},
      { key: gateway.keys.viewer },
    );
    expect(data.run).toEqual({
      counts: ['VERIFIED', 'REVIEW', 'AMBIGUOUS', 'MISMATCH'].map((verdict) => ({ verdict, count: 1 })),
      effectiveCounts: [
        { verdict: 'VERIFIED', count: 1 },
        { verdict: 'AMBIGUOUS', count: 1 },
        { verdict: 'MISMATCH', count: 2 },
      ],
      verdicts: {
        nodes: [
          { verdict: 'REVIEW', effectiveVerdict: 'MISMATCH', accepted: false, decision: 'OTHER_PERSON' },
        ],
      },
    });
  });

  it('gives the result with its decisions, by the same law as the domain', async () => {
    await decide({ seq: 3, decision: 'SAME_PERSON', candidate: 2, reason: 'đúng người' });
    const { data } = await gateway.ask(
      `{ run(id: "${runId}") { reviewedUrl } }`,
      {},
      { key: gateway.keys.viewer },
    );
    const get = (key: string) =>
      fetch(data.run.reviewedUrl as string, { headers: { authorization: `Bearer ${key}` } });
    const [header, ...lines] = (await (await get(gateway.keys.viewer)).text()).trimEnd().split('\n');
    expect(header).toMatch(/,class_sex,effective_verdict,accepted,decision$/);
    const told = lines.map((line) => line.split(',').slice(-3));
    const stored = [
      ['VERIFIED', null],
      ['REVIEW', 'OTHER_PERSON'],
      ['AMBIGUOUS', 'SAME_PERSON'],
      ['MISMATCH', null],
    ] as const;
    expect(told).toEqual(
      stored.map(([verdict, said]) => [
        effectiveVerdict(verdict, said),
        isAccepted(verdict, said, false) ? 'yes' : 'no',
        said ?? '',
      ]),
    );
    expect((await get(gateway.keys.provincial)).status).toBe(404);
  });
});
