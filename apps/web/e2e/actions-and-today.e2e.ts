import type { FollowUpAction, School, SignedInUser, Visit } from '@tracker/contract';
import type { Browser, Page } from 'playwright-core';
import {
  axeFindings,
  DESK,
  launchBrowser,
  openWindow,
  PHONE,
  signIn,
  type Window,
} from './support/browser';
import {
  type Client,
  PEOPLE,
  prepareHub,
  schoolCalled,
  signedInClient,
} from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let north: Client;
let me: SignedInUser;
let alder: School;
let phone: Window;
let page: Page;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  alder = await schoolCalled(head, 'Alder Primary School');
  north = await signedInClient(tracker.url, PEOPLE.north);
  me = await north.get<SignedInUser>('/auth/me');
  const { id: schoolId } = alder;
  const visitorId = me.id;
  await head.post<Visit>('/visits', { schoolId, scheduledOn: '2024-11-12', visitorId });
  await head.post<Visit>('/visits', { schoolId, scheduledOn: TODAY, visitorId });
  const agreed = [
    { title: 'Lend six drums', dueOn: '2024-11-01' },
    { title: 'Send the hire form', dueOn: '2024-11-22' },
    { title: 'See the choir again', dueOn: '2025-01-20' },
  ];
  for (const action of agreed) {
    await head.post<FollowUpAction>('/follow-up-actions', { schoolId, ownerId: me.id, ...action });
  }
  await head.post('/contacts', {
    ...{ schoolId, name: 'Jo Marsh', role: 'music_lead' },
    ...{ email: 'jo@alder.example', telephone: '01234 567890' },
  });
  browser = await launchBrowser();
  phone = await openWindow(browser, PHONE);
  page = phone.page;
  await signIn(page, tracker.url, PEOPLE.north);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const open = async (path: string, heading: string) => {
  await page.goto(`${tracker.url}/#${path}`);
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
};

/** On how many sheets the page is printed. */
async function sheets(): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const isWiderThanWindow = () =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

it('says on a phone what is on today, what is late and what is not logged', async () => {
  const figure = (key: string) => page.locator(`[data-figure=${key}]`);
  await figure('my_unlogged').waitFor();
  const shown = await Promise.all(
    ['my_visits', 'my_unlogged', 'my_overdue_actions', 'my_due_actions'].map((key) =>
      figure(key).innerText(),
    ),
  );
  expect(shown.map((text) => text.trim()[0])).toEqual(['1', '1', '1', '1']);
  await page.getByText('Did it take place?').waitFor();
  await page.getByRole('button', { name: 'Not held…' }).first().waitFor();
  expect(await isWiderThanWindow()).toBe(false);
  expect(await axeFindings(page)).toEqual([]);
  await figure('my_unlogged').getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Visits' }).waitFor();
  await page.getByText('Tue 12 Nov 2024').waitFor();
  expect(await page.getByRole('link', { name: 'Alder Primary School' }).count()).toBe(1);
}, 60_000);

