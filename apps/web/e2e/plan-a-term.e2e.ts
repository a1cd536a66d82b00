import type { User, Visit, VisitEvent } from '@tracker/contract';
import type { Browser, Locator, Page } from 'playwright-core';
import { axeFindings, launchBrowser, openWindow, PHONE, signIn } from './support/browser';
import {
  importFile,
  PEOPLE,
  prepareHub,
  schoolCalled,
  visitsOf,
  type Client,
} from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';
import { MORE_SCHOOLS } from './support/small-register';

/** Two weeks before the half term in which the clocks go back. */
const TODAY = '2024-10-14';

/** The round, with the day each school gets; the last on a bank holiday. */
const ROUND = [
  ['Alder Primary School', '15/10/24', '2024-10-15'],
  ['Hazel Primary School', '17/10/24', '2024-10-17'],
  ['Juniper Primary School', '5/11/24', '2024-11-05'],
  ['Linden School', '6/11/24', '2024-11-06'],
  ['Maple Academy', '26/12/24', '2024-12-26'],
] as const;

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let page: Page;
const complaints: string[][] = [];

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  await importFile(head, 'schools', MORE_SCHOOLS);
  await head.put('/school-years/2024-25', {
    firstDay: '2024-09-03',
    lastDay: '2025-07-22',
    holidays: [
      { name: 'Autumn half term', from: '2024-10-28', to: '2024-11-01' },
      { name: 'Christmas holiday', from: '2024-12-21', to: '2025-01-05' },
    ],
  });
  await head.put('/bank-holidays/2024', {
    days: [
      { day: '2024-12-25', name: 'Christmas Day' },
      { day: '2024-12-26', name: 'Boxing Day' },
    ],
  });
  const ranked = () => head.get<unknown[]>('/priority-queue');
  const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
  for (let tries = 0; (await ranked()).length < 8 && tries < 100; tries += 1) await pause();
  browser = await launchBrowser();
  page = await windowOf(PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

async function windowOf(email: string, size?: typeof PHONE, scheme?: 'light' | 'dark') {
  const window = await openWindow(browser, size, scheme, 'America/New_York');
  complaints.push(window.complaints);
  await signIn(window.page, tracker.url, email);
  return window.page;
}

async function openCalendar(on: Page, query: string) {
  await on.goto(`${tracker.url}/#/visits/calendar?${query}`);
  await on.getByRole('heading', { level: 1, name: 'Visits by day' }).waitFor();
  await on.getByText(/^In the|^Scheduled, confirmed and completed/).waitFor();
}

const dayOf = (on: Page, day: string) => on.locator(`td[data-day="${day}"]`);
const entryOn = (day: string, school: string) =>
  dayOf(page, day).getByRole('button', { name: school });

async function visitAt(school: string): Promise<Visit> {
  const [visit] = await visitsOf(head, (await schoolCalled(head, school)).id);
  if (!visit) throw new Error(`No visit at ${school}.`);
  return visit;
}

const historyOf = async (school: string) =>
  head.get<VisitEvent[]>(`/visits/${(await visitAt(school)).id}/history`);

async function expectFocus(on: Locator) {
  await on.waitFor();
  await page.waitForFunction(
    (element) => element === document.activeElement,
    await on.elementHandle(),
  );
}

async function choose(dialog: Locator, label: string | RegExp, option: string) {
  await dialog.getByLabel(label).first().click();
  await page.getByRole('option', { name: option }).click();
}

it('schedules five schools from the queue in one dialog, one knowingly on a bank holiday', async () => {
  await page.goto(`${tracker.url}/#/priority-queue`);
  for (const [name] of ROUND) await page.getByLabel(`Select ${name}`).check();
  await page.getByRole('button', { name: 'Schedule visits…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Schedule visits to 5 schools' });
  await choose(dialog, 'Visitor for all of them', 'Nia Reed');
  for (const [name, date] of ROUND) {
    const line = dialog.getByRole('group', { name, exact: true });
    await line.getByLabel(/^Date/).fill(date);
  }
  const last = dialog.getByRole('group', { name: 'Maple Academy', exact: true });
  await last.getByText('Thu 26 Dec 2024 is a bank holiday: Boxing Day.').waitFor();
  await last
    .getByText(/^Nia Reed: 1 visit in the week of Mon 23 Dec 2024 \(1 of them in this form\)/)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Schedule the visits' }).click();
  await last.getByText('Tick “Schedule anyway” or choose another day.').waitFor();
  expect(await visitsOf(head, (await schoolCalled(head, ROUND[0][0])).id)).toEqual([]);
  await last.getByLabel('Schedule anyway').check();
  await dialog.getByRole('button', { name: 'Schedule the visits' }).click();
  await page.getByText('5 visits scheduled.').waitFor();
  for (const [name, , day] of ROUND) {
    expect(await visitAt(name)).toMatchObject({ scheduledOn: day, visitorName: 'Nia Reed' });
  }
  const [scheduled] = await historyOf('Maple Academy');
  expect(scheduled).toMatchObject({ kind: 'scheduled', overrode: ['bank_holiday'] });
}, 90_000);

it('shows them on their days, wherever the clock of the browser stands', async () => {
  await page.getByRole('link', { name: 'Visits', exact: true }).click();
  await page.getByRole('link', { name: 'Month' }).click();
  await page.getByText('October 2024', { exact: true }).waitFor();
  await entryOn('2024-10-15', 'Alder Primary School').waitFor();
  const halfTerm = dayOf(page, '2024-10-28');
  await halfTerm.getByText('Autumn half term').waitFor();
  // Sunday the 27th has 25 hours; the weeks around it begin on Mondays all the same.
  const days = await page
    .locator('td[data-day]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-day')));
  expect(days).toHaveLength(35);
  expect([days[0], days[26], days[27], days[28], days[34]]).toEqual([
    '2024-09-30',
    '2024-10-26',
    '2024-10-27',
    '2024-10-28',
    '2024-11-03',
  ]);
  expect(await axeFindings(page)).toEqual([]);
  // Boxing Day lies after the term.
  const nia = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /Nia Reed/ }) });
  expect(await nia.getByRole('cell').allInnerTexts()).toEqual(['2', '4']);
  await page.getByRole('button', { name: 'The next month' }).click();
  await entryOn('2024-11-05', 'Juniper Primary School').waitFor();
  expect(page.url()).toContain('date=2024-11-01');
  await page.getByRole('link', { name: 'Week' }).click();
  await page.getByText('28 October to 3 November 2024', { exact: true }).waitFor();
  await dayOf(page, '2024-10-29').getByText('Autumn half term').waitFor();
  expect(await axeFindings(page)).toEqual([]);
}, 90_000);

