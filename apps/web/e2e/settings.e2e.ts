import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { BankHolidayYear, HubSettings, SchoolYear } from '@tracker/contract';
import { FACTORS } from '@tracker/domain';
import { DESK, launchBrowser, openWindow, PHONE, signInAtQueue } from './support/browser';
import { axeFindings, findingsInBothThemes, type Window } from './support/browser';
import {
  type Client,
  PEOPLE,
  prepareHub,
  schoolCalled,
  signedInClient,
} from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';
const HALF_TERM = { name: 'Autumn half term', from: '2024-10-28', to: '2024-11-01' };
const DATES = { firstDay: '2024-09-02', lastDay: '2025-07-22', holidays: [HALF_TERM] };

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let window: Window;
let page: Page;
let folder: string;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  await head.put('/school-years/2024-25', DATES);
  await head.put('/bank-holidays/2024', { days: [{ day: '2024-12-25', name: 'Christmas Day' }] });
  folder = await mkdtemp(join(tmpdir(), 'tracker-settings-'));
  browser = await launchBrowser();
  window = await openWindow(browser);
  page = window.page;
  await signInAtQueue(page, tracker.url, PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const HEADINGS = {
  calendar: 'Term dates',
  rules: 'Points of the score',
  visitors: 'Visitors’ time',
};

async function openSettings(on: Page, part: keyof typeof HEADINGS) {
  await on.goto(`${tracker.url}/#/settings/${part}`);
  await on.reload();
  await on.getByRole('heading', { level: 2, name: HEADINGS[part] }).waitFor();
}

const dialog = (on = page) => on.getByRole('dialog');
const conflict = () => page.getByRole('dialog', { name: /Someone else changed this/ });

it('keeps term dates that are changed by hand', async () => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Change 2024-25' }).click();
  await dialog().getByLabel('Last day of holiday 1').fill('4/11/24');
  await dialog().getByRole('button', { name: 'Add a holiday' }).click();
  await dialog().getByLabel('Name of holiday 2').fill('Christmas holiday');
  await dialog().getByLabel('First day of holiday 2').fill('23/12/24');
  await dialog().getByLabel('Last day of holiday 2').fill('3/1/25');
  const labels = await dialog()
    .getByRole('textbox')
    .evaluateAll((inputs) =>
      (inputs as HTMLInputElement[]).map((input) => input.labels?.[0]?.textContent),
    );
  expect(new Set(labels).size).toBe(labels.length);
  await dialog().getByRole('button', { name: 'Save the term dates' }).click();
  await dialog().waitFor({ state: 'hidden' });
  await openSettings(page, 'calendar');
  await page.getByText('Autumn half term: Mon 28 Oct 2024 to Mon 4 Nov 2024').waitFor();
  await page.getByText('Christmas holiday: Mon 23 Dec 2024 to Fri 3 Jan 2025').waitFor();
}, 60_000);

it('keeps a bank holiday that is added by hand, and says which day cannot be one', async () => {
  await page.getByRole('button', { name: 'Change 2024', exact: true }).click();
  await dialog().getByRole('button', { name: 'Add a bank holiday' }).click();
  await dialog().getByLabel('Name of bank holiday 2').fill('Boxing Day');
  await dialog().getByLabel('Day of bank holiday 2').fill('26/12/25');
  await dialog().getByRole('button', { name: 'Save the bank holidays' }).click();
  await dialog().getByText('Boxing Day, Fri 26 Dec 2025, is in another year.').first().waitFor();
  await dialog().getByLabel('Day of bank holiday 2').fill('26/12/24');
  await dialog().getByRole('button', { name: 'Save the bank holidays' }).click();
  await dialog().waitFor({ state: 'hidden' });
  await openSettings(page, 'calendar');
  await page.getByText('Boxing Day: Thu 26 Dec 2024').waitFor();
}, 60_000);

async function choose(name: string, content: object) {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  await dialog().locator('input[type=file]').setInputFiles(path);
}

it('shows what a file would change, refuses a bad one by year and field, and takes a good one', async () => {
  const holidays = { 'autumn half term': ['2025-10-27', '2025-10-31'] };
  const year = { term_start: '2025-09-01', last_day: '2026-07-21', holidays };
  await page.getByRole('button', { name: 'Import term dates' }).click();
  await choose('bad.json', { years: { '2025-26': { ...year, last_day: 'in July' } } });
  await dialog().getByText('The file cannot be imported. Nothing was changed.').waitFor();
  await dialog()
    .getByText(/^2025-26: the last day of school is “in July”, which is no date/)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await dialog().getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
  await choose('good.json', { years: { '2025-26': year } });
  await dialog().getByText('Mon 1 Sep 2025 to Tue 21 Jul 2026, 1 holiday (new)').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Import' }).click();
  await page.getByText('1 year imported.').waitFor();
  await openSettings(page, 'calendar');
  await page.getByRole('heading', { level: 3, name: '2025-26' }).waitFor();
}, 60_000);

