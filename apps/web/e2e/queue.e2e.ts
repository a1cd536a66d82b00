import type { Browser, Locator, Page } from 'playwright-core';
import type { QueueEntry } from '@tracker/contract';
import {
  axeFindings,
  launchBrowser,
  openWindow,
  signInAtQueue,
  type Window,
} from './support/browser';
import { PEOPLE, prepareHub, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';
import { whileLocked } from '@tracker/testing';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let browser: Browser;
let window: Window;
let page: Page;
let head: Client;
/** Names in the order the queue ranks them by itself. */
let ranked: string[];

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  ranked = (await head.get<QueueEntry[]>('/priority-queue')).map(({ name }) => name);
  browser = await launchBrowser();
  window = await openWindow(browser);
  page = window.page;
  await signInAtQueue(page, tracker.url, PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const rows = () => page.getByRole('row').filter({ has: page.getByRole('link') });

/** Opens the menu of a school's row by mouse and chooses from it. */
async function choose(name: string, words: string) {
  await page.getByRole('button', { name: `What to do about ${name}` }).click();
  await page.getByRole('menuitem', { name: words }).click();
}

async function fillHold(dialog: Locator, reason: string, untilOn: string) {
  await dialog.getByLabel(/^Reason/).click();
  await dialog.getByLabel(/^Reason/).fill(reason);
  await dialog.getByLabel(/^Until the end of/).click();
  await dialog.getByLabel(/^Until the end of/).fill(untilOn);
}

/** Waits until a school stands at a place of the queue, 0 the first. */
async function untilAt(place: number, name: string) {
  await rows().nth(place).getByRole('link', { name, exact: true }).waitFor();
}

const isAtTheQueue = () => /#\/(priority-queue)?(\?.*)?$/.test(page.url());

it('says how a heading sorts above it, where it covers no row', async () => {
  const heading = page.getByRole('button', { name: /^Sort by school/ });
  await heading.hover();
  const hint = page.getByRole('tooltip', { name: /^Sort by school/ });
  await hint.waitFor();
  // It has slid to where it stays.
  await page.waitForTimeout(300);
  const [above, below] = [await hint.boundingBox(), await heading.boundingBox()];
  expect((above?.y ?? NaN) + (above?.height ?? NaN)).toBeLessThanOrEqual(below?.y ?? NaN);
  await page.mouse.move(0, 0);
  await hint.waitFor({ state: 'hidden' });
}, 60_000);

it('pins the last school by mouse, with a reason and an end date, and sees it first', async () => {
  const last = ranked[3] ?? '';
  await choose(last, 'Pin to the top…');
  const dialog = page.getByRole('dialog', { name: `Pin ${last} to the top` });
  await fillHold(dialog, 'The head asked for us', '31/1/25');
  expect(isAtTheQueue()).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Pin to the top' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await untilAt(0, last);
  await rows()
    .first()
    .getByText(/Fri 31 Jan 2025 by Hilary Marsh: The head asked for us/)
    .waitFor();
  expect(isAtTheQueue()).toBe(true);
}, 60_000);

it('lifts the pin, and the school takes its own place again', async () => {
  const last = ranked[3] ?? '';
  await choose(last, 'Unpin');
  await untilAt(0, ranked[0] ?? '');
  await untilAt(3, last);
}, 60_000);

it('snoozes the first school from the keyboard, and ends the snooze', async () => {
  const first = ranked[0] ?? '';
  await page.getByRole('button', { name: `What to do about ${first}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Snooze…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Snooze ${first}` });
  await fillHold(dialog, 'Building work', '31/1/25');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await untilAt(3, first);
  expect(isAtTheQueue()).toBe(true);
  await choose(first, 'End the snooze');
  await untilAt(0, first);
}, 60_000);

it('opens and leaves the dialog to schedule a visit by mouse, still at the queue', async () => {
  const first = ranked[0] ?? '';
  await choose(first, 'Schedule a visit…');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Date/).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(isAtTheQueue()).toBe(true);
}, 60_000);

const POPOVERS = ['Columns', 'More filters', 'Light or dark', /^Your account/, /^What to do about/];

it.each(POPOVERS)(
  'has no accessibility fault with "%s" open',
  async (name) => {
    await page.getByRole('button', { name }).first().click();
    const findings = await axeFindings(page);
    await page.keyboard.press('Escape');
    expect(findings).toEqual([]);
  },
  60_000,
);

it('stops a ranking of all schools, and has them ranked again', async () => {
  const again = page.getByRole('button', { name: 'Rank again' });
  await whileLocked(tracker.dataSource, 'contacts', async () => {
    await again.click();
    await page.getByText(/^All schools are being ranked again, as .* asked: 0 schools/).waitFor();
    expect(await again.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop ranking' }).click();
    await page
      .getByText(/stopped the ranking before it had finished; schools that were not/)
      .waitFor();
  });
  await again.click();
  await page.getByText(/^\d+ schools ranked again, 0 of them with another score/).waitFor();
}, 60_000);

it('opens a school by a click on its row', async () => {
  await rows().first().getByRole('cell').filter({ hasText: 'Never visited' }).first().click();
  await page.getByRole('heading', { level: 1, name: ranked[0] ?? '' }).waitFor();
}, 60_000);

it('goes back with one press from what was opened by its name', async () => {
  const [{ schoolId } = { schoolId: '' }] = await head.get<QueueEntry[]>('/priority-queue');
  await head.post('/visits', { schoolId, scheduledOn: '2024-12-03' });
  for (const list of ['schools', 'priority-queue', 'visits']) {
    await page.goto(`${tracker.url}/#/${list}`);
    // Left on the head of a column, it opens a hint that covers the first name.
    await page.mouse.move(0, 0);
    const name = rows().first().getByRole('link').first();
    await name.waitFor();
    await name.click();
    await page.waitForURL(/\/show$/);
    await page.goBack();
    await page.waitForURL(new RegExp(`#/${list}(\\?.*)?$`));
    await name.waitFor();
  }
}, 60_000);

it('made the browser complain of nothing', () => {
  expect(window.complaints).toEqual([]);
});