it('moves one from the keyboard alone', async () => {
  await openCalendar(page, 'view=month&date=2024-10-14');
  await entryOn('2024-10-17', 'Hazel Primary School').focus();
  await page.keyboard.press('Enter');
  const popover = page.getByRole('dialog', { name: 'Hazel Primary School' });
  await popover.getByText('Thu 17 Oct 2024, no time yet').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await popover.getByRole('button', { name: 'Move…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move the visit to Hazel Primary School' });
  await dialog.getByLabel(/^Date/).fill('18/10/24');
  await page.keyboard.press('Enter');
  await page.getByText('Visit moved to Fri 18 Oct 2024.').waitFor();
  await popover.getByText('Fri 18 Oct 2024, no time yet').waitFor();
  await page.keyboard.press('Escape');
  await entryOn('2024-10-18', 'Hazel Primary School').waitFor();
  const moved = (await historyOf('Hazel Primary School')).at(-1);
  expect(moved).toMatchObject({
    kind: 'rescheduled',
    scheduledOnBefore: '2024-10-17',
    scheduledOn: '2024-10-18',
  });
}, 90_000);

const drag = (from: string, school: string, onto: string) =>
  entryOn(from, school).dragTo(dayOf(page, onto));

it('moves another by dragging it, is asked about the half term, and takes it back', async () => {
  const question = page.getByRole('dialog', {
    name: 'Autumn half term. Schedule anyway?',
  });
  await drag('2024-10-15', 'Alder Primary School', '2024-10-29');
  await question
    .getByText('Tue 29 Oct 2024 is in the school holidays: Autumn half term.')
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await question.getByRole('button', { name: 'Leave it where it was' }).click();
  await entryOn('2024-10-15', 'Alder Primary School').waitFor();
  expect(await visitAt('Alder Primary School')).toMatchObject({ scheduledOn: '2024-10-15' });
  await drag('2024-10-15', 'Alder Primary School', '2024-10-29');
  await question.getByRole('button', { name: 'Move it anyway' }).click();
  await page.getByText('Visit to Alder Primary School moved to Tue 29 Oct 2024.').waitFor();
  await entryOn('2024-10-29', 'Alder Primary School').waitFor();
  expect((await historyOf('Alder Primary School')).at(-1)).toMatchObject({
    kind: 'rescheduled',
    scheduledOn: '2024-10-29',
    overrode: ['school_holiday'],
  });
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The visit is back on Tue 15 Oct 2024.').waitFor();
  await entryOn('2024-10-15', 'Alder Primary School').waitFor();
}, 90_000);

