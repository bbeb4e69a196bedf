/** `hub06 conform` as a developer runs it: the real command on the real simulator, its three reports, its exit codes, and what the hub shows. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerConnectors } from '../../src/services/sources/register-connectors';
import { describeSettings, loadConnectorSpecs } from '../../workers/connectors/registry';
import { startSimulator } from '../../workers/simulator';
import { openTestGateway, type TestGateway } from '../support/gateway';

const PROGRAM = join(__dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');
const PEOPLE = 100_000;

describe('hub06 conform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub06-conform-'));
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let hub: TestGateway;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, people: PEOPLE, seed: 6 });
    hub = await openTestGateway();
    const specs = loadConnectorSpecs();
    await registerConnectors(
      hub.db,
      specs.map((spec) => ({ ...spec, settingsSchema: describeSettings(spec) })),
    );
  });

  afterAll(async () => {
    await hub.close();
    await simulator.close();
    rmSync(folder, { recursive: true });
  });

  /** Not synchronously: the simulator that is asked runs in this process. */
  const conform = (...flags: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const env = {
        PATH: process.env.PATH,
        LANG: 'en_US.UTF-8',
        NODE_ENV: 'test',
        HUB_DATA_DIR: folder,
        DATABASE_URL: hub.database.url,
        SIMULATOR_URL: simulator.url,
        SIMULATOR_PEOPLE: String(PEOPLE),
      };
      const child = execFile(process.execPath, [PROGRAM, 'conform', ...flags], { env }, (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });

  const stored = async (id: string) => {
    const { data } = await hub.ask(
      '{ connectors { id conformance { passed failed notApplicable cases { id outcome detail } } } }',
    );
    return (data as { connectors: { id: string; conformance: unknown }[] }).connectors.find(
      (one) => one.id === id,
    )?.conformance;
  };

  it.each(['csdlqgvdc-ndop', 'csdlqgvdc-soap'])('reports on %s thrice, and the hub shows it', async (id) => {
    const [json, junit] = [join(folder, `${id}.json`), join(folder, `${id}.xml`)];
    const { code, stdout } = await conform(id, '--json', json, '--junit', junit);
    expect([code, stdout.match(/✗.*/g)]).toEqual([0, null]);
    expect(stdout).toMatch(/✓ The spec is valid/);
    const report = JSON.parse(readFileSync(json, 'utf8')) as {
      passed: number;
      failed: number;
      notApplicable: number;
      cases: { id: string; outcome: string; detail: string | null }[];
    };
    const { passed, failed, notApplicable, cases } = report;
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      `${id}: ${passed} passed, 0 failed, ${notApplicable} not applicable`,
    );
    expect(readFileSync(junit, 'utf8')).toContain(`tests="${cases.length}" failures="0"`);
    expect(await stored(id)).toEqual({
      passed,
      failed,
      notApplicable,
      cases: cases.map((one) => ({ id: one.id, outcome: one.outcome, detail: one.detail })),
    });
  });

  it('says by its exit code that a connector fails, and stores nothing when told so', async () => {
    const before = await stored('csdlqgvdc-soap');
    const { code, stdout } = await conform('csdlqgvdc-soap', '--set', 'secretKey=guessed', '--no-store');
    expect([code, /✗ Known people are found/.test(stdout)]).toEqual([1, true]);
    expect(await stored('csdlqgvdc-soap')).toEqual(before);
  });

  it.each([
    ['a connector that is not there', ['so-khac'], 64, /There are: /],
    ['settings that do not fit', ['csdlqgvdc-ndop', '--url', 'nowhere'], 78, /url: .*--url/],
    ['a file that is not there', ['csdlqgvdc-ndop', '--people', '/no/such.csv'], 4, /ENOENT/],
  ])('refuses %s', async (_, flags, code, says) => {
    const refused = await conform(...flags);
    expect(refused.code).toBe(code);
    expect(refused.stderr).toMatch(says);
  });
});
