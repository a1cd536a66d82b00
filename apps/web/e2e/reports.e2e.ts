import { readFile } from 'node:fs/promises';
import readSheets from 'read-excel-file/node';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launchBrowser, openWindow, signIn } from './support/browser';
import { PEOPLE, prepareHub } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';
import { whileLocked } from '@tracker/testing';

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

async function ask(page: Page, kind: string) {
  await page.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: kind }).click();
  await page.getByRole('button', { name: 'Make it' }).click();
}

/** Asks for a file, waits until it is ready, and takes it. */
async function made(page: Page, kind: string, name: string) {
  await ask(page, kind);
  const download = page.getByRole('button', { name: new RegExp(`^Download: ${name}`) }).first();
  await download.waitFor({ timeout: 60_000 });
  const arrives = page.waitForEvent('download');
  await download.click();
  return (await arrives).path();
}

it('makes what a manager takes to the board, and lets it expire', async () => {
  const { context, page, complaints } = await openWindow(browser);
  await signIn(page, tracker.url, PEOPLE.manager);
  await page.getByRole('link', { name: 'Reports', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Make a file' }).waitFor();

  const pdf = await readFile(await made(page, 'Stakeholder report', 'Stakeholder report, PDF'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  expect(await axeFindings(page)).toEqual([]);

  const workbook = await made(page, 'Workbook of all records', 'Workbook of all records, Excel');
  const sheets = await readSheets(await readFile(workbook));
  const sheet = (name: string) => sheets.find((one) => one.sheet === name)?.data ?? [];
  const visits = await page.request.get(`${tracker.url}/api/visits?range=[0,0]`);
  const total = Number(visits.headers()['content-range']?.split('/')[1]);
  expect(sheet('Visits')).toHaveLength(1 + total);
  expect(sheet('About')[1]).toEqual(['Visits', expect.any(String), total]);

  await tracker.dataSource.query(`UPDATE reports SET expires_at = now() - interval '1 minute'`);
  await page.reload();
  await page.getByText('Its file is not kept any more. Make it again.').first().waitFor();
  expect(await page.getByRole('button', { name: /^Download/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
}, 240_000);

it('stops a file that is being made, and makes it again', async () => {
  const { context, page, complaints } = await openWindow(browser);
  await signIn(page, tracker.url, PEOPLE.manager);
  await page.getByRole('link', { name: 'Reports', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Make a file' }).waitFor();
  await whileLocked(tracker.dataSource, 'survey_answers', async () => {
    await ask(page, 'Workbook of all records');
    await page.getByText('Preparing: 0%.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Stop: Workbook of all records, Excel/ }).click();
    const stopped = /stopped it before it had finished; there is no file\.$/;
    await page.getByText(stopped).waitFor();
    expect(await page.getByRole('button', { name: /^Stop/ }).count()).toBe(0);
  });
  await made(page, 'Workbook of all records', 'Workbook of all records, Excel');
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

it('says which characters the PDF cannot show, while typing, before asking and beside the file', async () => {
  const { context, page, complaints } = await openWindow(browser);
  await signIn(page, tracker.url, PEOPLE.head);
  const warning = page.getByText(
    'The PDF cannot show some characters: م د ر س ة 🎺. It has □ in their place. The Word file shows them.',
  );
  await page.goto(`${tracker.url}/#/reports/texts`);
  const highlights = page.getByLabel('Highlights');
  await highlights.fill('Brass – “Łódź” and 50%');
  expect(await page.getByText(/^The PDF cannot show/).count()).toBe(0);
  await highlights.fill('مدرسة and 🎺');
  await warning.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the texts' }).click();
  await page.getByText('Texts saved; the next report has them.').waitFor();

  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await page.getByRole('heading', { name: 'Make a file' }).waitFor();
  await warning.waitFor();
  await page.getByRole('combobox', { name: 'As' }).click();
  await page.getByRole('option', { name: 'Word' }).click();
  await warning.waitFor({ state: 'hidden' });
  await page.getByRole('combobox', { name: 'As' }).click();
  await page.getByRole('option', { name: 'PDF' }).click();
  await warning.waitFor();
  await made(page, 'Stakeholder report', 'Stakeholder report, PDF');
  await page
    .getByRole('list', { name: 'Files' })
    .getByText(/^The PDF cannot show/)
    .waitFor();
  expect(await warning.count()).toBe(2);
  expect(await axeFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);
