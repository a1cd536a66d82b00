import type { Browser, Page } from 'playwright-core';
import type { User, Visit } from '@tracker/contract';
import { axeFindings, DESK, launchBrowser, openWindow, PHONE, signIn } from './support/browser';
import { type Client, PEOPLE, prepareHub, schoolCalled } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let page: Page;
let visit: Visit;

// Several windows, each signed in, on a machine that may be busy.
jest.setTimeout(60_000);

beforeAll(async () => {
  tracker = await runTracker('2024-11-20');
  head = await prepareHub(tracker);
  const { id: schoolId } = await schoolCalled(head, 'Alder Primary School');
  const email = 'music@alder.example';
  await head.post('/contacts', { schoolId, name: 'Asha Bell', role: 'music_lead', email });
  const day = { scheduledOn: '2024-12-03', startTime: '09:30' };
  visit = await head.post<Visit>('/visits', { schoolId, ...day });
  await head.post(`/visits/${visit.id}/confirm`, {});
  browser = await launchBrowser();
  page = (await openWindow(browser, DESK)).page;
  await signIn(page, tracker.url, PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const open = async (path: string, heading: string | RegExp, on = page) => {
  await on.goto(`${tracker.url}/#${path}`);
  await on.getByRole('heading', { level: 1, name: heading }).waitFor();
};

/** axe has nothing to say at a desk, nor on a phone in the dark. */
async function expectFineEverywhere(path: string, heading: string | RegExp, ready: string) {
  await page.getByText(ready).first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const phone = await openWindow(browser, PHONE, 'dark');
  await signIn(phone.page, tracker.url, PEOPLE.head);
  await open(path, heading, phone.page);
  await phone.page.getByText(ready).first().waitFor();
  expect(await axeFindings(phone.page)).toEqual([]);
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
  await phone.context.close();
}

it('shows in the outbox what waits, and why nothing is sent', async () => {
  await open('/mails', 'Outbox');
  await page.getByText('No mail server is set up, so nothing is sent. 1 email waits').waitFor();
  await expectFineEverywhere('/mails', 'Outbox', 'No mail server is set up');
  await page.getByRole('link', { name: /^Our visit to Alder Primary School/ }).click();
  await page.getByText('Dear Asha Bell,').waitFor();
  await page.getByText('Tue 3 Dec 2024 at 09:30').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /^Don’t send/ }).click();
  await page.getByText('Stopped before it was sent.').waitFor();
});

it('says on the visit who gets its email and what was sent', async () => {
  await open(`/visits/${visit.id}/show`, /^Visit to Alder/);
  const section = page.getByRole('region', { name: 'Email to the school' });
  await section
    .getByText(/not been told. The email goes to Asha Bell, music@alder.example/)
    .waitFor();
  await section.getByText('Not sent').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

it('words an email with a preview, and refuses what it cannot fill in', async () => {
  await open('/settings/mail', 'Settings');
  await expectFineEverywhere('/settings/mail', 'Settings', 'Visit confirmed');
  await page.getByRole('button', { name: 'Change: Visit confirmed' }).click();
  const dialog = page.getByRole('dialog');
  const subject = dialog.getByLabel('Subject');
  const preview = dialog.getByRole('button', { name: 'Show how it reads' });
  await subject.fill('We come to {{skool}}');
  await preview.click();
  await dialog.getByText(/There is no placeholder \{\{skool\}\} here/).waitFor();
  await subject.fill('We come to {{school}}');
  await preview.click();
  await dialog.getByText('We come to Alder Primary School').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save the wording' }).click();
  await page.getByText('Your own wording').waitFor();
});

it('gives a calendar address that can be read until it is revoked', async () => {
  await open('/account', 'My account');
  await page.getByRole('button', { name: 'Make an address' }).click();
  const field = page.getByLabel('Address for “subscribe from web”', { exact: true });
  const url = await field.inputValue();
  expect(await (await fetch(url)).text()).toMatch(/^BEGIN:VCALENDAR/);
  await expectFineEverywhere('/account', 'My account', 'My visits in my calendar');
  await page.getByRole('button', { name: 'Revoke the address' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke the address' }).click();
  await page.getByRole('button', { name: 'Make an address' }).waitFor();
  expect((await fetch(url)).status).toBe(404);
  await page.getByLabel(/An email each morning/).uncheck();
  await page.reload();
  await page.getByLabel(/An email each morning/).waitFor();
  expect(await page.getByLabel(/An email each morning/).isChecked()).toBe(false);
});

it('asks a colleague to log a visit, and says whom to write to where no email is sent', async () => {
  const users = await head.get<User[]>('/users');
  const nia = users.find(({ name }) => name === 'Nia Reed');
  const { id: schoolId } = await schoolCalled(head, 'Cedar School');
  const day = { scheduledOn: '2024-12-04', visitorId: nia?.id };
  const late = await head.post<Visit>('/visits', { schoolId, ...day });
  await tracker.dataSource.query(`UPDATE visits SET scheduled_on = '2024-11-15' WHERE id = $1`, [
    late.id,
  ]);
  await open('/', 'Today');
  await page.getByRole('button', { name: 'Remind Nia Reed' }).click();
  await page
    .getByText(`This tracker sends no email. Write to Nia Reed yourself: ${nia?.email}.`)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