it('does an action with one tap and takes it back', async () => {
  await open('/follow-up-actions', 'Actions');
  await page.getByText('Lend six drums', { exact: true }).waitFor();
  await page.getByText('Overdue', { exact: true }).waitFor();
  await page.getByText('Due this week', { exact: true }).waitFor();
  expect(await isWiderThanWindow()).toBe(false);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done: Lend six drums' }).click();
  await page.getByRole('button', { name: 'Done: Lend six drums' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Done: Lend six drums' }).waitFor();
  const [drums] = await north.get<FollowUpAction[]>(
    `/follow-up-actions?filter=${encodeURIComponent('{"q":"drums"}')}`,
  );
  expect(drums).toMatchObject({ status: 'open', closedAt: null });
}, 60_000);

it('moves an action over the board with the keyboard', async () => {
  await page.getByRole('button', { name: 'Board', exact: true }).click();
  await page.getByRole('heading', { name: 'Open (3)' }).waitFor();
  expect(page.url()).toContain('board');
  await page.getByRole('button', { name: 'More for: Send the hire form' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move to in progress' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'In progress (1)' }).waitFor();
  await page.getByRole('heading', { name: 'Open (2)' }).waitFor();
  expect(await isWiderThanWindow()).toBe(false);
  // What is half under the bar at the top is no small target.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await axeFindings(page)).toEqual([]);
}, 60_000);

it('drags an action to another column and takes that back', async () => {
  await page.setViewportSize(DESK);
  const form = page.locator('[data-action]', { hasText: 'Send the hire form' });
  await form.dragTo(page.locator('[data-status=done]'));
  await page.getByRole('heading', { name: 'Done (1)' }).waitFor();
  await page.getByText('“Send the hire form” is done.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'In progress (1)' }).waitFor();
  await page.getByRole('heading', { name: 'Done (0)' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Everyone’s' }).click();
  await page.getByRole('button', { name: 'Mine', exact: true }).click();
  await page.getByRole('combobox', { name: 'Owner' }).getByText('Nia Reed').waitFor();
  await page.setViewportSize(PHONE);
}, 60_000);

it('adds an action and makes a follow-up visit of another', async () => {
  await page.getByRole('button', { name: 'Add an action' }).click();
  const adding = page.getByRole('dialog', { name: 'Add an action' });
  await adding.getByLabel('School').fill('Birch');
  await page.getByRole('option', { name: 'Birch Academy' }).click();
  await adding.getByLabel(/^What is to be done/).fill('Ring the office');
  await adding.getByLabel(/^Due/).fill('21/11/24');
  expect(await axeFindings(page)).toEqual([]);
  await adding.getByRole('button', { name: 'Save' }).click();
  await adding.waitFor({ state: 'detached' });
  await page.getByText('Ring the office', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'More for: See the choir again' }).click();
  await page.getByRole('menuitem', { name: 'Plan a follow-up visit…' }).click();
  const planning = page.getByRole('dialog');
  await planning.getByLabel(/^Date/).fill('20/1/25');
  expect(await axeFindings(page)).toEqual([]);
  await planning.getByRole('button', { name: 'Plan the visit' }).click();
  await planning.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Follow-up visit, Mon 20 Jan 2025' }).waitFor();
}, 60_000);

it('has the brief on one page, for a phone and for a sheet of paper', async () => {
  await open(`/schools/${alder.id}/show`, 'Alder Primary School');
  await page.getByRole('link', { name: 'Brief', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Brief: Alder Primary School' }).waitFor();
  await page.getByText('Next visit: Wed 20 Nov 2024, Nia Reed').waitFor();
  expect(await page.getByRole('link', { name: '01234 567890' }).getAttribute('href')).toBe(
    'tel:01234567890',
  );
  expect(await page.getByRole('link', { name: 'jo@alder.example' }).getAttribute('href')).toBe(
    'mailto:jo@alder.example',
  );
  await page.getByText('Lend six drums').waitFor();
  expect(await isWiderThanWindow()).toBe(false);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize(DESK);
  expect(await sheets()).toBe(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(await page.getByText('Lend six drums').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(PHONE);
}, 60_000);

it('prints on one sheet however much there is to say', async () => {
  const { id: schoolId, version } = await schoolCalled(head, 'Cedar School');
  const long = 'The choir sings in every assembly and wants to sing elsewhere too. '.repeat(60);
  await head.put(`/schools/${schoolId}`, { notes: long, version });
  const people = Array.from({ length: 15 }, (_, at) => `Christopher Featherstone-Haugh ${at}`);
  for (const name of people) {
    await head.post('/contacts', { schoolId, name, role: 'other', telephone: '01234 567890' });
  }
  await head.post('/visits', {
    schoolId,
    outcome: {
      visitedOn: TODAY,
      summary: long,
      strengths: long,
      needs: long,
      peopleMet: people.map((name) => ({ name: `${name} the younger`, role: 'other' })),
      engagementLevel: 3,
      engagementReason: long.slice(0, 500),
      actions: people.map((name) => ({ title: `${name}: ${long.slice(0, 200)}` })),
    },
  });
  await open(`/schools/${schoolId}/brief`, 'Brief: Cedar School');
  await page.getByText('Engagement:').waitFor();
  await page.setViewportSize(DESK);
  expect(await sheets()).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await page.getByText('More contacts are on the school’s page.').waitFor();
  await page.getByText('More actions are on the school’s page.').waitFor();
  await page.emulateMedia({ media: null });
  await page.setViewportSize(PHONE);
}, 60_000);

it('tells the school’s life in one order, by kind when asked', async () => {
  await open(`/schools/${alder.id}/show`, 'Alder Primary School');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline
    .getByRole('link', { name: /Mon 20 Jan 2025/ })
    .first()
    .waitFor();
  await timeline.getByText('Lend six drums', { exact: true }).waitFor();
  await timeline.getByRole('button', { name: 'Visits', exact: true }).click();
  await timeline.getByText('Lend six drums', { exact: true }).waitFor({ state: 'detached' });
  await timeline.getByRole('link', { name: /Tue 12 Nov 2024/ }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
}, 60_000);

it('made the browser complain of nothing', () => {
  expect(phone.complaints).toEqual([]);
});
