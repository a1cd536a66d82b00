import type { School } from '@tracker/contract';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openWindow, signIn, type Window } from './support/browser';
import { goToStep, sendLog } from './support/log-form';
import { PEOPLE, prepareHub, schoolCalled, type Client } from './support/prepared-hub';
import { PASSWORD, runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';
const SIGNED_OUT =
  'You were signed out. Nothing has been saved yet. Sign in again: what you typed is still here.';
const FOUND = 'Two choirs and no keyboard.\nThe head wants help with the plan.';

let tracker: RunningTracker;
let browser: Browser;
let window: Window;
let page: Page;
let head: Client;
let school: School;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  const [first] = await head.get<{ name: string }[]>('/priority-queue');
  school = await schoolCalled(head, first?.name ?? '');
  browser = await launchBrowser();
}, 180_000);

beforeEach(async () => {
  window = await openWindow(browser);
  page = window.page;
  await signIn(page, tracker.url, PEOPLE.head);
}, 60_000);

afterEach(() => window.context.close());

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

/** Ends every session there is, also the one the test itself looks at the records with. */
const endSessions = () =>
  tracker.dataSource.query('UPDATE sessions SET revoked_at = now() WHERE revoked_at IS NULL');

const dialog = () => page.getByRole('dialog', { name: 'Sign in again' });

async function signInAgain(): Promise<void> {
  await dialog()
    .getByRole('textbox', { name: /password/i })
    .fill(PASSWORD);
  await dialog().getByRole('button', { name: 'Sign in' }).click();
  await dialog().waitFor({ state: 'detached' });
}

const stored = () =>
  tracker.dataSource.query<{ status: string; summary: string }[]>(
    `SELECT v.status, o.summary FROM visits v LEFT JOIN visit_outcomes o ON o.visit_id = v.id
      WHERE v.school_id = $1`,
    [school.id],
  );

it('keeps what was typed when the session is over, and saves it once after signing in again', async () => {
  await page.goto(`${tracker.url}/#/visits/log?schoolId=${school.id}`);
  await page.getByLabel('Anybody else, in a few words').fill('Jo Marsh');
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill(FOUND);
  await goToStep(page, 'Check and send');
  await endSessions();
  await sendLog(page);
  await dialog().waitFor();
  await dialog()
    .getByRole('textbox', { name: /password/i })
    .fill('not the password');
  await dialog().getByRole('button', { name: 'Sign in' }).click();
  await dialog().getByRole('alert').waitFor();
  expect(await stored()).toEqual([]);
  await signInAgain();
  await page.getByText(/^Sent \d\d:\d\d$/).waitFor();
  expect(await stored()).toEqual([{ status: 'completed', summary: FOUND }]);
}, 60_000);

it('says nothing was saved in a dialog, too', async () => {
  await page.goto(`${tracker.url}/#/schools/${school.id}/show`);
  await page.getByRole('button', { name: 'Add a contact' }).click();
  await page.getByLabel('Name', { exact: false }).first().fill('Asha Bell');
  await endSessions();
  await page.getByRole('button', { name: 'Save' }).click();
  await signInAgain();
  await page.getByText(SIGNED_OUT).waitFor();
  expect(await page.getByText('Asha Bell saved.').count()).toBe(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Asha Bell saved.').waitFor();
}, 60_000);

it('goes on to the page that was asked for once somebody is signed in again', async () => {
  await endSessions();
  await page.getByRole('link', { name: 'Schools', exact: true }).click();
  await signInAgain();
  await page.getByRole('heading', { level: 1, name: 'Schools' }).waitFor();
  await page.getByRole('link', { name: school.name }).waitFor();
}, 60_000);

it('shows the sign-in page when a page is loaded without a session', async () => {
  await endSessions();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await dialog().count()).toBe(0);
  expect(page.url()).toContain('#/login');
}, 60_000);
