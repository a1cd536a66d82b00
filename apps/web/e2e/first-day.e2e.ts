import type { Browser, Page } from 'playwright-core';
import { makeWorkbook } from '../../../libs/files/src/reading/testing/make-files';
import { axeFindings, launchBrowser, openLastingWindow } from './support/browser';
import { PASSWORD, runTracker, type RunningTracker } from './support/running-tracker';
import { CENSUS, LINKS, REGISTER } from './support/small-register';

const TODAY = '2024-11-20';
const ADA = 'ada@hub.example';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const COLUMNS = ['School', 'Date', 'Who went', 'Notes', 'Cancelled?'];

/** The hub's log as it kept it: a sheet a year, initials, a cancelled visit, a total, days in any form. */
const LOG = makeWorkbook({
  '2021-22': [
    ['School visits 2021-22'],
    COLUMNS,
    ['Alder Primary School', '12/10/2021', 'CL', 'A choir of forty', 'No'],
    ['Cedar School', '3 March 2022', 'CL', 'They rang in the morning', 'Yes'],
    ['Birch Primary School', '5 May 2022', 'CL', 'Whole class ukulele in Year 4', 'No'],
    ['Cedar School', 'June 2022', 'CL', 'Recorders', 'No'],
    ['Total visits', 4],
  ],
  '2022-23': [
    ['School visits 2022-23'],
    COLUMNS,
    ['Dogwood Infants', 'some time in May', 'CL', 'Singing every day', 'No'],
    ['Heather School', 'June 2023', 'CL', 'Nobody knows this one either', 'No'],
  ],
  '2023-24': [
    ['School visits 2023-24'],
    COLUMNS,
    ['Gorse School', '1/2/2024', 'CL', 'Nobody knows this one', 'No'],
  ],
});

let tracker: RunningTracker;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  browser = await launchBrowser();
  ({ page, complaints } = await openLastingWindow(browser));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const today = () => page.getByRole('link', { name: 'Today', exact: true }).click();
const step = (key: string) => page.locator(`[data-step="${key}"]`);

async function choose(kind: RegExp, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.getByRole('radio', { name: kind }).check();
  await page.getByTestId('import-file').setInputFiles(file);
  await press('Check the file');
}

