/** Proves the explorer in a real browser with the network closed, from key to answer. */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser } from 'playwright-core';
import { findChromium, openBrowser, openPage } from '../support/browser';
import { waitFor } from '../support/wait-for';
import { makeSurroundings, startProduct, type Product, type Surroundings } from './product';

jest.setTimeout(120_000);

const chromium = findChromium();

(chromium ? describe : describe.skip)('the explorer', () => {
  let place: Surroundings;
  let product: Product;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    place = await makeSurroundings();
    product = await startProduct(place);
    browser = await openBrowser(chromium ?? '');
    origin = `http://localhost:${place.port}`;
  });

  afterAll(async () => {
    await browser?.close();
    product?.process.kill('SIGTERM');
    await product?.ended;
    if (place) rmSync(dirname(place.dataDir), { recursive: true, force: true });
  });

  it('takes a key and answers an example of the list', async () => {
    const { page, strangers, complaints } = await openPage(browser, origin);
    const { viewer } = JSON.parse(readFileSync(join(place.dataDir, 'keys.json'), 'utf8')) as {
      viewer: string;
    };
    await page.goto(`${origin}/explorer`);
    const field = page.locator('form input').first();
    await field.fill(viewer);
    await field.press('Enter');
    await page.getByText('✓ VIEWER', { exact: false }).waitFor();
    await page.getByRole('button', { name: /Toàn bộ ma trận/ }).click();
    const asked = page.waitForResponse(
      (response) => response.request().postData()?.includes('query Matrix') ?? false,
    );
    await page.locator('.graphiql-execute-button').click();
    const answer = (await (await asked).json()) as { data: { matrix: { groups: { items: unknown[] }[] } } };
    expect(answer.data.matrix.groups.flatMap(({ items }) => items)).toHaveLength(19);
    await waitFor(async () => (await page.locator('.result-window').innerText()).includes('"matrix"'), {
      what: 'the answer to be shown',
    });
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
  });
});
