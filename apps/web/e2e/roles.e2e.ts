import type { Browser, Page } from 'playwright-core';
import type { School, Visit } from '@tracker/contract';
import { VisitEntity } from '@tracker/data';
import {
  axeFindings,
  DESK,
  launchBrowser,
  openWindow,
  PHONE,
  signInAtQueue,
  type Window,
} from './support/browser';
import {
  type Client,
  PEOPLE,
  prepareHub,
  schoolCalled,
  signedInClient,
  visitsOf,
} from './support/prepared-hub';
import { goToStep, sendLog } from './support/log-form';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let alder: School;
let cedar: School;
const windows: Window[] = [];

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  alder = await schoolCalled(head, 'Alder Primary School');
  cedar = await schoolCalled(head, 'Cedar School');
  browser = await launchBrowser();
}, 180_000);

afterEach(async () => {
  await Promise.all(windows.splice(0).map(({ context }) => context.close()));
});

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

/** Somebody's own window, signed in, at the queue. */
async function windowOf(email: string, size = DESK, scheme: 'light' | 'dark' = 'light') {
  const window = await openWindow(browser, size, scheme);
  windows.push(window);
  await signInAtQueue(window.page, tracker.url, email);
  return window.page;
}

/** Opens a screen by its address, once its heading stands. */
async function open(page: Page, path: string, heading: string | RegExp) {
  await page.goto(`${tracker.url}/#${path}`);
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

const openSchool = (page: Page, { id, name }: School) => open(page, `/schools/${id}/show`, name);

/** Words of buttons and links that would change something. */
const CHANGES =
  /schedule|propose|log (a|this)|cancel|confirm|move|pin|snooze|add a|change|remove|write|rank again|import|set the/i;

async function changesOffered(page: Page): Promise<string[]> {
  const main = page.getByRole('main');
  const found = [
    ...(await main.getByRole('button', { name: CHANGES }).allInnerTexts()),
    ...(await main.getByRole('link', { name: CHANGES }).allInnerTexts()),
  ];
  return [...found, ...(await main.getByRole('checkbox').allInnerTexts())];
}

/** A page that is wider than its window scrolls sideways. */
const isWiderThanWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

it('offers a manager everything to read and nothing to change', async () => {
  const { id } = await head.post<Visit>('/visits', {
    schoolId: cedar.id,
    scheduledOn: '2024-12-03',
  });
  const page = await windowOf(PEOPLE.manager);
  await page.getByRole('link', { name: 'Alder Primary School' }).waitFor();
  expect(await changesOffered(page)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  await openSchool(page, cedar);
  await page.getByText('Tue 3 Dec 2024').first().waitFor();
  expect(await changesOffered(page)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  await open(page, '/visits', 'Visits');
  await page.getByRole('link', { name: 'Cedar School' }).waitFor();
  expect(await changesOffered(page)).toEqual([]);
  await open(page, `/visits/${id}/show`, 'Visit to Cedar School');
  expect(await changesOffered(page)).toEqual([]);
  expect(await page.getByRole('link', { name: 'Imports', exact: true }).count()).toBe(0);
}, 60_000);

it('starts a regional member in their own region, where alone they may change schools', async () => {
  const page = await windowOf(PEOPLE.north);
  await page.getByText('2 of 2 schools').waitFor();
  await page.getByText('in North have not been visited in three years.').waitFor();
  expect(await page.getByRole('link', { name: 'Cedar School' }).count()).toBe(0);
  await openSchool(page, alder);
  expect(await changesOffered(page)).toContain('Schedule a visit');
  await openSchool(page, cedar);
  await page.getByRole('heading', { name: 'Contacts' }).waitFor();
  expect(await changesOffered(page)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  const north = await signedInClient(tracker.url, PEOPLE.north);
  const refused = north.put(`/schools/${cedar.id}`, { notes: 'Mine', version: cedar.version });
  await expect(refused).rejects.toThrow('403');
}, 60_000);

it('starts somebody with two regions on both', async () => {
  const page = await windowOf(PEOPLE.both);
  await page.getByText('in North and South have not been visited in three years.').waitFor();
  await page.getByRole('combobox', { name: 'Region' }).getByText('My regions').waitFor();
  await page.getByRole('link', { name: 'Alder Primary School' }).waitFor();
  await page.getByRole('link', { name: 'Cedar School' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
}, 60_000);

it('shows a visit cancelled meanwhile beside the log that was being written', async () => {
  const { id } = await head.post<Visit>('/visits', { schoolId: cedar.id, scheduledOn: TODAY });
  const page = await windowOf(PEOPLE.both, PHONE);
  await open(page, `/visits/${id}/log`, /Log a visit/);
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill('The choir thrives.');
  await head.post(`/visits/${id}/cancel`, { by: 'school', reason: 'Inspectors came' });
  await goToStep(page, 'Check and send');
  await sendLog(page);
  const now = page.getByRole('region', { name: 'On the tracker now' });
  await now.getByText('Cancelled by the school: Inspectors came').waitFor();
  const mine = page.getByRole('region', { name: 'What you wrote' });
  await mine.getByText('The choir thrives.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Log mine as a visit of its own' }).click();
  await page.getByText('An unplanned visit').waitFor();
  await sendLog(page);
  await page.getByRole('heading', { level: 1, name: cedar.name, exact: true }).waitFor();
  const held = (await visitsOf(head, cedar.id)).filter(({ status }) => status === 'completed');
  expect(held.filter(({ outcome }) => outcome?.summary === 'The choir thrives.')).toHaveLength(1);
}, 60_000);

it('schedules the visit that is proposed instead of a second one', async () => {
  await head.post<Visit>('/visits', { schoolId: alder.id });
  const before = await visitsOf(head, alder.id);
  const page = await windowOf(PEOPLE.north);
  await page.getByRole('button', { name: 'What to do about Alder Primary School' }).click();
  await page.getByRole('menuitem', { name: 'Schedule a visit…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The visit that is already proposed gets this date.').waitFor();
  await dialog.getByLabel(/^Date/).fill('4 Dec 2024');
  await dialog.getByRole('button', { name: 'Schedule the visit' }).click();
  await page.getByText('scheduled for Wed 4 Dec 2024').waitFor();
  const after = await visitsOf(head, alder.id);
  expect(after.length).toBe(before.length);
  expect(after.filter(({ scheduledOn }) => scheduledOn === '2024-12-04')).toHaveLength(1);
}, 60_000);

it('moves a visit at a closed school to the school that followed', async () => {
  const closed = await schoolCalled(head, 'Birch Primary School');
  const academy = await schoolCalled(head, 'Birch Academy');
  // Planned before the school closed; since then the API would not let anybody plan it.
  const visit = { schoolId: closed.id, status: 'scheduled' as const, scheduledOn: '2024-12-05' };
  const planned = await tracker.dataSource.manager.save(
    VisitEntity,
    tracker.dataSource.manager.create(VisitEntity, visit),
  );
  const page = await windowOf(PEOPLE.head);
  await open(page, '/visits', 'Visits');
  await page.getByText('is planned at a school that has closed.').waitFor();
  await page.getByText('School closed', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Birch Primary School' }).click();
  await page.getByText('This school has closed.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Move the visit to Birch Academy…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/From then on Birch Academy counts as booked/).waitFor();
  await dialog.getByRole('button', { name: 'Move the visit' }).click();
  await page.getByRole('heading', { level: 1, name: 'Visit to Birch Academy' }).waitFor();
  expect((await visitsOf(head, academy.id)).map(({ id }) => id)).toEqual([planned.id]);
}, 60_000);

describe.each(['light', 'dark'] as const)('on a phone, %s', (scheme) => {
  it('shows the queue as cards without scrolling sideways', async () => {
    const page = await windowOf(PEOPLE.both, PHONE, scheme);
    await page.getByRole('link', { name: 'Cedar School' }).waitFor();
    expect(await isWiderThanWindow(page)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
  }, 60_000);

  it('shows the visits from today on, and the others at a press', async () => {
    const page = await windowOf(PEOPLE.both, PHONE, scheme);
    await open(page, '/visits', 'Visits');
    // The filter is the person's, from whatever device they chose it on.
    await page.getByRole('button', { name: 'Upcoming' }).click();
    await page.getByRole('button', { name: 'Upcoming', pressed: true }).waitFor();
    await page.getByRole('link', { name: 'Cedar School' }).first().waitFor();
    await page.getByRole('button', { name: 'Past' }).click();
    await page.waitForURL(/when%22%3A%22past/);
    expect(await isWiderThanWindow(page)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
  }, 60_000);

  it('takes a log, and goes on with it after it was left half-written', async () => {
    const page = await windowOf(PEOPLE.both, PHONE, scheme);
    const school = await schoolCalled(head, 'Dogwood Infant School');
    await open(page, `/visits/log?schoolId=${school.id}`, /Log a visit/);
    for (const step of ['Who I met', 'What I found', 'Actions', 'Follow-up visit', 'Check']) {
      await goToStep(page, step);
      expect([step, await isWiderThanWindow(page)]).toEqual([step, false]);
      expect([step, await axeFindings(page)]).toEqual([step, []]);
    }
    await goToStep(page, 'What I found');
    await page.getByLabel('What you found').fill(`Singing every day (${scheme}).`);
    await goToStep(page, 'Actions');
    await page.getByRole('button', { name: 'Add an action' }).click();
    const action = page.getByRole('group', { name: 'Action 1' });
    await action.getByLabel('What is to be done').fill('Send the list of choirs');
    await page.locator('[data-kept="saved"]').waitFor();
    await page.reload();
    expect(await action.getByLabel('What is to be done').inputValue()).toContain('choirs');
    expect(await axeFindings(page)).toEqual([]);
    await goToStep(page, 'Check and send');
    await sendLog(page);
    await page.getByRole('heading', { level: 1, name: school.name, exact: true }).waitFor();
    await page.getByText(`Singing every day (${scheme}).`).first().waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  }, 60_000);
});
