import type { Browser, Page } from 'playwright-core';
import type { FollowUpAction, School, Visit } from '@tracker/contract';
import { launchBrowser, openWindow, signIn, type Window } from './support/browser';
import { PEOPLE, prepareHub, schoolCalled, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';
const TYPED = 'Nobody may lose this';

let tracker: RunningTracker;
let browser: Browser;
let window: Window;
let page: Page;
let head: Client;
let school: School;
/** Paths that have ids in them. */
const paths: Record<string, string> = {};

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  school = await schoolCalled(head, 'Alder Primary School');
  const schoolId = school.id;
  const planned = await head.post<Visit>('/visits', { schoolId, scheduledOn: TODAY });
  await head.post<FollowUpAction>('/follow-up-actions', { schoolId, title: 'Lend six drums' });
  const logged = await head.post<Visit>('/visits', { schoolId, scheduledOn: TODAY });
  await head.post(`/visits/${logged.id}/outcome`, { visitedOn: TODAY, summary: 'Fine.' });
  paths['school'] = `/schools/${schoolId}/show`;
  paths['planned'] = `/visits/${planned.id}/show`;
  paths['mail'] = '/settings/mail';
  paths['surveys'] = '/surveys';
  paths['actions'] = '/follow-up-actions';
  paths['logged'] = `/visits/${logged.id}/show`;
  browser = await launchBrowser();
  window = await openWindow(browser);
  page = window.page;
  await signIn(page, tracker.url, PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

/**
 * Goes to a screen by an address typed into the tab, which the router has not opened itself, and opens a
 * dialog there by its button.
 */
async function open(path: string, button: string | RegExp) {
  await page.goto(`${tracker.url}/#/account`);
  await page.reload();
  const account = page.getByRole('heading', { level: 1, name: 'My account' });
  await account.waitFor();
  await page.evaluate((to) => void (globalThis.location.hash = to), path);
  // It has buttons of these names too, and stands until the screen's program has come.
  await account.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading').first().waitFor();
  return dialog;
}

const question = () => page.getByRole('dialog', { name: 'Discard what you typed?' });

it.each<[string, string, string | RegExp]>([
  ['notes', 'school', 'Write notes'],
  ['a contact', 'school', /Add a contact/],
  ['an action', 'school', /Add an action/],
  ['a visit to be scheduled', 'school', 'Schedule a visit'],
  ['a visit to be called off', 'planned', 'Cancel the visit…'],
  ['a visit to be moved', 'planned', 'Move…'],
  ['a visit that was not held', 'planned', 'Not held…'],
  ['a log to be corrected', 'logged', 'Correct…'],
  ['a visit to be made void', 'logged', 'Make it void…'],
  ['a visit at the wrong school', 'logged', 'Wrong school…'],
  ['the hub as schools see it', 'mail', 'Change'],
  ['the wording of an email', 'mail', /^Change: /],
  ['a survey to be started', 'surveys', 'Start a form'],
])(
  'what is typed into the dialog of %s is not dropped without a question',
  async (_, screen, button) => {
    const dialog = await open(paths[screen] ?? '', button);
    const field = dialog
      .locator('input[type="text"]:not([readonly]), textarea:not([readonly]):not([aria-hidden])')
      .last();
    await field.click();
    await field.fill(TYPED);
    // Beside the dialog: nothing happens.
    await page.mouse.click(4, 4);
    expect(await field.inputValue()).toBe(TYPED);
    // A field with a list of its own closes that first.
    await field.blur();
    await page.keyboard.press('Escape');
    await question().getByRole('button', { name: 'Keep editing' }).click();
    await question().waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe(TYPED);
    // The back button, and another screen's address.
    await page.evaluate(() => history.back());
    const leaving = page.getByRole('dialog', { name: 'Leave without saving?' });
    await leaving.getByRole('button', { name: 'Keep editing' }).click();
    await leaving.waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe(TYPED);
    // A reload is the browser's own to ask about.
    const asked = page.waitForEvent('dialog');
    // One that is refused never ends, so it is not waited for.
    await page.evaluate(() => void setTimeout(() => globalThis.location.reload(), 0));
    const native = await asked;
    expect(native.type()).toBe('beforeunload');
    await native.dismiss();
    expect(await field.inputValue()).toBe(TYPED);
    await dialog
      .getByRole('button', {
        name: /^(Cancel|Keep the visit|Go back|Leave it (as it is|where it is))$/,
      })
      .click();
    await question().getByRole('button', { name: 'Discard' }).click();
    await dialog.first().waitFor({ state: 'hidden' });
  },
  60_000,
);

it('a dialog into which nothing was typed closes as it was opened', async () => {
  const dialog = await open(paths['school'] ?? '', 'Write notes');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

it.each<[string, string, string | RegExp, string | null, number, number]>([
  ['the school’s page', 'school', 'Write notes', null, 820, 1180],
  ['a row of a list', 'actions', /^More for: /, 'Change…', 744, 1133],
])(
  'turning a tablet keeps the dialog of %s, with what is typed there',
  async (_, screen, button, item, upright, across) => {
    await page.setViewportSize({ width: upright, height: across });
    await page.goto(`${tracker.url}/#${paths[screen]}`);
    await page.getByRole('button', { name: button }).first().click();
    if (item) await page.getByRole('menuitem', { name: item }).click();
    const dialog = page.getByRole('dialog');
    const field = dialog.locator('input[type="text"]:not([readonly]), textarea').first();
    await field.fill(TYPED);
    for (const [width, height] of [
      [across, upright],
      [upright, across],
    ] as const) {
      await page.setViewportSize({ width, height });
      // Two frames: the page has been laid out anew.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect(await field.inputValue()).toBe(TYPED);
    }
    await page.setViewportSize({ width: across, height: upright });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await question().getByRole('button', { name: 'Discard' }).click();
    await dialog.first().waitFor({ state: 'hidden' });
    // With nothing open the page takes the shape of its width.
    if (item) await page.getByRole('columnheader', { name: 'Owner' }).waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
  },
  60_000,
);

it('a page of settings asks before it is left', async () => {
  await page.goto(`${tracker.url}/#/settings/rules`);
  await page.getByLabel(/Visits aimed at/).fill('181');
  await page.getByRole('link', { name: 'Schools', exact: true }).first().click();
  const leaving = page.getByRole('dialog', { name: 'Leave without saving?' });
  await leaving.getByRole('button', { name: 'Leave without saving' }).click();
  await page.getByRole('heading', { level: 1, name: 'Schools' }).waitFor();
}, 30_000);

it('ticks go with the filters they were made under, and the dialog names the schools', async () => {
  await page.goto(`${tracker.url}/#/schools`);
  await page.getByRole('checkbox', { name: 'Select Alder Primary School' }).check();
  await page.getByRole('button', { name: 'Set the region…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set the region of 1 school' });
  await dialog.getByRole('listitem').filter({ hasText: 'Alder Primary School' }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByLabel(/Name, town, postcode or URN/).fill('Cedar');
  expect(await page.getByRole('checkbox', { name: 'Select all on this page' }).isDisabled()).toBe(
    true,
  );
  await page.getByText(/^1 of \d+ schools$/).waitFor();
  await page.getByText('The filters changed: 1 tick cleared.').waitFor();
  expect(await page.getByRole('checkbox', { name: 'Select Cedar School' }).isChecked()).toBe(false);
  expect(await page.getByText('1 selected').isVisible()).toBe(false);
}, 60_000);

it('filters and theme are there again after signing out, and are nobody else’s', async () => {
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await signIn(page, tracker.url, PEOPLE.manager);
  expect(await page.evaluate(() => localStorage.getItem('tracker.preferences'))).not.toMatch(
    /Cedar|dark/,
  );
  const elsewhere = await openWindow(browser);
  await signIn(elsewhere.page, tracker.url, PEOPLE.head);
  await elsewhere.page.getByRole('link', { name: 'Schools', exact: true }).first().click();
  await elsewhere.page.getByText(/^1 of \d+ schools$/).waitFor();
  const dark = await elsewhere.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(dark).toBe('rgb(23, 20, 26)');
  await elsewhere.context.close();
}, 60_000);