/** From the step on Today to the import done. */
async function importFile(key: string, kind: RegExp, csv: string) {
  await today();
  await step(key).getByRole('link').click();
  await choose(kind, { name: `${key}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await press('Import for real');
  await heading('What this file did');
  await page.getByText('unchanged', { exact: true }).waitFor();
}

async function addRegion(name: string, district: string) {
  await page.goto(`${tracker.url}/#/regions/create`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Districts').click();
  await page.getByRole('option', { name: district }).click();
  await press('Save the region');
  await heading(name);
}

it('begins with a list of what to set up, and no alarm', async () => {
  const printed = () => /\/#\/first-admin\?token=\S+/.exec(tracker.said())?.[0];
  for (let tries = 0; !printed() && tries < 100; tries += 1) await page.waitForTimeout(100);
  await page.goto(`${tracker.url}${printed()}`);
  await page.getByLabel('Your name').fill('Ada Quill');
  await page.getByLabel('Email address').fill(ADA);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await press('Make my account');
  await heading('Set up the tracker');
  expect(await page.locator('[data-step]').count()).toBe(10);
  expect(await page.getByText(/behind/).count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Progress', exact: true }).click();
  await page.getByText('There are no schools in the tracker yet.').waitFor();
  expect(await page.getByText(/behind/).count()).toBe(0);
}, 90_000);

it('takes in the register, and its districts are there at once for the regions', async () => {
  await importFile('register', /^School register/, REGISTER);
  // What is in leads to what comes next, not to a queue of schools that nobody has a region for.
  await page.getByText(/^Next in setting up the tracker: import the links/).waitFor();
  expect(await page.getByRole('link', { name: 'Go to the priority queue' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Import the links between schools' }).click();
  await page.getByRole('radio', { name: /^Predecessors and successors/, checked: true }).waitFor();
  await page.goto(`${tracker.url}/#/regions`);
  await page.getByText('In no region yet: Northmere, Southmere.').waitFor();
  await page.getByText(/^\d+ schools in the visiting cycle have no region/).waitFor();
  await addRegion('North', 'Northmere');
  await addRegion('South', 'Southmere');
  await importFile('links', /^Predecessors and successors/, LINKS);
  // The register itself has told free school meals of some schools, so that step is done.
  await page.goto(`${tracker.url}/#/imports/create`);
  await choose(/^Pupils and free school meals/, {
    ...{ name: 'census.csv', mimeType: 'text/csv', buffer: Buffer.from(CENSUS) },
  });
  await press('Import for real');
  await heading('What this file did');
  await page.getByText('unchanged', { exact: true }).waitFor();
  await today();
  await step('past_visits').waitFor();
  expect(await step('regions').count()).toBe(0);
  expect(await step('census').count()).toBe(0);
  // Nothing is said of being behind as long as the visits so far are not in.
  await page.getByText(/^No visits are on record yet, so every school counts as never/).waitFor();
  expect(await page.getByText(/behind the expected|will be missed/).count()).toBe(0);
}, 180_000);

it('puts a log of three sheets right on the screen and imports it', async () => {
  await tracker.addUser({ email: 'callum@hub.example', name: 'Callum Lane', role: 'regional' });
  await today();
  await step('past_visits').getByRole('link').click();
  await choose(/^Past visits/, { name: 'visits.xlsx', mimeType: XLSX, buffer: LOG });
  await heading('Visits in this file');
  // All three sheets are read, and what did not take place is no visit.
  expect(await page.getByRole('checkbox', { name: /^Read “20/ }).count()).toBe(3);
  await press(/^To put right \(5\)/);
  // A row without its day whose school is not certain asks for both at once.
  const heather = page.locator('[data-row]').filter({ hasText: 'Heather School' });
  await heather.getByText('The school has to be chosen as well.').waitFor();
  await heather.getByLabel('Another school for line').waitFor();
  // Asked of two sheets, answered once.
  await page.getByText('Your answer goes for the other sheets too').first().waitFor();
  await page
    .getByRole('radio', { name: /^Use the 1st of the month/ })
    .first()
    .check();
  await press(/^To put right \(4\)/);
  await heather.getByRole('button', { name: /^Skip this row/ }).click();
  await press(/^To put right \(3\)/);
  await page.getByText('Did not take place', { exact: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await page.getByLabel(/^CL \(/).click();
  await page.getByRole('option', { name: 'Callum Lane' }).click();
  await page
    .getByRole('combobox', { name: /^CL \(/ })
    .filter({ hasText: 'Callum Lane' })
    .waitFor();
  await page.getByRole('button', { name: /^Confirm Callum Lane/ }).waitFor({ state: 'detached' });

  const dogwood = page.locator('[data-row]').filter({ hasText: 'some time in May' });
  await dogwood.getByLabel('Day of the visit').fill('17/5/23');
  await dogwood.getByRole('button', { name: /^Use this day/ }).click();
  await press(/^To put right \(2\)/);
  const gorse = page.locator('[data-row]').filter({ hasText: 'Gorse School' });
  await gorse.getByRole('button', { name: /^Skip this row/ }).click();
  await press(/^New visits \(4\)/);
  await page.getByText('Dogwood Infant School, Wed 17 May 2023').waitFor();
  await press(/^Import 4 visits/);
  await heading('What this file did');
  await page.getByText('unchanged', { exact: true }).waitFor();
}, 180_000);

it('then knows who was there and what is still to do', async () => {
  const visits: { visited_on: string; name: string | null }[] = await tracker.dataSource.query(
    `SELECT v.visited_on, u.name FROM visits v LEFT JOIN users u ON u.id = v.visitor_id
     WHERE v.status = 'completed' ORDER BY v.visited_on`,
  );
  expect(visits).toEqual([
    { visited_on: '2021-10-12', name: 'Callum Lane' },
    { visited_on: '2022-05-05', name: 'Callum Lane' },
    { visited_on: '2022-06-01', name: 'Callum Lane' },
    { visited_on: '2023-05-17', name: 'Callum Lane' },
  ]);
  await today();
  await step('term_dates').getByText('To do').waitFor();
  expect(await step('past_visits').count()).toBe(0);
  expect(complaints).toEqual([]);
}, 60_000);
