import type { HeardDevice, School, Visit } from '@tracker/contract';
import { addDays } from '../../../libs/domain/src';
import { axeFindings, launchBrowser, openWindow, signIn } from './support/browser';
import { KillableBrowser } from './support/killable-browser';
import { goToStep, sendLog } from './support/log-form';
import { PEOPLE, prepareHub, schoolCalled, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';
import { TroubledLine } from './support/troubled-line';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let line: TroubledLine;
let tablet: KillableBrowser;
let head: Client;
let school: School;
let visitorId: string;
let planned = 0;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  line = await TroubledLine.to(tracker.url);
  const users = await head.get<{ id: string; email: string | null }[]>('/users');
  visitorId = users.find(({ email }) => email === PEOPLE.both)?.id ?? '';
  school = await schoolCalled(head, 'Alder Primary School');
  tablet = await KillableBrowser.start();
  await signIn(tablet.page, line.url, PEOPLE.both);
  await tablet.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}, 180_000);

afterAll(async () => {
  await tablet?.remove();
  await line?.stop();
  await tracker?.stop();
}, 60_000);

afterEach(() => line.clear());

/** A visit whose day has come, each of another day. */
const plan = (): Promise<Visit> => {
  planned += 1;
  const scheduledOn = addDays(TODAY, -planned);
  return head.post<Visit>('/visits', { schoolId: school.id, scheduledOn, visitorId });
};

/** Writes the log of a visit down to its last button. */
async function write({ id }: Visit, found: string): Promise<void> {
  const { page } = tablet;
  await page.goto(`${line.url}/#/visits/${id}/log`);
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill(found);
  await goToStep(page, 'Check and send');
  await sendLog(page);
}

const onDevice = () =>
  tablet.page.getByRole('heading', { name: 'Your visits on this device' }).waitFor();
const summaryOf = async ({ id }: Visit) =>
  (await head.get<Visit>(`/visits/${id}`)).outcome?.summary ?? null;

