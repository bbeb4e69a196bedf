/** Tables over GET: what the flat fields say, as CSV and JSON, with the same keys, limits and refusals. */
import { readOperation } from '../support/example-operation';
import { openTestGateway, type TestGateway } from '../support/gateway';

describe('GET /flat', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    await gateway.db.query(
      `insert into observation (indicator_code, locality_code, period_code, observed_at, value, numerator, denominator,
         source, simulated) values ('MATCH_RATE', '79', '2025-H2', '2025-12-01T00:00:00Z', 90.5, 181, 200, 'csv', true),
         ('SYNC_LAG_MINUTES', '01', '2025-H2', '2025-12-01T00:00:00Z', -0.5, null, null, 'csv', true)`,
    );
    await gateway.db.query(
      `update matrix_cell set text_state = 'TEXT', text = $1 where assessment_id = '79.2025-H2' and item_path = 'A.1'
         and column_code = 'BENEFIT_CITIZEN'`,
      ['=HYPERLINK("x"); dấu phẩy, và\nxuống dòng'],
    );
  });
  afterAll(() => gateway.close());

  const get = async (path: string, key: string | null = gateway.keys.viewer, language = 'vi') => {
    const headers = { ...(key ? { authorization: `Bearer ${key}` } : {}), 'accept-language': language };
    const response = await fetch(`${gateway.url}/flat/${path}`, { headers });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      // As it is on the wire: text() would drop a byte order mark.
      text: Buffer.from(await response.arrayBuffer()).toString('utf8'),
    };
  };
  const lines = (text: string) => text.split('\r\n').filter(Boolean);

  it('gives a table for each flat field, by the columns of the field', async () => {
    const panels = {
      'matrix-cells': 'locality,localityName,period,group,item',
      heatmap: 'row,column,value,cells',
      'metric-points': 'time,indicator,indicatorName,item',
      'connector-status': 'connector,title,dataClass',
      'ioc-status': 'locality,localityName,stage',
      alerts: 'id,rule,severity,state',
    };
    for (const [name, columns] of Object.entries(panels)) {
      const { status, type, text } = await get(`${name}.csv`);
      expect([name, status, type]).toEqual([name, 200, 'text/csv; charset=utf-8']);
      expect(lines(text)[0]).toMatch(new RegExp(`^${columns}`));
    }
    const unknown = await get('people.csv', undefined, 'en');
    expect([unknown.status, JSON.parse(unknown.text).message]).toEqual([
      404,
      expect.stringContaining('ioc-status'),
    ]);
  });

  it('says the same as GraphQL, with lists, numbers and times as parameters', async () => {
    const { data } = await gateway.ask(readOperation('heatmap-flat'), {
      periods: ['2025-H2'],
      localities: ['01', '79'],
    });
    const json = await get('heatmap.json?periods=2025-H2&localities=01,79');
    expect(JSON.parse(json.text)).toEqual(data.heatmapFlat);
    const repeated = await get('heatmap.json?periods=2025-H2&localities=01&localities=79&rows=ITEM');
    expect(repeated.text).toBe(json.text);
    const points = await get('metric-points.csv?since=2025-11-01T00:00:00Z&limit=1&indicators=MATCH_RATE');
    expect(lines(points.text)[1]).toMatch(
      /^2025-12-01T00:00:00.000Z,MATCH_RATE,.*,79,.*,90.5,181,200,PERCENT,90,true$/,
    );
    const series = await get(
      'metric-series.csv?indicator=MATCH_RATE&locality=79&from=2025-11-30T17:00:00Z&to=2025-12-02T00:00:00Z',
    );
    expect(lines(series.text)).toEqual([
      'time,value',
      '2025-11-30T17:00:00.000Z,90.5',
      '2025-12-01T17:00:00.000Z,',
    ]);
  });

  it('groups and measures too, its input in JSON', async () => {
    const query = new URLSearchParams({
      source: 'OBSERVATIONS',
      groupBy: JSON.stringify([{ field: 'locality' }]),
      measures: JSON.stringify([{ op: 'AVG', field: 'value', as: 'mean' }, { op: 'COUNT' }]),
      orderBy: JSON.stringify([{ by: 'mean', descending: true }]),
    });
    const { text } = await get(`aggregate.csv?${query.toString()}`);
    expect(lines(text)).toEqual(['locality,mean,count', '79,90.5,1', '01,-0.5,1']);
    const excel = await get(`aggregate.csv?${query.toString()}&excel=vi`);
    expect(excel.text).toBe('\uFEFFlocality;mean;count\r\n79;90,5;1\r\n01;-0,5;1\r\n');
  });

  it('keeps every cell whole and none a formula', async () => {
    const { text } = await get(
      'matrix-cells.csv?localities=79&periods=2025-H2&items=A.1&columns=BENEFIT_CITIZEN',
    );
    expect(text).toContain(`,"'=HYPERLINK(""x""); dấu phẩy, và\nxuống dòng",`);
  });

  it('asks for a key, stays within its locality, and refuses what the field refuses', async () => {
    expect((await get('heatmap.csv', null)).status).toBe(401);
    const own = await get('matrix-cells.csv?limit=5000', gateway.keys.provincial);
    const places = new Set(
      lines(own.text)
        .slice(1)
        .filter((line) => /^\d\d,/.test(line))
        .map((line) => line.slice(0, 3)),
    );
    expect([...places]).toEqual(['79,']);
    const elsewhere =
      'metric-series.csv?indicator=MATCH_RATE&locality=01&from=2025-12-01T00:00:00Z&to=2025-12-02T00:00:00Z';
    expect((await get(elsewhere, gateway.keys.provincial)).status).toBe(403);
    const refused: [string, RegExp][] = [
      ['heatmap.csv?period=2025-H2', /no parameter period; there are .*periods.*, excel\./],
      ['heatmap.csv?rows=NONE', /NONE/],
      ['matrix-cells.csv?limit=ten', /limit cannot be read/],
      ['matrix-cells.csv?limit=5001', /./],
      ['metric-points.csv?since=hôm qua', /./],
      ['metric-series.csv?indicator=MATCH_RATE', /./],
      ['aggregate.csv?source=CELLS&groupBy=[{', /groupBy cannot be read/],
      ['alerts.csv?excel=de', /excel takes the value vi/],
    ];
    for (const [path, words] of refused) {
      const { status, text } = await get(path, undefined, 'en');
      expect([path, status]).toEqual([path, 400]);
      expect(JSON.parse(text)).toMatchObject({
        code: 'BAD_USER_INPUT',
        message: expect.stringMatching(words),
      });
    }
  });
});
