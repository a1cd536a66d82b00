import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { cellsInPlace, readWorkbook } from '@tracker/files';
import {
  axeFindings,
  launchBrowser,
  openWindow,
  PHONE,
  signIn,
  signInAtQueue,
} from './support/browser';
import { PEOPLE, prepareHub } from './support/prepared-hub';
import { PASSWORD, runTracker, type RunningTracker } from './support/running-tracker';

let tracker: RunningTracker;
let browser: Browser;

beforeAll(async () => {
  tracker = await runTracker('2024-11-20');
  await prepareHub(tracker);
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const exportButton = (page: Page) => page.getByRole('button', { name: 'Export', exact: true });

/** Where the file is that a choice of the menu saves, and what it is called. */
async function saved(page: Page, choice: string, meanwhile = async () => {}) {
  await exportButton(page).click();
  const arrives = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
  await meanwhile();
  const file = await arrives;
  return { name: file.suggestedFilename(), path: await file.path() };
}

async function csvRows(path: string): Promise<string[][]> {
  const text = await readFile(path, 'utf8');
  const lines = text.replace('\ufeff', '').trimEnd().split('\r\n');
  return lines.map((line) => line.split(','));
}

/** The words of the table as it stands, a row each, its first lines only. */
const firstColumn = (page: Page) =>
  page.locator('table tbody tr').getByRole('link').allInnerTexts();

it('saves a list as it is seen: its columns, filter and order, in both kinds', async () => {
  const { context, page, complaints } = await openWindow(browser);
  await signIn(page, tracker.url, PEOPLE.head);
  const sorted = new URLSearchParams({
    filter: JSON.stringify({ inScope: true }),
    sort: 'name',
    order: 'DESC',
  });
  await page.goto(`${tracker.url}/#/schools?${sorted}`);
  await page.getByRole('link', { name: 'Dogwood Infant School' }).waitFor();
  const seen = await firstColumn(page);
  expect(seen).toEqual([
    'Dogwood Infant School',
    'Cedar School',
    'Birch Academy',
    'Alder Primary School',
  ]);

  await exportButton(page).click();
  await page.getByRole('menuitem').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const shown = await saved(page, 'CSV, columns as shown');
  expect(shown.name).toBe('schools-2024-11-20.csv');
  const rows = await csvRows(shown.path);
  expect(rows[0]?.slice(0, 4)).toEqual(['School', 'Phase', 'Region', 'State']);
  expect(rows[0]).not.toContain('URN');
  expect(rows.slice(1).map(([name]) => name)).toEqual(seen);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'URN' }).click();
  await page.keyboard.press('Escape');
  const excel = await saved(page, 'Excel, columns as shown');
  const [sheet] = (await readWorkbook(excel.path)).sheets;
  const exported = sheet?.rows.map((row) => cellsInPlace(row, 100)) ?? [];
  expect(exported[0]?.slice(0, 3)).toEqual(['School', 'URN', 'Phase']);
  expect(exported.slice(1).map(([name]) => name)).toEqual(seen);
  expect(exported[4]?.[1]).toBe(900101);
  await page.getByText('4 schools exported.').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
}, 90_000);

it('lets whoever was signed out sign in again and saves the file then, on a phone', async () => {
  const { context, page } = await openWindow(browser, PHONE);
  await signInAtQueue(page, tracker.url, PEOPLE.head);
  const every = await saved(page, 'CSV', async () => {});
  const before = await csvRows(every.path);
  expect(before[0]).toContain('URN');
  await tracker.dataSource.query('UPDATE sessions SET revoked_at = now() WHERE revoked_at IS NULL');
  const again = await saved(page, 'CSV', async () => {
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByRole('textbox', { name: /password/i }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
  });
  expect(await csvRows(again.path)).toEqual(before);
  await context.close();
}, 90_000);