async function until(isTrue: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

it('sends each log by itself: one that fails and one that hangs hold back none', async () => {
  const { page } = tablet;
  const [failing, hanging, fine] = [await plan(), await plan(), await plan()];
  const ids = [failing.id, hanging.id];
  const retryAfter = { 'Retry-After': '20' };
  line.trouble('POST', new RegExp(failing.id), { status: 503, headers: retryAfter }, 1);
  line.trouble('POST', new RegExp(hanging.id), 'hangs');
  await write(failing, 'A choir.');
  await onDevice();
  const row = page.getByRole('listitem').filter({ hasText: 'Mon 18 Nov' });
  const firstRow = page.getByRole('listitem').filter({ hasText: 'Tue 19 Nov' });
  await firstRow.getByText('Waiting to be sent').waitFor();
  await firstRow.getByText(/Not sent yet: .* Next attempt \d\d:\d\d\./).waitFor();
  expect(await firstRow.getByRole('link', { name: /^Log this visit/ }).count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  const failedAt = Date.now();
  await write(hanging, 'A band.');
  await onDevice();
  await row.getByText('Waiting to be sent').waitFor();
  await write(fine, 'Handbells.');
  await page.getByRole('heading', { level: 1, name: school.name, exact: true }).waitFor();
  expect(await summaryOf(fine)).toBe('Handbells.');
  for (const id of ids) expect(await head.get(`/visits/${id}`)).toMatchObject({ outcome: null });

  // The one that was told to wait goes by itself, and not before its time.
  await until(async () => (await summaryOf(failing)) === 'A choir.', 45_000);
  expect(Date.now() - failedAt).toBeGreaterThan(10_000);
  expect(await summaryOf(hanging)).toBeNull();
  line.clear();
  await until(async () => (await summaryOf(hanging)) === 'A band.', 60_000);
}, 180_000);

// A browser asks once more by itself when a line breaks before the answer.
it.each([
  ['429 with a time', 1, { status: 429, headers: { 'Retry-After': '3' } }],
  ['500', 1, { status: 500 }],
  ['a line that breaks off', 3, 'breaks off' as const],
  ['a page of the Wi-Fi', 1, { status: 200 }],
])(
  'sends a log once by itself after %s',
  async (_what, times, trouble) => {
    const { page } = tablet;
    const visit = await plan();
    line.trouble('POST', new RegExp(visit.id), trouble, times);
    await write(visit, 'Steel pans.');
    await onDevice();
    await page.getByText(/Not sent yet: /).waitFor();
    await until(async () => (await summaryOf(visit)) === 'Steel pans.', 40_000);
    await page
      .getByText(/^Sent \d\d:\d\d$/)
      .first()
      .waitFor();
    // The pack has followed: the visit is not offered again.
    await page.getByRole('link', { name: /^Log this visit/ }).waitFor({ state: 'detached' });
  },
  90_000,
);

it('is sent at once when its person does not want to wait', async () => {
  const { page } = tablet;
  const visit = await plan();
  const trouble = { status: 429, headers: { 'Retry-After': '600' } };
  line.trouble('POST', new RegExp(visit.id), trouble, 1);
  await write(visit, 'A samba band.');
  await onDevice();
  await page.getByText(/Not sent yet: /).waitFor();
  await page.getByRole('link', { name: `Open the log of ${school.name}` }).click();
  await page.getByText('This log is finished.').waitFor();
  await page.getByRole('button', { name: 'Try to send it now' }).click();
  await until(async () => (await summaryOf(visit)) === 'A samba band.', 10_000);
}, 60_000);

it('hands back with words what is too long for whoever stands in between', async () => {
  const { page } = tablet;
  const visit = await plan();
  line.trouble('POST', new RegExp(visit.id), { status: 413 }, 1);
  await write(visit, 'Everything. '.repeat(50));
  await page.getByText('The log is longer than the tracker takes.').first().waitFor();
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill('Short.');
  await goToStep(page, 'Check and send');
  await sendLog(page);
  await page.getByRole('heading', { level: 1, name: school.name, exact: true }).waitFor();
  expect(await summaryOf(visit)).toBe('Short.');
}, 60_000);

it('tells the head whose device has logs on it and since when, until they are sent', async () => {
  const { page } = tablet;
  const visit = await plan();
  line.trouble('POST', new RegExp(visit.id), { status: 429, headers: { 'Retry-After': '600' } });
  await write(visit, 'Two guitars.');
  await onDevice();
  const heard = () => head.get<HeardDevice[]>('/devices');
  const finished = async () => (await heard()).filter(({ oldestFinishedAt }) => oldestFinishedAt);
  // Once it is the only one: a log of the walk before may be on its way still.
  await until(async () => (await finished())[0]?.waiting === 1, 20_000);
  expect((await finished())[0]).toMatchObject({ userName: 'Bo Vale', waiting: 1, attention: 0 });

  const browser = await launchBrowser();
  const desk = (await openWindow(browser)).page;
  await signIn(desk, tracker.url, PEOPLE.head);
  const section = desk.getByRole('region', { name: 'Logs not sent yet' });
  await section.getByText(/^1 log on 1 device not sent yet:$/).waitFor();
  await section.getByText(/^Bo Vale, .+: 1 log, oldest .+, as last heard on .+\d\d:\d\d/).waitFor();
  expect(await axeFindings(desk)).toEqual([]);

  line.clear();
  await page.getByRole('link', { name: `Open the log of ${school.name}` }).click();
  await page.getByRole('button', { name: 'Try to send it now' }).click();
  await until(async () => (await finished()).length === 0, 20_000);
  await desk.reload();
  await desk.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await desk.getByRole('heading', { level: 2 }).first().waitFor();
  await section.waitFor({ state: 'detached' });
  await browser.close();
}, 120_000);
