/**
 * Takes a picture of every page of a running hub, in both languages and several sizes, into web/screenshots.
 * node web/screenshots.mjs [--hub http://localhost:4000] [--keys .hub06/keys.json] [--only matrix] [--dark]
 */
/* global localStorage, document */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    hub: { type: 'string', default: 'http://localhost:4000' },
    keys: { type: 'string', default: '.hub06/keys.json' },
    role: { type: 'string', default: 'admin' },
    only: { type: 'string', default: '' },
    language: { type: 'string', default: '' },
    size: { type: 'string', default: '' },
    dark: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
  },
});

const OFFICE = { width: 1366, height: 768 };
const WALL = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844 };
const SIZES = { office: OFFICE, wall: WALL, phone: PHONE };

/** Pages by name: address, whether a phone should show it, whether it is seen without a key. */
const PAGES = [
  { name: 'sign-in', address: '/', open: true, phone: true },
  { name: 'start', address: '/start', phone: true },
  { name: 'overview', address: '/', phone: true },
  { name: 'keys', address: '/keys' },
  { name: 'audit', address: '/audit' },
  { name: 'system', address: '/system' },
  { name: 'overview-wall', address: '/?wall=1' },
  { name: 'ioc', address: '/ioc', phone: true },
  { name: 'ioc-province', address: '/ioc/48', phone: true },
  { name: 'matrix', address: '/matrix', phone: true },
  { name: 'matrix-table', address: '/matrix?view=table' },
  { name: 'matrix-compare', address: '/matrix?view=compare' },
  {
    name: 'matrix-what-if',
    address: '/matrix?view=what-if&assume=DVC_ONLINE_SHARE:85,VNEID_ACTIVE_SHARE:20',
  },
  { name: 'matrix-cell', address: '/matrix?cell=D.1%2FBENEFIT_GOVERNMENT', phone: true },
  { name: 'data', address: '/data' },
  { name: 'upload', address: '/data/new' },
  { name: 'dataset', address: ({ dataset }) => `/data/${dataset}` },
  { name: 'dataset-columns', address: ({ dataset }) => `/data/${dataset}?tab=columns` },
  { name: 'runs', address: '/runs' },
  { name: 'run', address: ({ VERIFY }) => `/runs/${VERIFY}`, phone: true },
  { name: 'run-verdicts', address: ({ VERIFY }) => `/runs/${VERIFY}?tab=verdicts` },
  { name: 'run-chunks', address: ({ VERIFY }) => `/runs/${VERIFY}?tab=chunks` },
  { name: 'run-timeline', address: ({ VERIFY }) => `/runs/${VERIFY}?tab=timeline` },
  { name: 'run-cleanse', address: ({ CLEANSE }) => `/runs/${CLEANSE}` },
  { name: 'run-changes', address: ({ CLEANSE }) => `/runs/${CLEANSE}?tab=changes` },
  { name: 'run-link', address: ({ LINK }) => `/runs/${LINK}?tab=pairs` },
  { name: 'run-sync', address: ({ SYNC }) => `/runs/${SYNC}` },
  { name: 'quality', address: ({ VERIFY }) => `/quality/run/${VERIFY}` },
  { name: 'review', address: '/review?verdict=all' },
  { name: 'schedules', address: '/schedules' },
  { name: 'connectors', address: '/connectors', phone: true },
  { name: 'connector', address: '/connectors/csdlqgvdc-soap' },
];

function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = ['chromium', 'google-chrome'].flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = found.find(existsSync);
  if (!path) throw new Error('Chromium is not on the path.');
  return path;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'screenshots');
mkdirSync(folder, { recursive: true });
const key = JSON.parse(readFileSync(values.keys, 'utf8'))[values.role];
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});

/** The newest run of each kind and the newest dataset, whose pages are shown; what the hub does not have is left out. */
async function findSubjects() {
  const query = '{ runs(first: 100) { nodes { id kind state } } datasets(first: 1) { nodes { id } } }';
  const response = await fetch(`${values.hub}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  const { data } = await response.json();
  const kinds = data.runs.nodes.reverse().map(({ id, kind }) => [kind, id]);
  return { ...Object.fromEntries(kinds), dataset: data.datasets.nodes[0]?.id };
}

const subjects = await findSubjects();

function addressOf({ address }) {
  if (typeof address === 'string') return address;
  const found = address(subjects);
  return found.includes('undefined') ? null : found;
}

async function shoot(page, language, size) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: values.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await context.addInitScript((language) => localStorage.setItem('hub06.language', language), language);
  if (!page.open) {
    await context.request.post(`${values.hub}/session`, { headers: { authorization: `Bearer ${key}` } });
  }
  const tab = await context.newPage();
  tab.on(
    'console',
    (message) => message.type() === 'error' && console.log(`${page.name}: ${message.text()}`),
  );
  tab.on('pageerror', (error) => console.log(`${page.name}: ${error.message}`));
  await tab.goto(`${values.hub}${addressOf(page)}`);
  await tab.waitForLoadState('networkidle');
  await page.prepare?.(tab);
  await tab
    .waitForFunction(() => !document.querySelector('.skeleton'), null, { timeout: 10_000 })
    .catch(() => {
      console.log(`${page.name}: still loading`);
    });
  const file = join(folder, `${page.name}-${language}-${size}${values.dark ? '-dark' : ''}.png`);
  await tab.screenshot({ path: file, fullPage: values.whole });
  await context.close();
}

for (const page of PAGES) {
  if (values.only && !values.only.split(',').includes(page.name)) continue;
  if (addressOf(page) === null) {
    console.log(`${page.name}: the hub has nothing to show there`);
    continue;
  }
  for (const language of values.language ? [values.language] : ['vi', 'en']) {
    const sizes = page.phone ? ['office', 'wall', 'phone'] : ['office', 'wall'];
    for (const size of values.size ? values.size.split(',') : sizes) await shoot(page, language, size);
  }
}
await browser.close();
