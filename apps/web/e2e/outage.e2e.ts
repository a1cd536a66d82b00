import type { School } from '@tracker/contract';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launchBrowser, openWindow, PHONE, signInAtQueue } from './support/browser';
import { PEOPLE, prepareHub, schoolCalled, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

let tracker: RunningTracker;
let browser: Browser;
let page: Page;
let head: Client;
let school: School;

beforeAll(async () => {
  tracker = await runTracker('2024-11-20');
  head = await prepareHub(tracker);
  const [first] = await head.get<{ name: string }[]>('/priority-queue');
  school = await schoolCalled(head, first?.name ?? '');
  browser = await launchBrowser();
  page = (await openWindow(browser)).page;
  await signInAtQueue(page, tracker.url, PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

/** PostgreSQL itself refuses every contact, as on a full disk. */
const diskFull = () =>
  tracker.dataSource.query(`
    CREATE FUNCTION refuse_write() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE 'could not extend file' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER refuse_write BEFORE INSERT ON contacts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_write()`);
const room = () => tracker.dataSource.query('DROP FUNCTION refuse_write() CASCADE');

const contacts = (name: string): Promise<unknown[]> =>
  tracker.dataSource.query('SELECT id FROM contacts WHERE school_id = $1 AND name = $2', [
    ...[school.id, name],
  ]);

it('says that it cannot save, keeps what was typed and saves it once by itself', async () => {
  await page.goto(`${tracker.url}/#/schools/${school.id}/show`);
  await page.getByRole('button', { name: 'Add a contact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Asha Bell');
  await diskFull();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The tracker cannot save at the moment.').first().waitFor();
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Asha Bell');
  expect(await contacts('Asha Bell')).toHaveLength(0);
  await room();
  // Nobody presses anything.
  await page.getByText('Asha Bell saved.').waitFor({ timeout: 40_000 });
  expect(await contacts('Asha Bell')).toHaveLength(1);
  await page.getByText('The tracker can save again.').waitFor();
  await page
    .getByText('The tracker can save again.')
    .waitFor({ state: 'detached', timeout: 20_000 });
}, 120_000);

it('shows it on a phone, in the dark as well, and reading goes on', async () => {
  const phone = await openWindow(browser, PHONE, 'dark');
  await signInAtQueue(phone.page, tracker.url, PEOPLE.head);
  await phone.page.goto(`${tracker.url}/#/schools/${school.id}/show`);
  await phone.page.getByRole('button', { name: 'Add a contact' }).click();
  const dialog = phone.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Noor Reed');
  await diskFull();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await phone.page.getByText('The tracker cannot save at the moment.').first().waitFor();
  await phone.page.goto(`${tracker.url}/#/priority-queue`);
  await phone.page.getByRole('heading', { level: 1, name: 'Priority queue' }).waitFor();
  expect(await axeFindings(phone.page)).toEqual([]);
  await room();
  await phone.context.close();
}, 120_000);
