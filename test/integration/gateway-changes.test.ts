/** Changes of a cleansing over GraphQL: who sees which values, that looking is audited, and that decisions are noted. */
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { writeRun } from '../support/run-rows';
import { createChangePartition } from '../../src/services/results/create-change-partition';
import { inTransaction } from '../../src/services/in-transaction';

interface ChangeNode {
  row: number;
  field: string;
  before: string | null;
  after: string | null;
  accepted: boolean | null;
}

describe('the differences of a cleansing', () => {
  let gateway: TestGateway;
  let runId: string;

  beforeAll(async () => {
    gateway = await openTestGateway();
    ({ runId } = await writeRun(gateway.db, { kind: 'CLEANSE', state: 'SUCCEEDED' }));
    await inTransaction(gateway.db, async ({ client }) => {
      await createChangePartition(client, runId);
      await client.query(
        `insert into change (run_id, row_seq, field, no, rule, version, mode, before, after, lossless, confidence) values
           ($1, 1, 'name', 1, 'N01', 1, 'AUTO', 'TRẦN THỊ YẾN', 'Trần Thị Yến', true, 1),
           ($1, 2, 'number', 1, 'I01', 1, 'AUTO', '001 190 000 001', '001190000001', true, 1),
           ($1, 3, 'name', 1, 'N07', 1, 'SUGGEST', 'Tran Yen', 'Trần Yến', false, 0.5)`,
        [runId],
      );
    });
  });
  afterAll(() => gateway.close());

  const look = async (key: string, variables: object = {}) => {
    const { data } = await gateway.ask(readOperation('run-changes'), { id: runId, ...variables }, { key });
    return (
      data.run as { changes: { totalCount: number; nodes: ChangeNode[]; pageInfo: { endCursor: string } } }
    ).changes;
  };

  it('are shown to those who work on the data, numbers masked, and the look is audited', async () => {
    const { nodes } = await look(gateway.keys.operator);
    expect(nodes.map(({ before, after }) => [before, after])).toEqual([
      ['TRẦN THỊ YẾN', 'Trần Thị Yến'],
      [expect.stringContaining('***'), '001*****0001'],
      ['Tran Yen', 'Trần Yến'],
    ]);
    const audit = await gateway.db.query<object[]>(
      `select detail from audit_entry where action = 'values.read' and subject = $1`,
      [`run:${runId}`],
    );
    expect(audit).toEqual([{ detail: { rows: 3 } }]);
  });

  it('keep their values from a viewer, who sees what happened and how often', async () => {
    const { nodes, totalCount } = await look(gateway.keys.viewer);
    expect(totalCount).toBe(3);
    expect(nodes.every(({ before, after }) => before === null && after === null)).toBe(true);
  });

  it('are filtered by rule, and paged by place', async () => {
    const first = await look(gateway.keys.viewer, { first: 2 });
    const second = await look(gateway.keys.viewer, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ row }) => row)).toEqual([1, 2, 3]);
    const suggested = await look(gateway.keys.viewer, { where: { rule: { eq: 'N07' } } });
    expect(suggested.nodes.map(({ row }) => row)).toEqual([3]);
  });

  it('take the word of a person on a suggestion, and on nothing else', async () => {
    const decide = async (input: object) => {
      const { data } = await gateway.ask(
        readOperation('decide-suggestion'),
        { input },
        { key: gateway.keys.operator },
      );
      return data.decideSuggestion as object;
    };
    const place = { runId, field: 'name', no: 1, accepted: true, reason: 'theo giấy khai sinh' };
    expect(await decide({ ...place, row: 1 })).toMatchObject({ code: 'SUGGESTION_NOT_FOUND' });
    expect(await decide({ ...place, row: 3 })).toMatchObject({ __typename: 'Run', id: runId });
    const { nodes } = await look(gateway.keys.viewer);
    expect(nodes.map(({ accepted }) => accepted)).toEqual([null, null, true]);
  });

  it('refuse rules that are unknown or would lose information unasked', async () => {
    const [dataset] = await gateway.db.query<{ id: string }[]>(
      'select dataset_id as id from run where id = $1',
      [runId],
    );
    const start = async (rules: object) => {
      const input = { kind: 'CLEANSE', datasetId: dataset!.id, idempotencyKey: JSON.stringify(rules), rules };
      const { data } = await gateway.ask(
        readOperation('start-run'),
        { input },
        { key: gateway.keys.operator },
      );
      return data.startRun as object;
    };
    expect(await start({ pack: 'nonsense' })).toMatchObject({ code: 'RULE_PACK_NOT_FOUND' });
    expect(await start({ modes: [{ rule: 'N07', mode: 'AUTO' }] })).toMatchObject({
      code: 'RULE_MODE_NOT_ALLOWED',
    });
    expect(await start({ pack: 'house-spelling' })).toMatchObject({ __typename: 'Run', kind: 'CLEANSE' });
  });
});
