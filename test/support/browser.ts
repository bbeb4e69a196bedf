/** A real browser for a test: the Chromium of the system, headless, that reaches the hub and nothing else. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];

/** Null where there is none, which is said aloud. @throws Error in CI, where nothing may be skipped. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync);
  if (found) return found;
  if (process.env.CI) throw new Error('CI must run the browser tests: install chromium.');
  process.stderr.write('\nSKIPPED: the browser tests need `chromium` on the path.\n\n');
  return null;
}

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET });
}

/** Opens the session of the page's browser, as the console's sign-in does. */
export async function signIn(
  { page }: Pick<WatchedPage, 'page'>,
  origin: string,
  key: string,
): Promise<void> {
  const answer = await page
    .context()
    .request.post(`${origin}/session`, { headers: { authorization: `Bearer ${key}` } });
  if (!answer.ok()) throw new Error(`the session was refused: ${answer.status()}`);
}

export interface WatchedPage {
  readonly page: Page;
  /** Requests that would have left the machine; each was blocked. */
  readonly strangers: string[];
  /** What the page complained about on its console. */
  readonly complaints: string[];
}

/** A page in a fresh profile that may ask `origin` alone. */
export async function openPage(browser: Browser, origin: string): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(origin) || /^(data|blob):/.test(url)) return route.continue();
    strangers.push(url);
    return route.abort();
  });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, strangers, complaints };
}
