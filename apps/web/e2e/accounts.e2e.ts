import type { Browser, Page } from 'playwright-core';
import type { Region, User, UserWithLink, Visit } from '@tracker/contract';
import { axeFindings, findingsEverywhere, launchBrowser, openWindow } from './support/browser';
import { PHONE, signIn } from './support/browser';
import { type Client, PEOPLE, prepareHub, schoolCalled } from './support/prepared-hub';
import { signedInClient } from './support/prepared-hub';
import { PASSWORD, runTracker, type RunningTracker } from './support/running-tracker';

const ADA = 'ada@hub.example';
const KIM = 'kim@hub.example';
const NEW_PASSWORD = 'three brass rooms';

let tracker: RunningTracker;
let browser: Browser;
/** The head of participation, whom Ada has nothing to do with. */
let head: Client;
let admin: Client;
/** Ada's window, the administrator. */
let ada: Page;
/** A window of whoever is invited. */
let kim: Page;

beforeAll(async () => {
  tracker = await runTracker('2024-11-20');
  browser = await launchBrowser();
  ada = (await openWindow(browser)).page;
  kim = (await openWindow(browser, PHONE, 'dark')).page;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const linkShown = (page: Page) => page.getByRole('dialog').getByLabel('Link').inputValue();

/** Opens an address anew: one that differs after its # alone would not be loaded. */
async function openLink(page: Page, address: string) {
  await page.goto('about:blank');
  await page.goto(address);
}

async function paste(page: Page, label: RegExp, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.getByLabel(label).focus();
  await page.keyboard.press('Control+V');
}

const endSessions = () =>
  tracker.dataSource.query('UPDATE sessions SET revoked_at = now() WHERE revoked_at IS NULL');

async function signInAgain(page: Page): Promise<void> {
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await again.getByRole('textbox', { name: /password/i }).fill(PASSWORD);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await again.waitFor({ state: 'detached' });
}

it('makes the first administrator from the link an empty tracker prints', async () => {
  const printed = () => /\/#\/first-admin\?token=\S+/.exec(tracker.said())?.[0];
  for (let tries = 0; !printed() && tries < 50; tries += 1) await ada.waitForTimeout(100);
  await openLink(ada, `${tracker.url}${printed()}`);
  await heading(ada, 'Make the first administrator');
  expect(await findingsEverywhere(ada)).toEqual([]);
  await ada.getByLabel('Your name').fill('Ada Quill');
  await ada.getByLabel('Email address').fill(ADA);
  await ada.getByLabel(/^Password/).fill('passwordpassword');
  await press(ada, 'Show the password');
  expect(await ada.getByLabel(/^Password/).getAttribute('type')).toBe('text');
  await press(ada, 'Hide the password');
  expect(await ada.getByLabel(/^Password/).getAttribute('type')).toBe('password');
  await press(ada, 'Make my account');
  await ada
    .getByText(/tried first/)
    .first()
    .waitFor();
  await ada.getByLabel(/^Password/).fill(PASSWORD);
  await press(ada, 'Make my account');
  // Signed in at once, she is shown what a new hub puts in place and no figures of nothing.
  await heading(ada, 'Today');
  await ada.getByRole('link', { name: 'Import the school register' }).waitFor();
  expect(await ada.getByText('behind').count()).toBe(0);
  expect(await findingsEverywhere(ada)).toEqual([]);
  // The list of schools says how they come in, too, whatever it is narrowed by at first.
  await ada.goto(`${tracker.url}/#/schools`);
  await heading(ada, 'Schools');
  await ada.getByText('There are no schools in the tracker yet.').waitFor();
  await ada.getByRole('link', { name: 'Import the school register' }).waitFor();
  expect(await findingsEverywhere(ada)).toEqual([]);
  admin = await signedInClient(tracker.url, ADA);
  head = await prepareHub(tracker);
}, 60_000);

it('invites somebody with the keyboard alone', async () => {
  await ada.goto(`${tracker.url}/#/users`);
  await heading(ada, 'Users');
  await ada.getByText('Hilary Marsh').waitFor();
  expect(await findingsEverywhere(ada)).toEqual([]);
  const focused = () =>
    ada.evaluate(() => {
      const at = document.activeElement;
      const ids = at?.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const labelled = ids.map((id) => document.getElementById(id)?.textContent).join(' ');
      const label = (at as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return (labelled || label || at?.getAttribute('aria-label') || at?.textContent || '').trim();
    });
  const tabTo = async (name: RegExp) => {
    for (let tries = 0; tries < 40 && !name.test(await focused()); tries += 1)
      await ada.keyboard.press('Tab');
    expect(await focused()).toMatch(name);
  };
  await tabTo(/^Invite somebody$/);
  await ada.keyboard.press('Enter');
  await ada.getByRole('dialog').waitFor();
  await tabTo(/^Name/);
  await ada.keyboard.type('Kim Sole');
  await tabTo(/^Email address/);
  await ada.keyboard.type(KIM);
  await tabTo(/^Role/);
  await ada.keyboard.press('Enter');
  await ada.locator('[role="option"]:focus').waitFor();
  await ada.keyboard.type('Reg');
  await ada.keyboard.press('Enter');
  await ada.getByRole('option').first().waitFor({ state: 'detached' });
  await tabTo(/^North$/);
  await ada.keyboard.press('Space');
  expect(await findingsEverywhere(ada)).toEqual([]);
  await tabTo(/^Invite$/);
  await ada.keyboard.press('Enter');
  await ada.getByRole('dialog', { name: 'A link for Kim Sole' }).waitFor();
  expect(await findingsEverywhere(ada)).toEqual([]);
  const link = await linkShown(ada);
  await tabTo(/^Close$/);
  await ada.keyboard.press('Enter');
  await ada.getByText('Invited, no password yet').waitFor();
  await openLink(kim, link);
}, 60_000);

it('lets whoever has the link choose a password, once', async () => {
  const link = kim.url();
  const next = kim.getByLabel('New password');
  await heading(kim, 'Choose your password');
  expect(await findingsEverywhere(kim)).toEqual([]);
  await next.fill('short');
  await press(kim, 'Set the password');
  await kim.getByText('The password needs at least 12 characters.').waitFor();
  await next.fill('');
  await paste(kim, /New password/, PASSWORD);
  await press(kim, 'Set the password');
  await heading(kim, 'Your password is set');
  await signIn(kim, tracker.url, KIM);

  const { id } = await userCalled('Kim Sole');
  const late = await admin.post<UserWithLink>(`/users/${id}/reset-link`, {});
  await tracker.dataSource.query(`UPDATE account_links
    SET created_at = now() - interval '9 days', expires_at = now() - interval '1 minute'
    WHERE used_at IS NULL`);
  const guessed = `${tracker.url}/#/set-password?token=guessed`;
  for (const useless of [link, guessed, `${tracker.url}${late.link?.path}`]) {
    await openLink(kim, useless);
    await next.fill(NEW_PASSWORD);
    await press(kim, 'Set the password');
    await kim
      .getByText(/This link has been used or has expired\. The sign-in page/)
      .first()
      .waitFor();
    expect(await next.inputValue()).toBe(NEW_PASSWORD);
  }
  expect(await axeFindings(kim)).toEqual([]);
  await openLink(kim, `${tracker.url}/#/set-password`);
  await kim.getByText('The link is incomplete.').waitFor();
}, 60_000);

it('shows what somebody may do from their very next request on', async () => {
  await openLink(kim, `${tracker.url}/#/regions`);
  await heading(kim, 'Regions');
  await kim.getByText('North', { exact: true }).first().waitFor();
  expect(await kim.getByRole('link', { name: 'Add a region' }).count()).toBe(0);
  await press(ada, 'Change Kim Sole');
  const dialog = ada.getByRole('dialog', { name: 'Change Kim Sole' });
  expect(await findingsEverywhere(ada)).toEqual([]);
  await dialog.getByLabel('Role').click();
  await ada.getByRole('option', { name: 'Head of Participation' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await ada.getByText('Kim Sole saved.').waitFor();
  await kim.reload();
  await kim.getByRole('link', { name: 'Add a region' }).first().click();
  await kim.getByLabel('Name').fill('East');
}, 60_000);

it('signs out somebody disabled at their next click, and loses nothing typed', async () => {
  await press(ada, 'Change Kim Sole');
  const dialog = ada.getByRole('dialog', { name: 'Change Kim Sole' });
  await dialog.getByLabel('May sign in').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await ada.getByText('Disabled', { exact: true }).waitFor();
  await press(kim, 'Save the region');
  const again = kim.getByRole('dialog', { name: 'Sign in again' });
  await again.getByText(/You were signed out\. Nothing has been saved/).waitFor();
  expect(await axeFindings(kim)).toEqual([]);
  await again.getByRole('textbox', { name: /password/i }).fill(PASSWORD);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await again.getByRole('alert').waitFor();
  await again.getByRole('button', { name: 'Not now' }).click();
  expect(await kim.getByLabel('Name').inputValue()).toBe('East');
  const regions = await admin.get<Region[]>('/regions');
  expect(regions.map(({ name }) => name)).not.toContain('East');
}, 60_000);

it('offers nobody who is disabled, but shows where they stand already', async () => {
  const { id } = await userCalled('Kim Sole');
  const [north] = await admin.get<Region[]>('/regions');
  await ada.goto(`${tracker.url}/#/regions/create`);
  await ada.getByLabel('Who leads it').click();
  await ada.getByRole('option', { name: 'Ada Quill' }).waitFor();
  expect(await ada.getByRole('option', { name: /Kim Sole/ }).count()).toBe(0);
  await ada.keyboard.press('Escape');
  await tracker.dataSource.query('UPDATE regions SET lead_user_id = $1 WHERE id = $2', [
    id,
    north?.id,
  ]);
  await openLink(ada, `${tracker.url}/#/regions/${north?.id}`);
  await ada.getByText('Kim Sole (disabled)').waitFor();
}, 60_000);

it('keeps what was typed into an invitation when the session is over', async () => {
  await ada.goto(`${tracker.url}/#/users`);
  await press(ada, 'Invite somebody');
  const dialog = ada.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('Name').fill('Lou Pell');
  await dialog.getByLabel('Email address').fill('lou@hub.example');
  await dialog.getByLabel('Role').click();
  await ada.getByRole('option', { name: /manager/i }).click();
  await endSessions();
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await signInAgain(ada);
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Lou Pell');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await ada.getByRole('dialog', { name: 'A link for Lou Pell' }).waitFor();
  await press(ada, 'Close');
}, 60_000);

it('lists where I am signed in, and ends one session', async () => {
  const { context, page: elsewhere } = await openWindow(browser);
  await signIn(elsewhere, tracker.url, ADA);
  await ada.goto(`${tracker.url}/#/account`);
  await heading(ada, 'My account');
  await ada.getByText('This browser').waitFor();
  expect(await findingsEverywhere(ada)).toEqual([]);
  const others = ada.getByRole('button', { name: 'Sign out of Chrome on Linux' });
  expect(await others.count()).toBe(1);
  await others.click();
  await ada.getByText('Signed out of Chrome on Linux.').waitFor();
  await others.waitFor({ state: 'detached' });
  await elsewhere.getByRole('link', { name: 'Schools', exact: true }).click();
  await elsewhere.getByRole('dialog', { name: 'Sign in again' }).waitFor();
  await context.close();
}, 60_000);

it('changes my own password, through a wrong one and the end of the session', async () => {
  const current = ada.getByLabel('Current password');
  const next = ada.getByLabel(/^New password/);
  await current.fill('not the right one');
  await paste(ada, /^New password/, NEW_PASSWORD);
  await press(ada, 'Change my password');
  await ada.getByRole('alert').getByText('This is not your current password.').waitFor();
  expect(await ada.getByRole('dialog').count()).toBe(0);
  expect(await next.inputValue()).toBe(NEW_PASSWORD);
  await current.fill(PASSWORD);
  await endSessions();
  await press(ada, 'Change my password');
  await signInAgain(ada);
  expect(await current.inputValue()).toBe(PASSWORD);
  expect(await next.inputValue()).toBe(NEW_PASSWORD);
  await press(ada, 'Change my password');
  await ada.getByText(/^Password changed\./).waitFor();

  await press(ada, 'Sign out everywhere');
  await ada.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await ada.getByRole('button', { name: 'Sign in' }).waitFor();
  await ada.getByLabel(/email address/i).fill(ADA);
  await ada.getByRole('textbox', { name: /password/i }).fill(NEW_PASSWORD);
  await press(ada, 'Sign in');
  await heading(ada, 'My account');
}, 60_000);

it('shows on the page of a school and of a visit who changed what', async () => {
  head = await signedInClient(tracker.url, PEOPLE.head);
  const { id: schoolId, name, version } = await schoolCalled(head, 'Alder Primary School');
  await head.put(`/schools/${schoolId}`, { notes: 'Park behind the hall.', version });
  const visit = await head.post<Visit>('/visits', { schoolId, scheduledOn: '2024-12-03' });
  const history = ada.getByRole('region', { name: 'History' });
  await ada.goto(`${tracker.url}/#/schools/${schoolId}/show`);
  await heading(ada, name);
  await history.getByText(/Park behind the hall.* by Hilary Marsh/).waitFor();
  expect(await findingsEverywhere(ada)).toEqual([]);
  await ada.goto(`${tracker.url}/#/visits/${visit.id}/show`);
  await heading(ada, `Visit to ${name}`);
  await history.getByText(/added, by Hilary Marsh/).waitFor();
  expect(await findingsEverywhere(ada)).toEqual([]);
}, 60_000);

it('finds in the audit trail who did what', async () => {
  await ada.goto(`${tracker.url}/#/audit`);
  await heading(ada, 'Audit trail');
  await ada
    .getByText(/Park behind the hall/)
    .first()
    .waitFor();
  expect(await findingsEverywhere(ada)).toEqual([]);
  await ada.getByLabel('Search the changes').fill('Kim Sole');
  await ada.getByLabel('What was done').click();
  await ada.getByRole('option', { name: 'Changed' }).click();
  await ada.waitForURL(/action%22%3A%22changed/);
  await ada
    .getByText(/User Kim Sole: .*Role changed from .* by Ada Quill/)
    .first()
    .waitFor();
  await ada
    .getByText(/Park behind the hall/)
    .first()
    .waitFor({ state: 'detached' });
  const filter = encodeURIComponent('{"action":"signed_in"}');
  await openLink(ada, `${tracker.url}/#/audit?filter=${filter}`);
  await ada
    .getByText(/Signed in, by Ada Quill/)
    .first()
    .waitFor();
}, 60_000);

async function userCalled(name: string): Promise<User> {
  const found = (await admin.get<User[]>('/users')).find((user) => user.name === name);
  if (!found) throw new Error(`There is no user called ${name}.`);
  return found;
}
