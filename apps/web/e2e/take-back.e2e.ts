import type { Contact, School, Visit } from '@tracker/contract';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launchBrowser, openWindow, signInAtQueue } from './support/browser';
import {
  PEOPLE,
  prepareHub,
  schoolCalled,
  signedInClient,
  type Client,
} from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let alder: School;
let other: School;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  alder = await schoolCalled(head, 'Alder Primary School');
  const north = await head.get<School[]>(
    `/schools?filter=${encodeURIComponent(JSON.stringify({ regionId: alder.regionId }))}`,
  );
  other = north.find(({ id }) => id !== alder.id) as School;
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const logged = (schoolId: string) =>
  head.post<Visit>('/visits', {
    schoolId,
    outcome: {
      ...{ visitedOn: '2024-11-19', summary: 'Two choirs.', actions: [{ title: 'Send drums' }] },
    },
  });
const visitOf = (id: string) => head.get<Visit>(`/visits/${id}`);
const dialogOf = (page: Page) => page.getByRole('dialog');

/** Goes on with Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const at = await page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (at.trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way to “${name}” with the keyboard.`);
}

it('makes a visit void with the keyboard alone, names what that does and takes it back', async () => {
  const { page } = await openWindow(browser);
  await signInAtQueue(page, tracker.url, PEOPLE.north);
  const visit = await logged(alder.id);
  await page.goto(`${tracker.url}/#/visits/${visit.id}/show`);
  await page.getByRole('button', { name: 'Make it void…' }).waitFor();
  await tabTo(page, 'Make it void…');
  await page.keyboard.press('Enter');
  await dialogOf(page)
    .getByText(
      'It counts nowhere from now on. Alder Primary School will be shown as never visited.',
    )
    .waitFor();
  await dialogOf(page).getByText('1 action from this visit is still open').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialogOf(page).getByLabel('Why?').focus();
  await page.keyboard.type('Logged twice');
  await tabTo(page, 'Make it void');
  await page.keyboard.press('Enter');
  await page.getByText(/^Void since .*by Nia Reed: Logged twice/).waitFor();
  expect(await visitOf(visit.id)).toMatchObject({ status: 'void', voidReason: 'Logged twice' });
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.getByRole('button', { name: 'Correct…' }).count()).toBe(0);
  // What was agreed there is kept, and says wherever it is listed that its visit is void.
  await page.getByText('The visit is void', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Make it void…' }).waitFor();
  expect(await visitOf(visit.id)).toMatchObject({ status: 'completed' });
  await head.post(`/visits/${visit.id}/void`, { reason: 'Once more' });
  const everyones = encodeURIComponent(JSON.stringify({ schoolId: alder.id }));
  for (const path of [`schools/${alder.id}/show`, `follow-up-actions?filter=${everyones}`]) {
    await page.goto(`${tracker.url}/#/${path}`);
    await page.getByText('The visit is void', { exact: true }).first().waitFor();
  }
  await page.goto(`${tracker.url}/#/visits/${visit.id}/show`);
  await page.reload();
  await page.getByRole('button', { name: 'Bring it back…' }).click();
  await dialogOf(page).getByLabel('Why?').fill('It did take place');
  await dialogOf(page).getByRole('button', { name: 'Bring it back' }).click();
  await page.getByText('The visit is back.').waitFor();
}, 120_000);

it('puts a visit at the school that was visited, and both timelines say so', async () => {
  const { page } = await openWindow(browser);
  await signInAtQueue(page, tracker.url, PEOPLE.head);
  const visit = await logged(alder.id);
  await page.goto(`${tracker.url}/#/visits/${visit.id}/show`);
  await page.getByRole('button', { name: 'Wrong school…' }).click();
  await dialogOf(page).getByLabel('School visited').fill(other.name);
  await page.getByRole('option', { name: new RegExp(other.name) }).click();
  await dialogOf(page).getByLabel('What happened?').fill('Chose the wrong one');
  await dialogOf(page).getByRole('button', { name: 'Put it at this school' }).click();
  await page.getByRole('heading', { name: `Visit to ${other.name}` }).waitFor();
  expect(await visitOf(visit.id)).toMatchObject({ schoolId: other.id });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: `Visit to ${alder.name}` }).waitFor();
  expect(await visitOf(visit.id)).toMatchObject({ schoolId: alder.id });
  for (const { id } of [alder, other]) {
    await page.goto(`${tracker.url}/#/schools/${id}/show`);
    await page.getByText(`put at ${other.name}, was at ${alder.name}`).first().waitFor();
  }
}, 120_000);

it('brings a deleted contact and a deleted action back', async () => {
  const { page } = await openWindow(browser);
  await signInAtQueue(page, tracker.url, PEOPLE.north);
  const north = await signedInClient(tracker.url, PEOPLE.north);
  const schoolId = alder.id;
  await north.post<Contact>('/contacts', { schoolId, name: 'Jo Marsh', role: 'music_lead' });
  await north.post('/follow-up-actions', { schoolId, title: 'Ring the office' });
  await page.goto(`${tracker.url}/#/schools/${schoolId}/show`);
  await page.getByRole('button', { name: 'Remove Jo Marsh' }).click();
  await dialogOf(page).getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Jo Marsh deleted.').waitFor();
  const more = page
    .getByRole('region', { name: 'Follow-up actions' })
    .getByRole('button', { name: 'More for: Ring the office' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByText('“Ring the office” deleted.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await more.waitFor();
  await more.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByText('“Ring the office” deleted.').waitFor();
  await page.getByRole('link', { name: 'Recently deleted' }).click();
  await page.getByRole('heading', { name: 'Recently deleted' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Restore Jo Marsh' }).click();
  await page.getByText('Jo Marsh is back.').waitFor();
  await page.getByRole('button', { name: 'Restore Ring the office' }).click();
  await page.getByText('Ring the office is back.').waitFor();
  expect(await north.get<Contact[]>('/contacts')).toHaveLength(1);
}, 120_000);