it('takes term dates as a table, whose form it says with an example', async () => {
  await page.getByRole('button', { name: 'Import term dates' }).click();
  await dialog()
    .getByText(/^A CSV file with the headings name, start, end and in-service days/)
    .waitFor();
  await dialog().getByText('name,start,end,in-service days').waitFor();
  const choose = (name: string, lines: string[]) =>
    dialog()
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
  const head = 'name,start,end,in-service days';
  await choose('bad.csv', [head, 'Autumn term,31/9/2026,18/12/2026']);
  await dialog()
    .getByText(/^Line 2: the start is “31\/9\/2026”, which is no date/)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await choose('terms.csv', [
    head,
    'Autumn term,2/9/2026,18/12/2026,1/10/2026',
    'Spring term,4/1/2027,25/3/2027,',
  ]);
  await dialog()
    .getByText('Wed 2 Sep 2026 to Thu 25 Mar 2027, 1 holiday, 1 in-service day (new)')
    .waitFor();
  await dialog().getByRole('button', { name: 'Import' }).click();
  await page.getByText('1 year imported.').waitFor();
  await openSettings(page, 'calendar');
  await page.getByRole('heading', { level: 3, name: '2026-27' }).waitFor();
}, 60_000);

it('asks whoever saves second which dates to keep', async () => {
  await page.getByRole('button', { name: 'Change 2024-25' }).click();
  await dialog().getByLabel('First day of school').fill('3/9/24');
  await dialog().getByLabel('Name of holiday 1').fill('October half term');
  const stored = await head.get<SchoolYear>('/school-years/2024-25');
  const renamed = stored.holidays.map((each) => ({ ...each, name: `${each.name} (county)` }));
  await head.put('/school-years/2024-25', { ...stored, lastDay: '2025-07-23', holidays: renamed });
  await dialog().getByRole('button', { name: 'Save the term dates' }).click();
  await conflict()
    .getByRole('region', { name: 'Only they changed this, so theirs is kept' })
    .getByText('Last day of school: Wed 23 Jul 2025')
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await conflict()
    .getByRole('radio', { name: /^What is stored now.*Autumn half term \(county\)/s })
    .check();
  await conflict().getByRole('button', { name: 'Save what I chose' }).click();
  await dialog().waitFor({ state: 'hidden' });
  expect(await head.get('/school-years/2024-25')).toMatchObject({
    firstDay: '2024-09-03',
    lastDay: '2025-07-23',
    holidays: renamed,
  });
}, 60_000);

it('asks whoever saves second which bank holidays to keep', async () => {
  await page.getByRole('button', { name: 'Change 2024', exact: true }).click();
  await dialog().getByLabel('Name of bank holiday 1').fill('Christmas');
  const stored = await head.get<BankHolidayYear>('/bank-holidays/2024');
  const fewer = stored.days.slice(0, 1);
  await head.put('/bank-holidays/2024', { version: stored.version, days: fewer });
  await dialog().getByRole('button', { name: 'Save the bank holidays' }).click();
  await conflict()
    .getByRole('radio', { name: /^What you typed.*Christmas: Wed 25 Dec 2024/s })
    .check();
  await conflict().getByRole('button', { name: 'Save what I chose' }).click();
  await dialog().waitFor({ state: 'hidden' });
  const { days } = await head.get<BankHolidayYear>('/bank-holidays/2024');
  expect(days.map(({ name }) => name)).toEqual(['Christmas', 'Boxing Day']);
}, 60_000);

