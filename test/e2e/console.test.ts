/** Proves the console in a real browser with the network closed: what its users do there, and that everybody can use it. */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type Page } from 'playwright-core';
import { findChromium, openBrowser, openPage, signIn, type WatchedPage } from '../support/browser';
import { waitFor } from '../support/wait-for';
import { makeSurroundings, ROOT, runCommand, startProduct, type Product, type Surroundings } from './product';

jest.setTimeout(180_000);

const chromium = findChromium();
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const QUIET = { strangers: [], complaints: [] };
type Keys = Record<'viewer' | 'operator' | 'steward' | 'admin', string>;

/** Every page that needs nothing of its own to be there, and what says that its data has come. */
const PAGES = [
  '/',
  '/matrix',
  '/matrix?view=table',
  '/matrix?view=compare',
  '/matrix?view=what-if&assume=DVC_ONLINE_SHARE:85',
  '/matrix?cell=B.1.1%2FBENEFIT_GOVERNMENT',
  '/ioc',
  '/ioc/48',
  '/data',
  '/runs',
  '/start',
  '/keys',
  '/audit',
  '/system',
  '/no-such-page',
];

(chromium ? describe : describe.skip)('the console', () => {
  let place: Surroundings;
  let product: Product;
  let browser: Browser;
  let origin: string;
  let keys: Keys;

  beforeAll(async () => {
    place = await makeSurroundings();
    product = await startProduct(place);
    browser = await openBrowser(chromium ?? '');
    origin = `http://localhost:${place.port}`;
    keys = JSON.parse(readFileSync(join(place.dataDir, 'keys.json'), 'utf8')) as Keys;
    const sample = join(ROOT, 'samples', 'residents-clean.csv');
    const out = join(dirname(place.dataDir), 'verdicts.csv');
    const verified = await runCommand(['verify', sample, '--out', out], place.environment);
    expect(verified.code).toBe(0);
  });

  afterAll(async () => {
    await browser?.close();
    product?.process.kill('SIGTERM');
    await product?.ended;
    if (place) rmSync(dirname(place.dataDir), { recursive: true, force: true });
  });

  async function openAs(role: keyof Keys, language: 'vi' | 'en' = 'vi'): Promise<WatchedPage> {
    const watched = await openPage(browser, origin);
    await signIn(watched, origin, keys[role]);
    await watched.page.addInitScript(`localStorage.setItem('hub06.language', '${language}')`);
    return watched;
  }

  async function settled(page: Page): Promise<void> {
    await page.locator('main h1').first().waitFor();
    await waitFor(async () => (await page.locator('.skeleton').count()) === 0, {
      what: `${page.url()} to load`,
    });
  }

  it('takes a dashboard builder from the key to a cell, its evidence and the query behind it', async () => {
    const { page, strangers, complaints } = await openPage(browser, origin);
    await page.goto(`${origin}/`);
    await page.getByLabel('Khóa API', { exact: true }).fill('hub06_viewer_wrong');
    await page.getByRole('button', { name: 'Vào bảng điều khiển' }).click();
    await page.getByText('Khóa này không mở được hub').waitFor();
    complaints.splice(0);
    await page.getByLabel('Khóa API', { exact: true }).fill(keys.viewer);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tổng quan cả nước' }).waitFor();
    expect(await page.getByRole('link', { name: 'Khóa API' }).count()).toBe(0);
    // No script of the page can reach the key, wherever it looks.
    const reachable = await page.evaluate<string>(
      'document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage })',
    );
    expect(reachable).not.toContain('hub06_viewer');

    await page.getByRole('link', { name: 'Ma trận', exact: true }).click();
    const grid = page.getByRole('grid');
    await grid.getByRole('button').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'Home', 'ArrowRight', 'ArrowRight']) {
      await page.keyboard.press(key);
    }
    const focused = await page.evaluate<string>('document.activeElement?.textContent');
    expect(focused).toMatch(/^B\.1\.1 CHÍNH PHỦ: Đã hưởng lợi, 1 bằng chứng/);
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: /Bằng chứng/ }).click();
    await page.getByText('Đã đối soát 200 bản ghi', { exact: false }).waitFor();
    expect(await page.getByRole('dialog').getByText('MÔ PHỎNG', { exact: true }).count()).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('cell')).toBe('B.1.1/BENEFIT_GOVERNMENT');

    await page.getByRole('link', { name: 'Truy vấn ô này bằng GraphQL' }).click();
    const asked = page.waitForResponse(
      (response) => response.request().postData()?.includes('CellDetail') ?? false,
    );
    await waitFor(
      async () => (await page.locator('.graphiql-editor').first().innerText()).includes('CellDetail'),
      {
        what: 'the query to stand in the explorer',
      },
    );
    await page.locator('.graphiql-execute-button').click();
    const { data } = (await (await asked).json()) as { data: { cell: { evidence: { totalCount: number } } } };
    expect(data.cell.evidence.totalCount).toBe(1);
    expect({ strangers, complaints }).toEqual(QUIET);
  });

  it('tells by keys alone what would be if an indicator stood otherwise, and keeps that in the address', async () => {
    const { page, strangers, complaints } = await openAs('viewer');
    await page.goto(`${origin}/matrix?view=what-if`);
    const slider = page.getByRole('slider', { name: /nộp trực tuyến/ });
    await slider.focus();
    await page.keyboard.press('End');
    const changed = page.locator('.what-if-changes li', { hasText: 'A.1 · NGƯỜI DÂN' });
    await changed.getByText('Đã hưởng lợi').waitFor();
    expect(new URL(page.url()).searchParams.get('assume')).toBe('DVC_ONLINE_SHARE:100');
    await page.reload();
    await changed.getByText('Đã hưởng lợi').waitFor();
    await page.getByRole('button', { name: 'Bỏ mọi giả định' }).click();
    await page.getByText('Chưa giả định gì').waitFor();
    expect({ strangers, complaints }).toEqual(QUIET);
  });

  it('lets an operator declare and a steward accept, and returns the focus to the cell', async () => {
    const operator = await openAs('operator');
    await operator.page.goto(`${origin}/matrix?locality=48`);
    const cell = operator.page.getByRole('button', { name: /^A\.1 NGƯỜI DÂN: / });
    await cell.click();
    await operator.page.getByRole('button', { name: 'Khai báo' }).click();
    await operator.page.getByLabel('Lý do (bắt buộc)').fill('Theo báo cáo quý');
    await operator.page.getByRole('button', { name: 'Ghi trạng thái' }).click();
    await operator.page.getByText('Do người khai báo', { exact: false }).waitFor();
    await operator.page.getByRole('button', { name: 'Sửa tiêu chí, đơn vị' }).click();
    await operator.page.getByRole('checkbox', { name: 'Chi phí' }).press('Space');
    await operator.page.getByRole('combobox', { name: 'Đơn vị chịu trách nhiệm' }).fill('bo cong an');
    await operator.page.getByRole('option', { name: 'Bộ Công an' }).click();
    await operator.page.getByRole('button', { name: 'Lưu' }).click();
    await operator.page.locator('dd', { hasText: 'Bộ Công an' }).waitFor();
    await operator.page.locator('dd', { hasText: /^Chi phí$/ }).waitFor();
    await operator.page.keyboard.press('Escape');
    await waitFor(
      () =>
        operator.page.evaluate<boolean>(
          "document.activeElement?.textContent?.startsWith('A.1 NGƯỜI DÂN: Hưởng lợi một phần') ?? false",
        ),
      { what: 'the focus to be back on the cell' },
    );
    await operator.page.getByRole('button', { name: 'Trình duyệt' }).click();
    await operator.page.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click();
    await operator.page.getByText('Đã trình', { exact: true }).waitFor();

    const steward = await openAs('steward', 'en');
    await steward.page.goto(`${origin}/matrix?locality=48`);
    await steward.page.getByRole('button', { name: 'Accept' }).click();
    await steward.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await steward.page.getByText('Accepted', { exact: true }).waitFor();
    expect([operator, steward].map(({ strangers, complaints }) => ({ strangers, complaints }))).toEqual([
      QUIET,
      QUIET,
    ]);
  });

  it('brings the text of the printed matrix in, and its doubtful cells only where they are ticked', async () => {
    const { page, strangers, complaints } = await openAs('operator');
    await page.goto(`${origin}/matrix?locality=79`);
    await page.getByRole('button', { name: 'Nhập tệp' }).click();
    const dialog = page.getByRole('dialog');
    await page.setInputFiles('input[type=file]', join(ROOT, 'test', 'fixtures', 'matrix-2025H2.txt'));
    const doubtful = dialog.locator('tr', { hasText: 'C.2 · NGƯỜI DÂN' });
    await doubtful.getByText('không cho biết chắc').waitFor();
    const write = dialog.getByRole('button', { name: /^Ghi \d+ ô$/ });
    const sure = await write.textContent();
    await doubtful.getByRole('checkbox').press('Space');
    expect(await write.textContent()).not.toBe(sure);
    await write.click();
    await dialog.getByText(/^Đã ghi \d+ ô/).waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`${origin}/matrix?locality=79&view=table`);
    await page.getByText('Việc triển khai chữ ký số mang lại').waitFor();
    expect({ strangers, complaints }).toEqual(QUIET);
  });

  it('shows an administrator a new key once, and ends it', async () => {
    const { page, strangers, complaints } = await openAs('admin');
    await page.goto(`${origin}/keys`);
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nhãn').fill('IOC thử');
    await dialog.getByRole('button', { name: 'Tạo khóa' }).click();
    const key = await page.getByTestId('new-key').innerText();
    const ask = () =>
      fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ query: '{ me { role } }' }),
      });
    expect(await (await ask()).json()).toEqual({ data: { me: { role: 'VIEWER' } } });
    await page.getByRole('button', { name: 'Tôi đã cất khóa' }).click();
    expect(await page.content()).not.toContain(key);
    await page.getByRole('button', { name: 'Thu hồi: IOC thử' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await waitFor(async () => (await ask()).status === 401, { what: 'the key to be refused' });
    await page.goto(`${origin}/audit?action=API_KEY_REVOKED`);
    await page.getByRole('cell', { name: 'sandbox admin' }).waitFor();
    expect({ strangers, complaints }).toEqual(QUIET);
  });

  it('leads an operator to the queue board, which asks nobody else and closes with the session', async () => {
    const { page, strangers, complaints } = await openAs('operator');
    await page.goto(`${origin}/runs`);
    await page.getByRole('link', { name: 'Bảng hàng đợi' }).click();
    await page.getByRole('link', { name: 'hub06-alarms' }).first().click();
    await page.getByText('sync-ioc-VN').first().waitFor();
    await page.goto(`${origin}/runs`);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByLabel('Khóa API', { exact: true }).waitFor();
    await waitFor(
      async () => (await page.request.get(`${origin}/admin/queues/api/queues`)).status() === 401,
      {
        what: 'the board to be closed',
      },
    );
    expect({ strangers, complaints }).toEqual(QUIET);
  });

  it.each(['vi', 'en'] as const)('has nothing that axe finds, on any page, in %s', async (language) => {
    const { page, strangers, complaints } = await openAs('admin', language);
    const found: string[] = [];
    for (const address of PAGES) {
      await page.goto(`${origin}${address}`);
      await settled(page);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(
        (tags) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: tags }),
        WCAG,
      );
      for (const { id, nodes } of violations)
        found.push(`${address} ${id}: ${nodes.map(({ target }) => target).join(' ')}`);
    }
    expect(found).toEqual([]);
    expect({ strangers, complaints }).toEqual(QUIET);
  });
});
