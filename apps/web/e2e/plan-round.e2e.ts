import type { Browser, Page } from 'playwright-core';
import type { SchoolDevelopment } from '@tracker/contract';
import { findingsInBothThemes, launchBrowser, openWindow, PHONE } from './support/browser';
import { signInAtQueue, type Window } from './support/browser';
import { type Client, PEOPLE, prepareHub, schoolCalled } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let window: Window;
let page: Page;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  const { id: schoolId } = await schoolCalled(head, 'Alder Primary School');
  await head.post('/visits', { schoolId, scheduledOn: '2024-12-03' });
  const years = { academicYears: ['2023-24'], address: 'alder.example/music' };
  await head.post('/music-development-plans', { schoolId, ...years });
  browser = await launchBrowser();
  window = await openWindow(browser);
  page = window.page;
  await signInAtQueue(page, tracker.url, PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const rows = () => page.getByRole('list', { name: 'The plan round' }).getByRole('listitem');
const row = (name: string) => rows().filter({ hasText: name });
const count = (words: string) => page.getByRole('link', { name: new RegExp(`^\\d+ ${words}$`) });
const development = async (name: string): Promise<SchoolDevelopment> => {
  const { id } = await schoolCalled(head, name);
  return head.get(`/schools/${id}/development`);
};

it('shows whose turn it is, the school that is visited soon first, and where to look', async () => {
  await page.getByRole('link', { name: 'Plans', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor();
  await rows().first().waitFor();
  const first = rows().first();
  expect(await first.innerText()).toMatch(
    /^Alder Primary School\s+To renew\s+Visit Tue 3 Dec 2024/,
  );
  const link = first.getByRole('link', { name: /^Open the plan of Alder/ });
  expect(await link.getAttribute('href')).toBe('https://alder.example/music');
  expect(await link.getAttribute('target')).toBe('_blank');
  expect(await findingsInBothThemes(page)).toEqual([]);
}, 120_000);

it('takes a result with one press, by the keyboard as well, and goes on to the next school', async () => {
  const gone = row('Alder Primary School').getByRole('button', {
    name: 'Gone: Alder Primary School',
  });
  await gone.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Alder Primary School: gone from its address.').waitFor();
  const focused = await page.evaluate(
    () => document.activeElement?.closest('li')?.innerText.split('\n')[0],
  );
  expect(focused).not.toBe('Alder Primary School');
  await row('Alder Primary School').getByText('Gone from its address on Wed 20 Nov 2024').waitFor();
  expect((await development('Alder Primary School')).state).toBe('to_renew');
}, 60_000);

it('asks for address and year where a plan was found, both suggested, and counts it', async () => {
  await row('Alder Primary School')
    .getByRole('button', { name: /^Found: / })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Plan of Alder Primary School' });
  expect(await dialog.getByLabel('Address of the plan').inputValue()).toBe(
    'https://alder.example/music',
  );
  await dialog.getByText('2024-25').first().waitFor();
  await dialog.getByLabel('Address of the plan').fill('https://jo:pw@alder.example/plan');
  await dialog.getByRole('button', { name: 'Record the plan' }).click();
  await dialog.getByText('Give the address without a user name and password.').first().waitFor();
  await dialog.getByLabel('Address of the plan').fill('alder.example/plan-2024');
  await dialog.getByRole('button', { name: 'Record the plan' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await row('Alder Primary School').waitFor({ state: 'hidden' });
  const { state, plans } = await development('Alder Primary School');
  expect([state, plans[0]?.address]).toEqual(['current', 'https://alder.example/plan-2024']);
  await page.getByRole('link', { name: '1 current' }).waitFor();
}, 60_000);

it('says in Figures that no plan is confirmed yet, and keeps the year in the address', async () => {
  const parts = page.getByRole('navigation', { name: 'Parts of Plans' });
  await parts.getByRole('link', { name: 'Figures' }).click();
  await page.getByRole('heading', { level: 1, name: 'What plans say' }).waitFor();
  await page.getByText('No plan is confirmed for 2024-25 yet.').waitFor();
  await page.getByLabel('Academic year').click();
  await page.getByRole('option', { name: '2025-26' }).click();
  await page.getByText('No plan is confirmed for 2025-26 yet.').waitFor();
  expect(page.url()).toContain('year=2025-26');
  expect(await findingsInBothThemes(page)).toEqual([]);
  await parts.getByRole('link', { name: 'Round' }).click();
  await rows().first().waitFor();
}, 60_000);

it('opens the list behind every number', async () => {
  await count('current').click();
  await page.getByRole('heading', { level: 1, name: 'Schools' }).waitFor();
  await page.getByRole('link', { name: 'Alder Primary School' }).first().click();
  const section = page.getByRole('region', { name: 'Development' });
  await section.getByText('A plan for 2024-25 is known.').waitFor();
  await section.getByText('Wed 20 Nov 2024, Hilary Marsh: found').waitFor();
}, 60_000);

it('puts a plan right on the school’s page and takes it away', async () => {
  const section = page.getByRole('region', { name: 'Development' });
  await section.getByRole('button', { name: 'Remove the plan for 2024-25' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await section.getByText('The plan on record covers 2023-24;').waitFor();
}, 60_000);

it('is worked through on a phone, by whoever may write there', async () => {
  const phone = await openWindow(browser, PHONE);
  await signInAtQueue(phone.page, tracker.url, PEOPLE.north);
  await phone.page.goto(`${tracker.url}/#/plan-round`);
  const round = phone.page.getByRole('list', { name: 'The plan round' });
  const none = round.getByRole('button', { name: /^None: / }).first();
  const box = await none.boundingBox();
  expect(box!.height).toBeGreaterThanOrEqual(24);
  const name = (await none.getAttribute('aria-label'))!.replace('None: ', '');
  await none.click();
  await phone.page.getByText(`${name}: none published.`).waitFor();
  const { looks } = await development(name);
  expect(looks[0]).toMatchObject({ result: 'none', lookedByName: 'Nia Reed' });
  await phone.page.close();
}, 60_000);
