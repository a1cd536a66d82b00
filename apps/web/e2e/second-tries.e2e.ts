import type { School, Visit } from '@tracker/contract';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openWindow, signInAtQueue } from './support/browser';
import { goToStep, sendLog } from './support/log-form';
import { PEOPLE, prepareHub, schoolCalled, visitsOf, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let browser: Browser;
let page: Page;
let head: Client;
let school: School;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
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

/** The tracker takes the next POST to the path, and its answer never arrives. */
async function loseNextAnswer(path: string): Promise<void> {
  let lost = false;
  await page.route(`**/api${path}`, async (route) => {
    if (lost || route.request().method() !== 'POST') return route.fallback();
    lost = true;
    await route.fetch();
    return route.abort();
  });
}

async function pressTwice(button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: button }).click();
  await dialog.getByText('The tracker cannot be reached.').waitFor();
  await dialog.getByRole('button', { name: button }).click();
  await dialog.waitFor({ state: 'detached' });
}

const count = async (table: string): Promise<number> => {
  const [row] = await tracker.dataSource.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM ${table} WHERE school_id = $1`,
    [school.id],
  );
  return row?.n ?? -1;
};

/** Waits until the page's heading has the focus. */
const headingFocused = () =>
  page.waitForFunction(() => document.activeElement?.tagName === 'H1', null, { timeout: 5_000 });

const openSchool = () => page.goto(`${tracker.url}/#/schools/${school.id}/show`);

it('adds a contact once, though the first answer was lost', async () => {
  await openSchool();
  await page.getByRole('button', { name: 'Add a contact' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Asha Bell');
  await loseNextAnswer('/contacts');
  await pressTwice('Save');
  await page.getByText('Asha Bell saved.').waitFor();
  expect(await count('contacts')).toBe(1);
}, 60_000);

it('puts the focus on the heading when the button that had it is gone', async () => {
  await page.getByRole('button', { name: 'Remove Asha Bell' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Asha Bell deleted.').waitFor();
  await headingFocused();
}, 60_000);

it('takes a visit one step further once, though the first answer was lost', async () => {
  const visit = await head.post<Visit>('/visits', { schoolId: school.id, scheduledOn: TODAY });
  await page.goto(`${tracker.url}/#/visits/${visit.id}/show`);
  await page.getByRole('button', { name: 'Confirm…' }).click();
  await loseNextAnswer(`/visits/${visit.id}/confirm`);
  await pressTwice('The school has agreed');
  await page.getByText('Visit confirmed.').waitFor();
  await headingFocused();
  await page.getByRole('button', { name: 'Not held…' }).click();
  await page.getByLabel('What happened?').fill('The music lead was ill.');
  await loseNextAnswer(`/visits/${visit.id}/not-held`);
  await pressTwice('It was not held');
  await page.getByText('Recorded as not held.').waitFor();
  await headingFocused();
  const [stored] = await visitsOf(head, school.id);
  expect(stored).toMatchObject({ status: 'not_held', notHeldReason: 'The music lead was ill.' });
}, 60_000);

it('offers to log a visit, or to say that it was not held, from its day on', async () => {
  const visit = await head.post<Visit>('/visits', {
    schoolId: school.id,
    scheduledOn: '2024-11-21',
  });
  await page.goto(`${tracker.url}/#/visits/${visit.id}/show`);
  await page.getByRole('button', { name: 'Move…' }).waitFor();
  expect(await page.getByRole('link', { name: 'Log this visit' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Not held…' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Move…' }).click();
  await page.getByRole('dialog').getByLabel('Date').first().fill('20/11/2024');
  await page.getByRole('button', { name: 'Move the visit' }).click();
  await page.getByText('Visit moved to Wed 20 Nov 2024.').waitFor();
  await page.getByRole('link', { name: 'Log this visit' }).waitFor();
  await head.post(`/visits/${visit.id}/cancel`, { by: 'hub', reason: 'Not needed' });
}, 60_000);

it('leaves no visit behind when a log was refused and given up, and sends one once', async () => {
  const before = await count('visits');
  await page.goto(`${tracker.url}/#/visits/log?schoolId=${school.id}`);
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill('Two choirs.');
  await goToStep(page, 'Check and send');
  let refuses = true;
  await page.route('**/api/visits', (route) =>
    refuses && route.request().method() === 'POST'
      ? route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify({ status: 422, title: 'No', detail: 'This cannot be logged.' }),
        })
      : route.fallback(),
  );
  await sendLog(page);
  await page.getByText('This cannot be logged.').waitFor();
  expect(await count('visits')).toBe(before);
  refuses = false;
  await loseNextAnswer('/visits');
  await sendLog(page);
  await page.getByText('Waiting to be sent').waitFor();
  await page.getByRole('button', { name: 'Fetch them again' }).click();
  await page.getByText(/^Sent \d\d:\d\d$/).waitFor();
  expect(await count('visits')).toBe(before + 1);
  const visits = await visitsOf(head, school.id);
  expect(visits.filter(({ status }) => status === 'proposed')).toEqual([]);
}, 60_000);
