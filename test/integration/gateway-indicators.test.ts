/** Indicators: a catalogue that leaves no item out, files of observations, scores, and what they say in the matrix. */
import { bringObservations } from '../support/bring-observations';
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';
import { sendFile } from '../support/send-file';

describe('indicators', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  const bringIn = (rows: string[], options = {}) => bringObservations(gateway, rows, options);
  const cellOf = async (id: string) =>
    (
      await gateway.ask(
        `{ cell(id: "${id}") { version status statusSource statusRule { code words { vi } }
           evidence(first: 5) { totalCount nodes { __typename simulated summary { vi } } } } }`,
      )
    ).data.cell;

  it('feed every numbered item of the matrix', async () => {
    const { data } = await gateway.ask(readOperation('matrix-coverage'));
    expect(data.matrixCoverage).toHaveLength(19);
    const bare = data.matrixCoverage.filter((row: { indicators: object[] }) => row.indicators.length === 0);
    expect(bare.map((row: { item: object }) => row.item)).toEqual([
      { path: 'C.4', blank: true },
      { path: 'C.5', blank: true },
    ]);
  });

  describe('a file of observations', () => {
    it('is taken row by row: accepted + rejected = rows, each refusal with line and reason', async () => {
      const answer = await bringIn([
        'DIGITAL_SIGNATURE_ADULT_SHARE,79,2025-H2,2025-12-01,4300000,10000000,43,true',
        'NO_SUCH,79,2025-H2,2025-12-01,1,2,,true',
        'MATCH_RATE,079,2025-H2,2025-12-01,1,2,,true',
        'MATCH_RATE,79,2026-H2,2025-12-01,1,2,,true',
        'MATCH_RATE,79,2025-H2,hôm qua,1,2,,true',
        'MATCH_RATE,79,2025-H2,2099-01-01,1,2,,true',
        'MATCH_RATE,79,2025-H2,2025-12-01,"1.234,5",2,,true',
        'MATCH_RATE,79,2025-H2,2025-12-01,,,,true',
        'MATCH_RATE,79,2025-H2,2025-12-01,1,2,90,true',
        'MATCH_RATE,79,2025-H2,2025-12-01,3,2,,true',
        'MATCH_RATE,79,2025-H2,2025-12-01,1,2,,có',
        'MATCH_RATE,79,2025-H2',
      ]);
      expect(answer).toMatchObject({ rows: 12, accepted: 1, rejected: 11, added: 1 });
      expect(
        answer.rejections.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`),
      ).toEqual([
        '3 UNKNOWN_INDICATOR',
        '4 UNKNOWN_LOCALITY',
        '5 UNKNOWN_PERIOD',
        '6 BAD_TIME',
        '7 TIME_IN_FUTURE',
        '8 BAD_NUMBER',
        '9 NO_VALUE',
        '10 VALUE_CONTRADICTS',
        '11 RATE_OVER_100',
        '12 BAD_SIMULATED',
        '13 RAGGED_ROW',
      ]);
    });

    it('changes nothing as a dry run, and nothing when it is sent again', async () => {
      const row = 'EID_ACTIVATED_SHARE,01,2025-H2,2025-12-02T08:00:00+07:00,6000,10000,,true';
      const count = async () =>
        (await gateway.db.query('select count(*)::int as n from observation'))[0].n as number;
      const before = await count();
      expect(await bringIn([row], { dryRun: true })).toMatchObject({ dryRun: true, accepted: 1, added: 0 });
      expect(await count()).toBe(before);
      expect(await bringIn([row, row])).toMatchObject({ accepted: 2, added: 1 });
      expect(await bringIn([row])).toMatchObject({ accepted: 1, added: 0 });
      expect(await count()).toBe(before + 1);
    });

    it('stays within the locality of the key, and is refused without its columns', async () => {
      const rows = ['C1', '01', '79'].map((code) => `MATCH_RATE,${code},2025-H2,2025-12-01,1,2,,true`);
      const answer = await bringIn(rows, { key: gateway.keys.provincial });
      expect(answer.rejections.map(({ code }: { code: string }) => code)).toEqual([
        'UNKNOWN_LOCALITY',
        'LOCALITY_OUT_OF_SCOPE',
      ]);
      const uploadId = await sendFile(gateway, gateway.keys.operator, { name: 'x.csv', bytes: 'a,b\n1,2\n' });
      const { data } = await gateway.ask(
        readOperation('import-observations'),
        { uploadId },
        { key: gateway.keys.operator },
      );
      expect(data.importObservations).toMatchObject({ code: 'OBSERVATION_COLUMNS_MISSING' });
    });
  });

  describe('in the matrix', () => {
    it('derive the status of a cell by the rule in words, with evidence and a version for each change', async () => {
      const cell = 'VN.2025-H2/C.2/BENEFIT_CITIZEN';
      const observe = (day: string, numerator: number) =>
        bringIn([`DIGITAL_SIGNATURE_ADULT_SHARE,VN,2025-H2,2025-12-${day},${numerator},100000,,true`]);
      await observe('01', 10_000);
      expect(await cellOf(cell)).toMatchObject({
        status: 'NOT_YET',
        statusSource: 'DERIVED',
        statusRule: { code: 'INDICATOR_SCORE_V1' },
        version: 2,
      });
      await observe('08', 30_000);
      await observe('15', 52_000);
      expect(await cellOf(cell)).toMatchObject({
        status: 'BENEFITING',
        version: 4,
        evidence: {
          totalCount: 3,
          nodes: [
            {
              __typename: 'MetricEvidence',
              simulated: true,
              summary: { vi: 'Tỷ lệ người trưởng thành có chữ ký số: 52 % (52.000/100.000); mục tiêu 50 %.' },
            },
            {},
            {},
          ],
        },
      });
    });

    it('leave a declared status alone, and a submitted assessment too', async () => {
      const id = '01.2025-H2/C.3/BENEFIT_CITIZEN';
      await gateway.ask(
        readOperation('set-cell-status'),
        { id, version: 1, status: 'PARTIAL', reason: 'khảo sát' },
        { key: gateway.keys.operator },
      );
      await bringIn(['VNEID_ACTIVE_SHARE,01,2025-H2,2025-12-01,99,100,,true']);
      expect(await cellOf(id)).toMatchObject({
        status: 'PARTIAL',
        statusSource: 'DECLARED',
        evidence: { totalCount: 1 },
      });
      await gateway.ask(
        readOperation('move-assessment'),
        { id: '04.2025-H2' },
        { key: gateway.keys.operator },
      );
      expect(await bringIn(['VNEID_ACTIVE_SHARE,04,2025-H2,2025-12-01,99,100,,true'])).toMatchObject({
        added: 1,
      });
      expect(await cellOf('04.2025-H2/C.3/BENEFIT_CITIZEN')).toMatchObject({
        status: 'NOT_ASSESSED',
        evidence: { totalCount: 0 },
      });
    });

    it('are scored against target, threshold, mean and rank of the provinces', async () => {
      await bringIn(
        [
          ['08', 96],
          ['11', 80],
          ['12', 70],
          ['14', 20],
        ].map(([code, value]) => `LODGING_NOTICE_SHARE,${code},2025-H2,2025-12-01,${value},100,,true`),
      );
      const standing = async (locality: string) => {
        const { data } = await gateway.ask(readOperation('indicator-scores'), { locality });
        const items = data.matrix.groups.flatMap((group: { items: object[] }) => group.items);
        const { indicators } = items.find((item: { path: string }) => item.path === 'B.1.3');
        const { band, mean, rank, rankOf, missing, words } = indicators[0];
        return [band, mean, rank, rankOf, missing, words?.vi ?? null];
      };
      expect(await standing('08')).toEqual(['DONE', 66.5, 1, 4, 0, 'Hoàn thành']);
      expect(await standing('11')).toEqual(['ABOVE_MEAN', 66.5, 2, 4, 15, expect.any(String)]);
      expect(await standing('14')).toEqual(['BELOW_LOWER', 66.5, 4, 4, 75, expect.any(String)]);
      expect(await standing('VN')).toEqual([null, 66.5, null, null, null, null]);
    });
  });

  describe('for panels', () => {
    it('are flat rows, newest first, and only what is new when polled', async () => {
      const { data } = await gateway.ask(readOperation('metric-points-flat'), {
        indicators: ['DIGITAL_SIGNATURE_ADULT_SHARE'],
        localities: ['VN'],
      });
      expect(data.metricPointsFlat.map((point: { value: number }) => point.value)).toEqual([52, 30, 10]);
      const since = data.metricPointsFlat[1].time;
      const newer = await gateway.ask(readOperation('metric-points-flat'), {
        indicators: ['DIGITAL_SIGNATURE_ADULT_SHARE'],
        localities: ['VN'],
        since,
      });
      expect(newer.data.metricPointsFlat).toHaveLength(1);
    });

    it('are series whose gaps are nulls', async () => {
      const { data } = await gateway.ask(readOperation('metric-series'), {
        indicator: 'DIGITAL_SIGNATURE_ADULT_SHARE',
        from: '2025-11-20T00:00:00Z',
        to: '2025-12-22T00:00:00Z',
        interval: 'WEEK',
      });
      expect(data.metricSeries.map((step: { value: number | null }) => step.value)).toEqual([
        null,
        null,
        10,
        30,
        52,
        null,
      ]);
      expect(data.metricSeries[2].time).toBe('2025-11-30T17:00:00.000Z');
    });

    it('make a heat map of items by provinces, and flat cells within the scope of the key', async () => {
      const { data } = await gateway.ask(readOperation('heatmap-flat'), { periods: ['2025-H2'] });
      expect(data.heatmapFlat).toHaveLength(17 * 35);
      const at = (row: string, column: string) =>
        data.heatmapFlat.find(
          (field: { row: string; column: string }) => field.row === row && field.column === column,
        );
      expect(at('B.1.3', '08')).toMatchObject({ value: 1, cells: 7 });
      expect(at('B.1.3', '14')).toMatchObject({ value: 0 });
      expect(at('B.1.3', '96')).toMatchObject({ value: null });
      const own = await gateway.ask(
        readOperation('matrix-cells-flat'),
        { limit: 5000 },
        { key: gateway.keys.provincial },
      );
      expect(own.data.matrixCellsFlat).toHaveLength(2 * 119);
      const text = await gateway.ask(readOperation('matrix-cells-flat'), {
        periods: ['2025-H2'],
        localities: ['VN'],
        items: ['E.1'],
        columns: ['GAP_UNSERVED'],
      });
      expect(text.data.matrixCellsFlat).toEqual([
        expect.objectContaining({ text: expect.stringContaining('IOC'), localityName: 'Cả nước' }),
      ]);
    });
  });
});