it('shows both versions where somebody else moved it meanwhile', async () => {
  const { id, version } = await visitAt('Alder Primary School');
  await head.post(`/visits/${id}/schedule`, { scheduledOn: '2024-10-16', version });
  await drag('2024-10-15', 'Alder Primary School', '2024-10-21');
  const conflict = page.getByRole('dialog', { name: /^Someone else changed this/ });
  await conflict.getByRole('radio', { name: /^What you typed/ }).check();
  await conflict.getByRole('button', { name: 'Save what I chose' }).click();
  await page.getByText('Visit to Alder Primary School moved to Mon 21 Oct 2024.').waitFor();
  await entryOn('2024-10-21', 'Alder Primary School').waitFor();
}, 90_000);

it('says which of a round could not be taken, and keeps the rest', async () => {
  await page.goto(`${tracker.url}/#/priority-queue`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'What to do about Cedar School' }).click();
  await page.getByRole('menuitem', { name: 'Schedule a visit…' }).click();
  await dialog.getByRole('button', { name: 'Add to this round: Dogwood Infant School' }).click();
  await dialog.getByRole('button', { name: 'Add to this round: Birch Academy' }).click();
  await dialog.getByRole('button', { name: 'Leave out Birch Academy' }).click();
  await choose(dialog, 'Visitor for all of them', 'Bo Vale');
  const cedar = dialog.getByRole('group', { name: 'Cedar School', exact: true });
  const dogwood = dialog.getByRole('group', { name: 'Dogwood Infant School', exact: true });
  for (const line of [cedar, dogwood]) await line.getByLabel(/^Date/).fill('17/10/24');
  for (const line of [cedar, dogwood]) await line.getByLabel('Time').fill('10:00');
  // Two lines in each other's way are warned of before anything is sent, and the first takes the focus.
  await dogwood.getByText('Bo Vale is at Cedar School at 10:00 that day.').waitFor();
  await cedar.getByText('Bo Vale is at Dogwood Infant School at 10:00 that day.').waitFor();
  await dialog.getByRole('button', { name: 'Schedule the visits' }).click();
  const tick = cedar.getByLabel('Schedule anyway');
  await expectFocus(tick);
  await dogwood.getByLabel('Time').fill('12:00');
  await tick.waitFor({ state: 'hidden' });
  // Meanwhile somebody else plans what this form does not know.
  const birch = await schoolCalled(head, 'Birch Academy');
  const [bo] = await head.get<User[]>(
    `/users?filter=${encodeURIComponent(JSON.stringify({ q: 'Bo Vale' }))}`,
  );
  const there = { schoolId: birch.id, scheduledOn: '2024-10-17', startTime: '12:00' };
  await head.post<Visit>('/visits', { ...there, visitorId: bo?.id });
  await dialog.getByRole('button', { name: 'Schedule the visits' }).click();
  await dialog
    .getByText('1 visit is scheduled. Not yet scheduled: Dogwood Infant School.')
    .waitFor();
  await cedar.getByText('Scheduled for Thu 17 Oct 2024').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dogwood.getByLabel('Schedule anyway').check();
  await dialog.getByRole('button', { name: 'Schedule the visits' }).click();
  await page.getByText('2 visits scheduled.').waitFor();
  expect(await visitsOf(head, (await schoolCalled(head, 'Cedar School')).id)).toHaveLength(1);
  const [event] = await historyOf('Dogwood Infant School');
  expect(event).toMatchObject({ overrode: ['visitor_busy'] });
}, 90_000);

