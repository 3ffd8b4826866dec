// npm run check:print [-- FOLDER]   Makes reports of several journals and looks at them in a real
// Chromium ($CHROMIUM, or one on the PATH): pages when printed, the console, requests, what axe-core
// finds. Screenshots and PDFs are left in FOLDER, or in node_modules/.cache/print.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { hostileDay, ordinaryDay, writeJournal } from './journals.mjs';

const root = join(import.meta.dirname, '..', '..');
const folder = resolve(process.argv[2] ?? join(root, 'node_modules', '.cache', 'print'));

const REPORTS = [
  { name: 'empty', days: 0, day: ordinaryDay },
  { name: '1-day', days: 1, day: ordinaryDay },
  { name: '42-days', days: 42, day: ordinaryDay },
  { name: '365-days', days: 365, day: ordinaryDay },
  { name: '10-years', days: 3650, day: ordinaryDay },
  { name: 'hostile', days: 60, day: hostileDay },
  { name: 'physio', days: 42, day: ordinaryDay, more: ['--for', 'physio'] },
  { name: 'physio-hostile', days: 60, day: hostileDay, more: ['--for', 'physio'] },
  { name: 'all-entries', days: 90, day: ordinaryDay, more: ['--all'], pages: undefined },
];
// Nothing that Chromium does by itself may look like a request of the page.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PAPERS = ['A4', 'Letter'];

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const found = [process.env.CHROMIUM, ...names.flatMap((name) => folders.map((one) => join(one, name)))].find(
    (file) => file && existsSync(file),
  );
  if (!found) throw new Error('there is no Chromium: install the package "chromium", or name one in $CHROMIUM');
  return found;
}

function writeReport({ name, days, day, more = [] }) {
  const file = join(folder, `${name}.html`);
  const env = { ...process.env, ...writeJournal(join(folder, 'journals', name), days, day) };
  const questions = Array.from({ length: 7 }, (_, at) => [
    '--ask',
    `Question ${at + 1}: ${'should I see a physiotherapist? '.repeat(at)}`,
  ]);
  const args = ['report', '--output', file, '--last', `${Math.max(days, 1)}d`, ...questions.flat(), ...more];
  execFileSync(process.execPath, [join(root, 'bin', 'unspasm.cjs'), ...args], { env });
  return file;
}

/** Looks at a report; returns what is wrong with it. */
async function look(browser, report) {
  const file = writeReport(report);
  const problems = [];
  const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
  page.on('console', (message) => problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on(
    'request',
    (request) => request.url() === pathToFileURL(file).href || problems.push(`request: ${request.url()}`),
  );
  await page.goto(pathToFileURL(file).href);
  await takePictures(page, file);
  const pages = await printed(page, file);
  const wanted = 'pages' in report ? report.pages : 1;
  if (wanted)
    pages
      .filter(({ count }) => count !== wanted)
      .forEach(({ paper, count }) => problems.push(`${count} pages of ${paper}`));
  problems.push(...(await accessibility(browser, file)));
  await page.close();
  return { problems, pages };
}

async function takePictures(page, file) {
  for (const [name, colorScheme, width] of [
    ['light', 'light', 900],
    ['dark', 'dark', 900],
    ['phone', 'light', 380],
  ]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 1200 });
    await page.screenshot({ path: `${file}.${name}.png`, fullPage: true });
  }
}

async function printed(page, file) {
  const pages = [];
  for (const paper of PAPERS) {
    const pdf = await page.pdf({ path: `${file}.${paper}.pdf`, format: paper });
    pages.push({ paper, count: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0 });
  }
  return pages;
}

// The page allows no script: axe is let in by a browser that doesn't mind.
async function accessibility(browser, file) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    found.push(...violations.map(({ id, nodes }) => `axe, ${colorScheme}: ${id} (${nodes.length})`));
  }
  await context.close();
  return found;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: QUIET });
let bad = 0;
for (const report of REPORTS) {
  const { problems, pages } = await look(browser, report);
  bad += problems.length;
  console.log(
    `${report.name}: ${pages.map(({ paper, count }) => `${count} ${paper}`).join(', ')}${problems.length === 0 ? ', nothing found' : ''}`,
  );
  problems.forEach((problem) => console.log(`  ${problem}`));
}
console.log(`Chromium ${browser.version()}; pictures and PDFs are in ${folder}`);
await browser.close();
process.exitCode = bad === 0 ? 0 : 1;
