/** Measures in a real browser what a user feels: how soon the matrix answers a key or a click, and whether 100,000 rows scroll without a stall. */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { findChromium, openBrowser, openPage, signIn } from '../support/browser';
import { waitFor } from '../support/wait-for';
import {
  askDatabase,
  makeSurroundings,
  type Product,
  ROOT,
  runCommand,
  startProduct,
  type Surroundings,
} from './product';

jest.setTimeout(180_000);

/** Milliseconds from a key or click to the next paint, at the 98th percentile of a round, as the field counts it. */
const MOST_TO_PAINT = 200;
/** Milliseconds in which a scrolling page may be deaf. */
const LONGEST_TASK = 250;
/** A machine that is busy with other tests must not decide: the best of so many rounds counts. */
const ROUNDS = 6;
const ROWS = 100_000;
const ROW_PX = 32;

const chromium = findChromium();

/** Collects what the browser itself measures, from the first moment of the page on. */
const MEASURE = `
  globalThis.measured = { interactions: [], tasks: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) measured.interactions.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) measured.tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
`;

(chromium ? describe : describe.skip)('the console keeps its budgets', () => {
  let place: Surroundings;
  let product: Product;
  let browser: Browser;
  let page: Page;
  let origin: string;

  beforeAll(async () => {
    place = await makeSurroundings();
    product = await startProduct(place);
    browser = await openBrowser(chromium ?? '');
    origin = `http://localhost:${place.port}`;
    ({ page } = await openPage(browser, origin));
    const { viewer } = JSON.parse(readFileSync(join(place.dataDir, 'keys.json'), 'utf8')) as {
      viewer: string;
    };
    await signIn({ page }, origin, viewer);
    await page.addInitScript(MEASURE);
  });

  afterAll(async () => {
    await browser?.close();
    product?.process.kill('SIGTERM');
    await product?.ended;
    if (place) rmSync(dirname(place.dataDir), { recursive: true, force: true });
  });

  /** What was measured since the last time, newest entries waited for. */
  const collect = async (what: 'interactions' | 'tasks'): Promise<number[]> => {
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)))');
    return page.evaluate<number[]>(`measured.${what}.splice(0)`);
  };

  /** The best round, and all of them for the reader. */
  const bestOf = async (round: () => Promise<number>, enough: number): Promise<number[]> => {
    const figures: number[] = [];
    while (figures.length < ROUNDS && !(Math.min(...figures) <= enough)) figures.push(await round());
    return figures;
  };

  it(`paints within ${MOST_TO_PAINT} ms of a key or a click on the matrix`, async () => {
    await page.goto(`${origin}/matrix`);
    const cell = page.getByRole('grid').getByRole('button').first();
    await cell.waitFor();
    const round = async () => {
      await collect('interactions');
      await cell.focus();
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'End', 'Home', 'ArrowDown'])
        await page.keyboard.press(key);
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: /Lịch sử/ }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      for (const view of ['Bảng chính thức', 'Bản đồ nhiệt'])
        await page.getByRole('radio', { name: view }).click();
      const durations = (await collect('interactions')).sort((a, b) => a - b);
      return durations[Math.ceil(durations.length * 0.98) - 1] ?? 0;
    };
    const figures = await bestOf(round, MOST_TO_PAINT);
    process.stdout.write(`interaction to next paint on the matrix, by round: ${figures.join(', ')} ms\n`);
    expect(Math.min(...figures)).toBeGreaterThan(0);
    expect(Math.min(...figures)).toBeLessThanOrEqual(MOST_TO_PAINT);
  });

  it(`scrolls through ${ROWS} verdicts without a stall, and shows the rows where it stops`, async () => {
    const verified = await runCommand(
      ['verify', join(ROOT, 'samples', 'residents-clean.csv'), '--json'],
      place.environment,
    );
    const { runId } = JSON.parse(verified.stdout) as { runId: string };
    await askDatabase(
      place,
      `insert into verdict (run_id, seq, verdict, reasons, confidence, weight_bits, class_number, class_name,
         class_birth_date, class_sex, explanation)
       select run_id, $2::int + no, verdict, reasons, confidence, weight_bits, class_number, class_name,
         class_birth_date, class_sex, explanation
       from verdict, generate_series(1, $3::int - $2::int) no where run_id = $1 and seq = 1`,
      [runId, 200, ROWS],
    );
    await page.goto(`${origin}/runs/${runId}?tab=verdicts`);
    const region = page.locator('.virtual');
    await region.locator('.virtual-row .badge').first().waitFor();
    const rowAt = (index: number) => region.locator(`[aria-rowindex="${index + 1}"] .badge`);
    const round = async () => {
      await region.evaluate((element) => (element.scrollTop = 0));
      await rowAt(1).waitFor();
      await collect('tasks');
      // A wheel turned hard and long, then the bar pulled to places far apart.
      await region.hover();
      for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, 1_500);
      for (const row of [ROWS / 4, ROWS / 2, ROWS]) {
        await region.evaluate((element, top) => (element.scrollTop = top), (row - 5) * ROW_PX);
        await rowAt(row - 1).waitFor();
      }
      return Math.max(0, ...(await collect('tasks')));
    };
    const figures = await bestOf(round, LONGEST_TASK);
    process.stdout.write(`longest task while scrolling ${ROWS} rows, by round: ${figures.join(', ')} ms\n`);
    expect(await region.locator('[role=row]').count()).toBeLessThan(100);
    await waitFor(async () => (await rowAt(ROWS).count()) === 1, { what: 'the last row' });
    expect(Math.min(...figures)).toBeLessThanOrEqual(LONGEST_TASK);
  });
});
