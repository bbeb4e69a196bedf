/** What a connector must be before and beside its answers: a valid spec, checked settings, a folder that others can read. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeName } from '../../src/domain/resident/person-name';
import { SourceRejected, SourceUnavailable } from '../connectors/errors';
import { describeSettings, findSpecProblems } from '../connectors/registry';
import { demand, nameFailure, NotApplicable, type Bench } from './bench';
import { type ConformanceCase } from './conformance-case';
import { Fault } from './fault-proxy';

interface SettingsSchema {
  readonly properties?: Readonly<Record<string, { readonly writeOnly?: boolean; readonly label?: object }>>;
}

const propertiesOf = (bench: Bench) =>
  Object.entries((describeSettings(bench.parts.spec) as SettingsSchema).properties ?? {});

/** Opens with changed settings, checks, closes; gives what was thrown. */
async function checkWith(bench: Bench, change: Readonly<Record<string, unknown>>): Promise<unknown> {
  const source = bench.open({ ...bench.parts.settings, ...change });
  try {
    return await bench.watch(source.check(bench.call())).then(
      () => null,
      (error: unknown) => error,
    );
  } finally {
    await source.close();
  }
}

export const FORM_CASES: readonly ConformanceCase[] = [
  {
    id: 'spec-is-valid',
    title: { vi: 'Khai báo hợp lệ', en: 'The spec is valid' },
    run: (bench) => {
      const problems = findSpecProblems(bench.parts.spec, bench.parts.spec.id);
      demand(problems.length === 0, problems.join('; '));
      const nameless = propertiesOf(bench).filter(([, { label }]) => label === undefined);
      demand(nameless.length === 0, `settings without a label: ${nameless.map(([name]) => name).join(', ')}`);
      return Promise.resolve();
    },
  },
  {
    id: 'folder-has-readme-and-test',
    title: { vi: 'Thư mục có README và bài kiểm thử', en: 'The folder has a README and a test' },
    run: (bench) => {
      const { folder } = bench.parts;
      if (folder === null || !existsSync(folder)) throw new NotApplicable('the sources are not here');
      demand(existsSync(join(folder, 'README.md')), 'README.md is missing');
      demand(
        readdirSync(folder).some((file) => file.endsWith('.test.ts')),
        'there is no *.test.ts',
      );
      return Promise.resolve();
    },
  },
  {
    id: 'good-settings-pass',
    title: { vi: 'Thiết lập đúng thì qua', en: 'Good settings pass the check' },
    run: async (bench) => {
      const failure = await checkWith(bench, {});
      demand(failure === null, nameFailure(failure));
    },
  },
  {
    id: 'bad-settings-are-refused',
    title: { vi: 'Thiết lập sai bị từ chối ngay', en: 'Bad settings are refused before any call' },
    run: (bench) => {
      const { spec, settings } = bench.parts;
      const accepts = (change: object) => spec.settings.safeParse({ ...settings, ...change }).success;
      demand(!accepts({ 'no-such-setting': 1 }), 'an unknown setting is accepted; use z.strictObject');
      demand(!accepts({ url: 'not an address' }), 'a url that is none is accepted');
      return Promise.resolve();
    },
  },
  {
    id: 'wrong-secret-is-a-matter-of-settings',
    title: { vi: 'Khóa sai là lỗi thiết lập', en: 'A wrong secret is a matter of settings' },
    run: async (bench) => {
      const secrets = propertiesOf(bench).filter(([, { writeOnly }]) => writeOnly === true);
      if (secrets.length === 0) throw new NotApplicable('it has no secret');
      for (const [name] of secrets) {
        const failure = await checkWith(bench, { [name]: 'certainly-not-this-one' });
        demand(
          failure instanceof SourceRejected,
          `${name}: ${nameFailure(failure)} instead of SourceRejected`,
        );
      }
    },
  },
  {
    id: 'nobody-at-the-address',
    title: { vi: 'Không có ai ở địa chỉ', en: 'Nobody listens at the address' },
    run: async (bench) => {
      // Port 1 is reserved, and nothing listens there.
      const failure = await checkWith(bench, { url: 'http://127.0.0.1:1/' });
      demand(failure instanceof SourceUnavailable, `${nameFailure(failure)} instead of SourceUnavailable`);
    },
  },
  {
    id: 'heartbeat',
    title: { vi: 'Nhịp tim', en: 'Heartbeat: also under load, and silent when the source is' },
    run: async (bench) => {
      const load = Promise.all(Array.from({ length: bench.parts.spec.limits.inFlight }, () => bench.ask(0)));
      // It may fail before the heartbeat is back, when nobody waits for it yet.
      load.catch(() => {});
      await bench.source.heartbeat(AbortSignal.timeout(2_000));
      await load;
      bench.restart(() => Fault.SILENT);
      const failure = await bench.source.heartbeat(AbortSignal.timeout(300)).then(
        () => null,
        (error: unknown) => error,
      );
      demand(failure instanceof SourceUnavailable, `${nameFailure(failure)} while the source is silent`);
    },
  },
  {
    id: 'correlation-id',
    title: { vi: 'Mã liên kết đi và về', en: 'The correlation id goes out and comes back' },
    run: async (bench) => {
      const context = bench.call();
      await bench.ask(0, context);
      const [exchange] = bench.proxy.exchanges;
      demand(
        exchange?.asked['x-correlation-id'] === context.correlationId,
        'it does not go out as X-Correlation-Id',
      );
      demand(
        exchange.answered['x-correlation-id'] === context.correlationId,
        'the source does not send it back',
      );
    },
  },
];

/** Run last: it reads all that the cases before it have thrown, sent and printed. */
export const CANARY_CASE: ConformanceCase = {
  id: 'no-personal-value-outside-bodies',
  title: {
    vi: 'Không lộ dữ liệu cá nhân trong lỗi, địa chỉ, tiêu đề và nhật ký',
    en: 'No personal value in errors, addresses, headers and logs',
  },
  run: (bench) => {
    const told = normalizeName([...bench.thrown, ...bench.heads, ...bench.parts.printed].join('\n')).fold;
    demand(bench.heads.length > 0, 'nothing was sent');
    const leaked = bench.parts.people.filter(
      ({ number, oldCard, name }) =>
        told.includes(number) ||
        (oldCard !== null && told.includes(oldCard)) ||
        told.includes(normalizeName(name).fold),
    );
    demand(leaked.length === 0, `values of ${leaked.length} people were found`);
    return Promise.resolve();
  },
};
