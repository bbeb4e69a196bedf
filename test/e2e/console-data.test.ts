/** Proves the data officer's day in a real browser with the network closed: from a dirty file to a checked export. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { findChromium, openBrowser, openPage, signIn, type WatchedPage } from '../support/browser';
import { findViolations } from '../support/check-accessibility';
import { makeSurroundings, type Product, ROOT, startProduct, type Surroundings } from './product';

jest.setTimeout(180_000);

const chromium = findChromium();
const OVER = /Hoàn tất/;

(chromium ? describe : describe.skip)('the console, for the data officer', () => {
  let place: Surroundings;
  let product: Product;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  let origin: string;
  const seen: Record<string, string> = {};

  const open = async (address: string) => {
    await page.goto(`${origin}${address}`);
    await page.locator('main h1').waitFor();
  };

  /** The run whose page is shown, once it is over. */
  const finishedRun = async (before = ''): Promise<string> => {
    await page.waitForURL(
      (url) => url.pathname.startsWith('/runs/') && !url.pathname.endsWith(before || '!'),
    );
    await page.locator('.run-top .badge').filter({ hasText: OVER }).waitFor({ timeout: 60_000 });
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  };

  beforeAll(async () => {
    place = await makeSurroundings();
    product = await startProduct(place);
    browser = await openBrowser(chromium ?? '');
    origin = `http://localhost:${place.port}`;
    watched = await openPage(browser, origin);
    ({ page } = watched);
    const { admin } = JSON.parse(readFileSync(join(place.dataDir, 'keys.json'), 'utf8')) as { admin: string };
    await signIn(watched, origin, admin);
  });

  afterAll(async () => {
    await browser?.close();
    product?.process.kill('SIGTERM');
    await product?.ended;
    if (place) rmSync(dirname(place.dataDir), { recursive: true, force: true });
  });

  it.each([
    ['residents-dirty.csv', 'UTF-8'],
    ['residents.xlsx', 'Trang tính'],
  ])('takes in %s, shows how it is read and profiles it', async (file, words) => {
    await open('/data/new');
    await page.setInputFiles('input[type=file]', join(ROOT, 'samples', file));
    await page.locator('.reading-facts').filter({ hasText: words }).waitFor();
    await page.getByRole('button', { name: 'Nạp tệp và phân tích' }).click();
    await page.waitForURL(/\/data\/[\da-f-]{36}/);
    await page.locator('.column-card').first().waitFor({ timeout: 60_000 });
    seen[file] = new URL(page.url()).pathname;
    expect(await page.locator('.column-card').count()).toBeGreaterThan(5);
  });

  it('cleanses it, switches a rule off and cleanses again without it', async () => {
    await open(seen['residents-dirty.csv'] ?? '');
    await page
      .getByRole('region', { name: 'Làm sạch' })
      .getByRole('button', { name: 'Làm sạch', exact: true })
      .click();
    const first = await finishedRun();
    await page.getByRole('tab', { name: 'Thay đổi' }).click();
    const rule = page.getByRole('switch', { name: 'Dùng quy tắc N01' });
    await rule.waitFor();
    expect(await rule.isChecked()).toBe(true);
    await rule.press('Space');
    await page.getByText('1 quy tắc đổi', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Làm sạch lại' }).click();
    await finishedRun(first);
    await page.getByRole('tab', { name: 'Thay đổi' }).click();
    await rule.waitFor();
    expect(await rule.isChecked()).toBe(false);
    expect(await page.locator('tr', { has: rule }).locator('td.number').innerText()).toBe('0');
  });

  it('verifies it and explains the verdict on a row', async () => {
    await open(seen['residents-dirty.csv'] ?? '');
    await page
      .getByRole('region', { name: 'Đối soát' })
      .getByRole('button', { name: 'Đối soát', exact: true })
      .click();
    seen.run = await finishedRun();
    await page.getByRole('button', { name: 'Đã xác thực' }).click();
    await page
      .getByRole('button', { name: /^Giải thích dòng/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('table', { name: 'Trọng số từng bước' }).waitFor();
    expect(await dialog.innerText()).toContain('Số định danh cá nhân');
    await page.keyboard.press('Escape');
  });

  it('reviews a row by keys, seeing its score only afterwards', async () => {
    await open(`/review?run=${seen.run}&verdict=all`);
    const card = page.locator('.review-card');
    await card.getByText('điểm ẩn tới khi quyết định').first().waitFor();
    expect(await card.locator('.review-table').innerText()).not.toMatch(/\d{9}/);
    await card.getByRole('button', { name: 'Hiện đầy đủ' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Đối chiếu hồ sơ gốc');
    await page.getByRole('dialog').getByRole('button', { name: 'Hiện đầy đủ' }).click();
    await card.locator('.review-value', { hasText: /\d{9}/ }).waitFor();
    await page.locator('main h1').click();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Hồ sơ gốc ghi khác');
    await page.keyboard.press('Control+Enter');
    await card.getByText('Quyết định đã ghi').waitFor();
    expect(await card.locator('.review-score').first().innerText()).toMatch(/bit$/);
  });

  it('exports the result, whose checksum holds', async () => {
    await open(`/runs/${seen.run}`);
    const line = page.locator('.file-line').filter({ hasText: 'verdicts.csv' });
    const coming = page.waitForEvent('download');
    await line.getByRole('button', { name: /^Tải về/ }).click();
    const file = await (await coming).path();
    await line.getByText('SHA-256 khớp', { exact: false }).waitFor();
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(await line.locator('code').innerText()).toBe(digest);
  });

  it('makes a schedule, changes its rhythm and deletes it', async () => {
    await open('/schedules');
    await page.getByRole('button', { name: 'Thêm lịch' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Nguồn/ }).click();
    await page.getByRole('option', { name: /Thống kê dịch vụ công/ }).click();
    await dialog.getByRole('combobox', { name: 'Địa phương' }).fill('da nang');
    await page.getByRole('option', { name: /Đà Nẵng/ }).click();
    await dialog.getByRole('button', { name: 'Lưu lịch' }).click();
    const row = page.locator('tbody tr', { hasText: 'Đà Nẵng' });
    await row.getByText('mỗi 15 phút').waitFor();
    await row.getByRole('button', { name: /^Sửa/ }).click();
    await dialog.getByRole('button', { name: /Nhịp/ }).click();
    await page.getByRole('option', { name: /cron/ }).click();
    await dialog.getByRole('textbox', { name: 'Biểu thức cron' }).fill('* * 31 2 *');
    await dialog.getByRole('button', { name: 'Lưu lịch' }).click();
    await dialog.getByText('CRON_INVALID').waitFor();
    await dialog.getByRole('textbox', { name: 'Biểu thức cron' }).fill('30 6 * * 1');
    await dialog.getByRole('button', { name: 'Lưu lịch' }).click();
    await row.getByText('thứ Hai hằng tuần lúc 06:30').waitFor();
    await row.getByRole('button', { name: /^Xóa/ }).click();
    await dialog.getByRole('button', { name: 'Xóa lịch' }).click();
    await row.waitFor({ state: 'detached' });
  });

  it('loads a scenario into the simulator', async () => {
    await open('/connectors');
    await page.getByRole('button', { name: 'Nạp kịch bản slow-evening' }).click();
    const entry = page.locator('.scenario-list li').filter({ hasText: 'slow-evening' });
    await entry.getByText('Đang chạy').waitFor();
    await page.getByRole('button', { name: 'Nạp kịch bản happy' }).click();
  });

  it('has nothing that axe finds wrong, in either language, and asked nobody else', async () => {
    const addresses = ['/data', '/data/new', seen['residents-dirty.csv'], '/runs', `/runs/${seen.run}`];
    addresses.push(
      `/runs/${seen.run}?tab=verdicts`,
      `/runs/${seen.run}?tab=chunks`,
      '/review?verdict=all',
      '/connectors',
    );
    addresses.push('/schedules', '/connectors/csdlqgvdc-soap', `/quality/run/${seen.run}`);
    const found: string[] = [];
    for (const language of ['vi', 'en']) {
      await page.evaluate(`localStorage.setItem('hub06.language', '${language}')`);
      for (const address of addresses) {
        await open(address ?? '');
        await page.waitForSelector('.skeleton', { state: 'detached' });
        found.push(...(await findViolations(page)).map((problem) => `${language} ${address} ${problem}`));
      }
    }
    expect(found).toEqual([]);
    expect({ strangers: watched.strangers, complaints: watched.complaints }).toEqual({
      strangers: [],
      complaints: [],
    });
  });
});
