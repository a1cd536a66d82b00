import type { School } from '@tracker/contract';
import type { Browser, Page, Route } from 'playwright-core';
import { axeFindings, launchBrowser, openWindow, signIn } from './support/browser';
import { PEOPLE, prepareHub, schoolCalled } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

let tracker: RunningTracker;
let browser: Browser;
let page: Page;
let school: School;

beforeAll(async () => {
  tracker = await runTracker('2024-11-20');
  const head = await prepareHub(tracker);
  const [first] = await head.get<{ name: string }[]>('/priority-queue');
  school = await schoolCalled(head, first?.name ?? '');
  browser = await launchBrowser();
  page = (await openWindow(browser)).page;
  await signIn(page, tracker.url, PEOPLE.head);
  await page.goto(`${tracker.url}/#/imports/create`);
  await page.getByRole('radio', { name: /^Past visits/ }).check();
  const visits = `URN,School,Date of visit\r\n${school.urn},${school.name},2023-05-04\r\n`;
  const file = { name: 'visits.csv', mimeType: 'text/csv', buffer: Buffer.from(visits) };
  await page.getByTestId('import-file').setInputFiles(file);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: 'New visits (1)' }).waitFor();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const ANSWERS: [string, (route: Route) => Promise<void>, RegExp][] = [
  ['a fault', (route) => route.fulfill({ status: 500, body: '' }), /Something went wrong/],
  ['503', (route) => route.fulfill({ status: 503, body: '' }), /Try again in a minute/],
  ['no answer at all', (route) => route.abort(), /The tracker cannot be reached/],
];
const OF_IMPORTS = /\/api\/imports\//;

it.each(ANSWERS)(
  'that cannot be loaded again for %s stays, says that it is from before, and can be tried again',
  async (_, answer, reason) => {
    await page.route(OF_IMPORTS, answer);
    // Looked at again after a while, it is asked for anew.
    await page.waitForTimeout(5_500);
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    const note = page.getByRole('alert').filter({ hasText: 'What you see is from before (' });
    await note.filter({ hasText: reason }).waitFor({ timeout: 20_000 });
    expect(await note.count()).toBe(1);
    await page.getByRole('heading', { level: 1, name: 'visits.csv' }).waitFor();
    await page.getByText(`${school.name}, Thu 4 May 2023`).waitFor();
    expect(await page.getByRole('button', { name: 'New visits (1)' }).count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    // Whatever is asked for meanwhile waits for the press, so that nothing mends itself before it.
    let press = () => {};
    const pressed = new Promise<void>((resolve) => (press = resolve));
    let asked = 0;
    await page.unroute(OF_IMPORTS);
    await page.route(OF_IMPORTS, async (route) => {
      asked += 1;
      await pressed;
      await route.continue();
    });
    const before = asked;
    await note.getByRole('button', { name: 'Try again' }).click();
    press();
    await note.waitFor({ state: 'detached' });
    expect(asked).toBeGreaterThan(before);
    await page.unroute(OF_IMPORTS);
    await page.getByRole('button', { name: /^Import 1 visit/ }).waitFor();
  },
  60_000,
);

it('of which the answer to a change is lost stays as well', async () => {
  const ofReading = /\/api\/imports\/[^/]+\/(reading|rows)/;
  await page.route(ofReading, (route) => route.fulfill({ status: 500, body: '' }));
  await page.getByText('Columns', { exact: true }).first().waitFor();
  await tracker.dataSource.query('UPDATE imports SET version = version + 1');
  await page.waitForTimeout(5_500);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('What you see is from before (').waitFor({ timeout: 20_000 });
  await page.getByText(`${school.name}, Thu 4 May 2023`).waitFor();
  await page.unroute(ofReading);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('What you see is from before (').waitFor({ state: 'detached' });
}, 60_000);