it('adds up what visitors can take, and takes days away back with one press', async () => {
  await openSettings(page, 'visitors');
  // Three half terms by these term dates, three visits in each.
  await page.getByText('18 places, 205 needed; North and South together are 187 short.').waitFor();
  await page.getByRole('button', { name: 'Change the time of Nia Reed' }).click();
  await dialog().getByLabel('Visits a week').fill('7.5');
  await dialog().getByLabel('Visits a half term').fill('20');
  await dialog().getByLabel('Friday').uncheck();
  await dialog().getByLabel('Starts from').click();
  await page.getByRole('option', { name: 'A town' }).click();
  await dialog().getByLabel('Town').fill('Atlantis');
  const save = () => dialog().getByRole('button', { name: 'Save' }).click();
  await save();
  const refused = (sentence: string) => dialog().locator('p', { hasText: sentence }).waitFor();
  await refused('Visits a week must be a whole number from 0 to 30.');
  await dialog().getByLabel('Visits a week').fill('7');
  await save();
  await refused('No school or town of this name is on record.');
  expect(await axeFindings(page)).toEqual([]);
  await dialog().getByLabel('Starts from').click();
  await page.getByRole('option', { name: 'Not recorded' }).click();
  await save();
  await dialog().waitFor({ state: 'hidden' });
  await page.getByText(/^69 places, 205 needed; /).waitFor();
  await page.getByText('Mondays, Tuesdays, Wednesdays and Thursdays').waitFor();

  await page.getByRole('button', { name: 'Add days away' }).click();
  await dialog().getByLabel('Who is away').click();
  await page.getByRole('option', { name: 'Nia Reed' }).click();
  await dialog().getByLabel('First day away').fill('2/12/24');
  await dialog().getByLabel('Last day away').fill('1/12/24');
  await dialog().getByRole('button', { name: 'Save the days' }).click();
  await refused('The last day must not be before the first.');
  await dialog().getByLabel('Last day away').fill('6/12/24');
  await dialog().getByRole('button', { name: 'Save the days' }).click();
  await dialog().waitFor({ state: 'hidden' });
  const remove = page.getByRole('button', {
    name: 'Remove Nia Reed, Mon 2 Dec 2024 to Fri 6 Dec 2024',
  });
  await remove.click();
  await page.getByText('Nobody is away.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await remove.waitFor();
}, 60_000);

it('keeps the days without visits of a year, and what a school says of its days', async () => {
  await openSettings(page, 'calendar');
  await page.getByText(/^Suggested, and not saved yet/).waitFor();
  await page.getByRole('button', { name: 'Look at and save the days of 2024-25' }).click();
  await dialog().getByLabel('Last day of entry 1').fill('1/9/24');
  const save = () => dialog().getByRole('button', { name: 'Save the days' }).click();
  await save();
  await dialog().locator('p', { hasText: 'The last day must not be before the first.' }).waitFor();
  await dialog().getByLabel('Last day of entry 1').fill('6/9/24');
  await dialog().getByLabel('Name of entry 1').fill('First days');
  await dialog().getByRole('button', { name: 'Remove entry 2' }).click();
  await save();
  await dialog().waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Change the days of 2024-25' }).waitFor();
  await page.getByText('First days').waitFor();
  expect(await page.getByText('Christmas concerts').count()).toBe(0);

  const { id } = await schoolCalled(head, 'Alder Primary School');
  await page.goto(`${tracker.url}/#/schools/${id}/show`);
  await page.getByText('The school has said nothing; any school day will do.').waitFor();
  await page.getByRole('button', { name: 'Change the days' }).click();
  const ticks = (name: string) => dialog().getByRole('group', { name, exact: true });
  await ticks('Never on').getByLabel('Friday').check();
  await ticks('Would like').getByLabel('Friday').check();
  await save();
  await dialog()
    .locator('p', { hasText: 'A weekday is either one that they would like or one' })
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await ticks('Would like').getByLabel('Friday').uncheck();
  await dialog().getByRole('button', { name: 'Add an entry' }).click();
  await dialog().getByLabel('First day of entry 1').fill('3/2/25');
  await dialog().getByLabel('Last day of entry 1').fill('7/2/25');
  await dialog().getByLabel('Reason for entry 1').fill('Residential');
  await save();
  await dialog().waitFor({ state: 'hidden' });
  await page.getByText('Mon 3 Feb 2025 to Fri 7 Feb 2025: Residential').waitFor();
  await page.getByText('Fridays', { exact: true }).waitFor();
  await page.getByText('Written down on Wed 20 Nov 2024 by Hilary Marsh').waitFor();
}, 60_000);

const meals = () => page.getByLabel('Points for free school meals');
const saveRules = () => page.getByRole('button', { name: 'Save the rules…' }).click();
const rules = () => page.getByRole('dialog', { name: 'Change the rules of the hub?' });

it('changes the points only when they add up and after naming what it means', async () => {
  await openSettings(page, 'rules');
  await meals().fill('30');
  await page.getByText('Together: 110 points. They must be 100.').waitFor();
  await saveRules();
  await page.getByRole('alert').getByText('The points must add up to 100, not 110.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('Points for time since the last visit').fill('40');
  await page.getByText('Together: 100 points', { exact: true }).waitFor();
  await saveRules();
  await rules()
    .getByText(/^Every school is ranked again/)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await rules().getByRole('button', { name: 'Back to what I typed' }).click();
  await rules().waitFor({ state: 'hidden' });
  expect((await head.get<HubSettings>('/hub-settings')).version).toBe(1);
  await saveRules();
  await rules().getByRole('button', { name: 'Change the rules' }).click();
  await page.getByText('Rules saved.').waitFor();
  await openSettings(page, 'rules');
  expect(await meals().inputValue()).toBe('30');
}, 60_000);

it('says of a factor that came after the points were saved that it has none yet', async () => {
  const news = page.getByText('New since you saved your points: has no points yet.');
  expect(await news.count()).toBe(0);
  const stored = `SELECT value FROM settings WHERE key = 'weights'`;
  const [{ value }] = await tracker.dataSource.query(stored);
  await tracker.dataSource.query(
    `UPDATE settings SET value = value - 'noMusicLead' WHERE key = 'weights'`,
  );
  await openSettings(page, 'rules');
  await news.waitFor();
  const points = page.getByLabel(FACTORS.noMusicLead.part.label);
  expect(await points.inputValue()).toBe('0');
  const said = await points.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${said}"]`).textContent()).toBe(await news.textContent());
  expect(await axeFindings(page)).toEqual([]);
  await tracker.dataSource.query(`UPDATE settings SET value = $1::jsonb WHERE key = 'weights'`, [
    JSON.stringify(value),
  ]);
  await openSettings(page, 'rules');
  await page.getByText('Together: 100 points', { exact: true }).waitFor();
  expect(await news.count()).toBe(0);
}, 60_000);

it('puts together the rules two people change at once', async () => {
  await page.getByLabel('Visits aimed at in an academic year').fill('200');
  await page.getByLabel('Other contact').check();
  const stored = await head.get<HubSettings>('/hub-settings');
  await head.put('/hub-settings', { ...stored, targetVisits: 190 });
  await saveRules();
  await rules().getByRole('button', { name: 'Change the rules' }).click();
  await conflict()
    .getByRole('radio', { name: /^What you typed.*200/s })
    .check();
  await conflict().getByRole('button', { name: 'Save what I chose' }).click();
  await page.getByText('Rules saved.').waitFor();
  expect(await head.get('/hub-settings')).toMatchObject({
    targetVisits: 200,
    kindsNotCounting: ['other'],
  });
}, 60_000);

it.each([
  ['a wide screen', DESK],
  ['a phone', PHONE],
  ['a small phone', { width: 320, height: 640 }],
])(
  'has no accessibility fault on %s, light or dark, and never scrolls sideways',
  async (_, size) => {
    const { context, page: own } = await openWindow(browser, size);
    await signInAtQueue(own, tracker.url, PEOPLE.head);
    const seen = async () => expect(await findingsInBothThemes(own)).toEqual([]);
    await openSettings(own, 'calendar');
    await seen();
    const opened = [
      ...['Change 2024-25', 'Change 2024', 'Import bank holidays', 'Change the days of 2024-25'],
    ];
    for (const name of opened) {
      await own.getByRole('button', { name, exact: true }).click();
      await dialog(own).waitFor();
      await seen();
      await dialog(own).getByRole('button', { name: 'Cancel' }).click();
      await dialog(own).waitFor({ state: 'hidden' });
    }
    await openSettings(own, 'visitors');
    await own.getByRole('button', { name: 'Change the time of Nia Reed' }).waitFor();
    await seen();
    await openSettings(own, 'rules');
    await seen();
    await context.close();
  },
  120_000,
);

it.each(['manager', 'north'] as const)(
  'is not for %s',
  async (who) => {
    const { context, page: own } = await openWindow(browser);
    await signInAtQueue(own, tracker.url, PEOPLE[who]);
    expect(await own.getByRole('link', { name: 'Settings' }).count()).toBe(0);
    await own.goto(`${tracker.url}/#/settings/rules`);
    await own.getByRole('heading', { name: 'This page is not for your account' }).waitFor();
    const client = await signedInClient(tracker.url, PEOPLE[who]);
    const stored = await client.get<HubSettings>('/hub-settings');
    await expect(client.put('/hub-settings', stored)).rejects.toThrow('403');
    await context.close();
  },
  60_000,
);
