/** A file is cleansed by the run engine: the log leads back and forth exactly, rules can be switched off, suggestions wait. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { openExport } from '../../src/db/queries/open-export';
import { undoCleansing } from '../../src/cli/cleanse/undo-cleansing';
import { replay } from '../../src/domain/cleanse/change-log';
import { type Change } from '../../src/domain/cleanse/cleanse-row';
import { type RulePack } from '../../src/domain/cleanse/rule-pack';
import { pickFields, type ColumnMapping } from '../../src/domain/table/column-mapping';
import { type TableProfile } from '../../src/domain/profile/profile-table';
import { decideSuggestion } from '../../src/services/results/decide-suggestion';
import { startRun } from '../../src/services/runs/start-run';
import { runWorker, type RunningWorker } from '../../workers/main';
import { writePeople } from '../../workers/simulator';
import { cloneDatabase } from '../support/database';
import { accepted, openTestHub, type TestHub } from '../support/hub';

type StoredChange = Change & { readonly seq: number };

describe('a cleansing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-cleanse-'));
  const file = join(folder, 'people.csv');
  let hub: TestHub;
  let worker: RunningWorker;

  beforeAll(async () => {
    hub = await openTestHub({ databaseUrl: (await cloneDatabase()).url });
    worker = await runWorker(hub.config);
    const truth = join(folder, 'truth.csv');
    await writePeople({
      count: 11_000,
      sampleSeed: 4,
      people: 100_000,
      registerSeed: 6,
      dirty: 'L2',
      out: file,
      truth,
    });
  });
  afterAll(async () => {
    await worker.close();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cleanse = async (datasetId: string, options: { pack?: RulePack; basedOnId?: string } = {}) => {
    const { pack, basedOnId } = options;
    const request = {
      kind: 'CLEANSE',
      datasetId,
      idempotencyKey: randomUUID(),
      settings: pack ? { pack } : {},
      ...(basedOnId ? { basedOnId } : {}),
    } as const;
    const { runId } = accepted(await startRun(hub.db, hub.doorbell, hub.actor, request));
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    return runId;
  };
  const exportOf = async (runId: string, name: string) => buffer(await openExport(hub.db, runId, name));
  const rowsOf = async (runId: string) => parse(await exportOf(runId, 'clean.csv')) as string[][];
  const changesOf = (runId: string, rule?: string) =>
    hub.db.query<StoredChange[]>(
      `select row_seq as seq, field, no, rule, mode, before, after from change
       where run_id = $1 and ($2::text is null or rule = $2) order by row_seq, field, no`,
      [runId, rule ?? null],
    );

  let datasetId: string;
  let first: string;

  it('leads from the clean file back to the raw one by its log, and offers both sealed', async () => {
    datasetId = await hub.bringIn(file);
    first = await cleanse(datasetId);
    const raw = (parse(readFileSync(file)) as string[][]).slice(1);
    const [, ...clean] = await rowsOf(first);
    const changes = await changesOf(first);
    const [dataset] = await hub.db.query<{ mapping: ColumnMapping }[]>(
      'select mapping from dataset where id = $1',
      [datasetId],
    );
    const mapping = dataset!.mapping;
    expect(clean.length).toBe(raw.length);
    const bySeq = groupBySeq(changes);
    const logOf = (index: number) => bySeq.get(index + 1) ?? [];
    const [rawCells, cleanCells] = [raw, clean].map((rows) =>
      rows.map((cells) => pickFields(cells, mapping)),
    );
    expect(rawCells!.map((cells, index) => replay(cells, logOf(index)))).toEqual(cleanCells);
    const [cleanFile, changeFile, rawFile] = ['clean.csv', 'changes.csv', 'raw.csv'].map((name) =>
      join(folder, name),
    );
    for (const [path, name] of [
      [cleanFile, 'clean.csv'],
      [changeFile, 'changes.csv'],
    ] as const)
      writeFileSync(path!, await exportOf(first, name));
    await undoCleansing({ clean: cleanFile!, changes: changeFile!, out: rawFile!, columnMap: undefined });
    expect(parse(readFileSync(rawFile!))).toEqual(parse(readFileSync(file)));
    const artifacts = await hub.db.query<{ name: string; sha256: string }[]>(
      'select name, sha256 from artifact where run_id = $1 order by name',
      [first],
    );
    expect(artifacts.map(({ name }) => name)).toEqual(['changes.csv', 'clean.csv', 'manifest.json']);
    for (const { name, sha256 } of artifacts) {
      expect(
        createHash('sha256')
          .update(await exportOf(first, name))
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  it('finds nothing more to do in what it has made', async () => {
    const again = join(folder, 'clean.csv');
    writeFileSync(again, await exportOf(first, 'clean.csv'));
    const runId = await cleanse(await hub.bringIn(again));
    expect((await changesOf(runId)).filter(({ mode }) => mode === 'AUTO')).toEqual([]);
  });

  it('is made again without the file when a rule is switched off', async () => {
    const runId = await cleanse(datasetId, { basedOnId: first, pack: { id: 'mine', modes: { N01: 'OFF' } } });
    expect(await changesOf(runId, 'N01')).toEqual([]);
    expect((await changesOf(first, 'N01')).length).toBeGreaterThan(1_000);
    expect((await changesOf(runId, 'A01')).length).toBe((await changesOf(first, 'A01')).length);
  });

  it('applies a suggestion only once a person has taken it', async () => {
    const [suggested] = (await changesOf(first, 'N07')).filter(({ mode }) => mode === 'SUGGEST');
    const { seq: row, field, no, after } = suggested!;
    expect(
      await decideSuggestion(hub.db, hub.actor, { runId: first, row, field, no: 999, accepted: true }),
    ).toEqual({
      refused: 'SUGGESTION_NOT_FOUND',
    });
    accepted(await decideSuggestion(hub.db, hub.actor, { runId: first, row, field, no, accepted: true }));
    const runId = await cleanse(datasetId, { basedOnId: first });
    const [header, ...rows] = await rowsOf(runId);
    expect(rows[row - 1]![header!.indexOf('Họ và tên')]).toBe(after);
    const [, ...before] = await rowsOf(first);
    expect(rows.filter((cells, index) => cells.join() !== before[index]!.join()).length).toBe(1);
  });

  it('is preceded by a profile that tells what is wrong', async () => {
    const request = { kind: 'PROFILE', datasetId, idempotencyKey: randomUUID() } as const;
    const { runId } = accepted(await startRun(hub.db, hub.doorbell, hub.actor, request));
    expect(await hub.waitUntilSettled(runId)).toBe('SUCCEEDED');
    const [row] = await hub.db.query<{ profile: TableProfile }[]>(
      'select profile from dataset_profile where dataset_id = $1 and run_id = $2',
      [datasetId, runId],
    );
    const { rows, columns, consistency } = row!.profile;
    expect(rows).toBe(11_000);
    const name = columns.find(({ field }) => field === 'name');
    expect(name?.completeness.value).toBeGreaterThan(0.95);
    expect(name?.topValues).toEqual([]);
    expect(consistency.map(({ share }) => share.value! > 0.9)).toEqual([true, true, true]);
  });

  it('flags what only several rows show', async () => {
    const shared = join(folder, 'shared.csv');
    const person = (name: string, number: string) => `${name},01/02/1990,${number},0912345678`;
    const rows = [
      ...['Trần Thị Yến', 'Lê Văn Tú'].map((name) => person(name, '001190000001')),
      ...['Bùi Văn An', 'Bùi Văn An'].map((name) => person(name, '001090000002')),
      ...['Hà', 'Mai'].map((name, index) => person(`Vũ ${name}`, `00119000000${index + 5}`)),
    ];
    writeFileSync(shared, ['Họ và tên,Ngày sinh,Số CCCD,Điện thoại', ...rows].join('\n'));
    const runId = await cleanse(await hub.bringIn(shared));
    const flagged = async (rule: string) => (await changesOf(runId, rule)).map(({ seq }) => seq);
    expect(await flagged('I05')).toEqual([1, 2]);
    expect(await flagged('X04')).toEqual([4]);
    expect(await flagged('P03')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('proposes the number that another row knows, flags the poorer of two rows, and applies what was taken', async () => {
    const carded = join(folder, 'carded.csv');
    const rows = [
      'Trần Thị Yến,01/02/1990,Nữ,001190000001,012345678',
      'TRAN THI YEN,01/02/1990,,,012345678',
      'Lê Văn Tú,03/04/1991,Nam,001091000002,112345678',
      'Lê Văn Tú,03/04/1991,Nam,001091000003,112345678',
      'Lê Văn Tú,03/04/1991,Nam,,112345678',
    ];
    writeFileSync(carded, ['Họ và tên,Ngày sinh,Giới tính,Số CCCD,Số CMND', ...rows].join('\n'));
    const cardedId = await hub.bringIn(carded);
    const runId = await cleanse(cardedId);
    const proposed = await changesOf(runId, 'I07');
    expect(proposed).toMatchObject([
      { seq: 2, field: 'number', mode: 'SUGGEST', before: '', after: '001190000001' },
    ]);
    // Two numbers behind one card and name: nothing is proposed, and no row is called a copy of another.
    expect((await changesOf(runId, 'X05')).map(({ seq }) => seq)).toEqual([2]);
    const { no, field } = proposed[0]!;
    accepted(await decideSuggestion(hub.db, hub.actor, { runId, row: 2, field, no, accepted: true }));
    const [, , second] = await rowsOf(await cleanse(cardedId, { basedOnId: runId }));
    expect(second![3]).toBe('001190000001');
  });
});

function groupBySeq(changes: readonly StoredChange[]): Map<number, StoredChange[]> {
  const rows = new Map<number, StoredChange[]>();
  for (const change of changes) rows.set(change.seq, [...(rows.get(change.seq) ?? []), change]);
  return rows;
}