it('lets somebody of a region drag the visits of that region alone', async () => {
  const north = await windowOf(PEOPLE.north, undefined, 'dark');
  await openCalendar(north, 'view=month&date=2024-10-14&region=');
  const draggable = (name: string) =>
    north.locator('.entry', { hasText: name }).getAttribute('draggable');
  expect(await draggable('Hazel Primary School')).toBe('true');
  expect(await draggable('Cedar School')).toBe('false');
  expect(await axeFindings(north)).toEqual([]);
  await openCalendar(north, 'view=month&date=2024-10-14');
  await dayOf(north, '2024-10-18').getByText('Hazel Primary School').waitFor();
  await north.locator('.entry', { hasText: 'Cedar School' }).first().waitFor({ state: 'detached' });
}, 90_000);

it('lists the days on a phone, with words for what is shaded', async () => {
  const phone = await windowOf(PEOPLE.head, PHONE, 'dark');
  await openCalendar(phone, 'view=month&date=2024-10-17');
  await phone.getByText('Mon 28 Oct 2024 to Fri 1 Nov 2024: Autumn half term').waitFor();
  await phone.getByRole('button', { name: 'Cedar School' }).waitFor();
  expect(await axeFindings(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Mon 21 Oct 2024, 1 visit' }).click();
  await phone.getByRole('button', { name: 'Alder Primary School' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Move…' }).click();
  expect(await axeFindings(phone)).toEqual([]);
  await phone.getByRole('dialog').last().getByRole('button', { name: 'Cancel' }).click();
  await phone.getByRole('button', { name: 'Close' }).click();
  await openCalendar(phone, 'view=week&date=2024-10-17');
  await phone.getByRole('button', { name: 'Dogwood Infant School' }).waitFor();
  expect(await axeFindings(phone)).toEqual([]);
  const sideways = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await phone.evaluate(sideways)).toBe(false);
  await phone.setViewportSize({ width: 320, height: 640 });
  expect(await phone.evaluate(sideways)).toBe(false);
}, 90_000);

it('takes one of the planner’s days with one press, and fills the place when that visit is cancelled', async () => {
  const name = 'Maple Academy';
  const cancel = async (school: string) => {
    const visits = await visitsOf(head, (await schoolCalled(head, school)).id);
    const { id, version } = visits.find(({ status }) => status === 'scheduled')!;
    await head.post(`/visits/${id}/cancel`, { version, by: 'school', reason: 'Inspection' });
    return id;
  };
  await cancel(name);
  await cancel('Linden School');
  await page.goto(`${tracker.url}/#/priority-queue`);
  await page.getByLabel(`Select ${name}`).check();
  await page.getByRole('button', { name: 'Schedule visits…' }).click();
  const dialog = page.getByRole('dialog', { name: `Schedule a visit to ${name}` });
  const best = dialog.getByRole('group', { name: 'Best days' }).getByRole('button');
  await best.first().waitFor();
  expect(await best.first().textContent()).toMatch(/^\w{3} \d+ \w{3} · (Nia|Bo)/);
  await best.first().click();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Schedule the visit' }).click();
  await page.getByText(`Visit to ${name} scheduled for`).waitFor();
  const id = await cancel(name);
  await page.goto(`${tracker.url}/#/visits/${id}/show`);
  const after = page.getByRole('region', { name: 'After the cancellation' });
  await after.getByText(/is free for (Nia|Bo)\. \w+ schools? near/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await after
    .getByRole('button', { name: /^Schedule / })
    .first()
    .click();
  await page
    .getByText(/^Visit to .* scheduled for /)
    .last()
    .waitFor();
  await after.getByText(/is free for/).waitFor({ state: 'detached' });
}, 90_000);

it('made the browser complain of nothing but the change it was told of', () => {
  const others = complaints.flat().filter((text) => !text.includes('409'));
  expect(others).toEqual([]);
});
