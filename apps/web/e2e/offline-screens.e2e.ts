import type { School, Visit } from '@tracker/contract';
import type { Page } from 'playwright-core';
import { addDays } from '../../../libs/domain/src';
import { axeFindings, signIn } from './support/browser';
import { KillableBrowser } from './support/killable-browser';
import { PEOPLE, prepareHub, schoolCalled, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';
import { TroubledLine } from './support/troubled-line';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let line: TroubledLine;
let tablet: KillableBrowser;
let head: Client;
let school: School;
let visit: Visit;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  line = await TroubledLine.to(tracker.url);
  const users = await head.get<{ id: string; email: string | null }[]>('/users');
  const visitorId = users.find(({ email }) => email === PEOPLE.both)?.id ?? '';
  school = await schoolCalled(head, 'Alder Primary School');
  visit = await head.post<Visit>('/visits', {
    ...{ schoolId: school.id, scheduledOn: TODAY, startTime: '10:30', visitorId },
  });
  await head.post('/contacts', {
    ...{ schoolId: school.id, name: 'Jo Marsh', role: 'music_lead', telephone: '01992 555 123' },
  });
  tablet = await KillableBrowser.start();
  const { page } = tablet;
  await signIn(page, line.url, PEOPLE.both);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // From here on the service worker answers for the screens.
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await goTo(page, '/on-this-device');
  await page.getByRole('link', { name: `Prepare the visit to ${school.name}` }).waitFor();
}, 180_000);

afterAll(async () => {
  await tablet?.remove();
  await line?.stop();
  await tracker?.stop();
}, 60_000);

/** Within the page that is open, as a link does. */
const goTo = (page: Page, path: string) =>
  page.evaluate((to) => void (window.location.hash = to), `#${path}`);

const bar = (page: Page) => page.getByRole('region', { name: 'Signal and logs on this device' });

afterEach(async () => {
  await tablet.setOffline(false);
  line.clear();
});

it('says at once that the signal has gone, wherever the page is scrolled, and that it is back', async () => {
  const { page } = tablet;
  await goTo(page, '/schools');
  await page.getByRole('heading', { level: 1, name: 'Schools' }).waitFor();
  await page.evaluate(() => {
    const main = document.querySelector('main');
    if (main) main.style.minHeight = '4000px';
    window.scrollTo(0, 3000);
  });
  await tablet.setOffline(true);
  await bar(page)
    .getByText('No signal: what you see may be out of date.')
    .waitFor({ timeout: 2_000 });
  const box = await bar(page).boundingBox();
  expect(box && box.y >= 0 && box.y < 120).toBe(true);
  await tablet.setOffline(false);
  await bar(page).waitFor({ state: 'detached' });
}, 60_000);

it('shows Today, brief, visit and school from the device, each as of when, and the tracker’s own once it answers', async () => {
  const { page } = tablet;
  await tablet.setOffline(true);
  const screens: [path: string, heading: string | RegExp, online: string][] = [
    [`/schools/${school.id}/brief`, `Brief: ${school.name}`, 'Where and who'],
    [`/visits/${visit.id}/show`, `Visit to ${school.name}`, 'Outcome'],
    [`/schools/${school.id}/show`, school.name, 'Schedule a visit'],
  ];
  for (const [path, heading] of screens) {
    await goTo(page, path);
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await page.getByText(/^From this device, as of \d\d:\d\d\.$/).waitFor({ timeout: 8_000 });
    const call = page.getByRole('link', { name: '01992 555 123' });
    expect(await call.getAttribute('href')).toBe('tel:01992555123');
    expect(await axeFindings(page)).toEqual([]);
  }
  await goTo(page, `/visits/${visit.id}/show`);
  await page.getByRole('link', { name: 'Log this visit' }).waitFor();
  for (const [path, , online] of screens) {
    await goTo(page, path);
    await page.getByText(/^From this device/).waitFor();
    await tablet.setOffline(false);
    await page.getByText(online).first().waitFor();
    await page.getByText(/^From this device/).waitFor({ state: 'detached' });
    await tablet.setOffline(true);
    await bar(page).waitFor();
  }
  // A screen that is not on the device says so, and opens by itself.
  const other = await schoolCalled(head, 'Cedar School');
  await goTo(page, `/schools/${other.id}/brief`);
  await page.getByText('There is no signal, and this is not on this device.').waitFor();
  await tablet.setOffline(false);
  await page.getByRole('heading', { level: 1, name: `Brief: ${other.name}` }).waitFor();
}, 120_000);

it('shows Today from the device when nothing of it was there yet', async () => {
  const { page } = tablet;
  line.trouble('GET', /^\/api\/(today|auth\/me)/, 'breaks off');
  await goTo(page, '/on-this-device');
  await page.reload();
  await page.getByRole('heading', { name: 'Your visits on this device' }).waitFor();
  await goTo(page, '/');
  await page.getByText(/^From this device, as of/).waitFor();
  const soon = page.getByRole('region', { name: 'My visits today and tomorrow' });
  await soon.getByText(school.name).waitFor();
  line.clear();
  await page.getByRole('link', { name: `Brief for ${school.name}` }).waitFor({ timeout: 30_000 });
}, 90_000);

it('does not wait for an answer that does not come', async () => {
  const { page } = tablet;
  await goTo(page, '/on-this-device');
  await page.reload();
  await page.getByRole('heading', { name: 'Your visits on this device' }).waitFor();
  line.trouble('GET', /\/brief$/, 'hangs');
  await goTo(page, `/schools/${school.id}/brief`);
  await page.getByText('Putting the brief together…').waitFor();
  await page.getByText(/^From this device, as of/).waitFor({ timeout: 8_000 });
  line.clear();
  await page.getByText('Where and who').waitFor({ timeout: 15_000 });
}, 60_000);

it('takes what somebody else answers, such as a Wi-Fi that wants a password, for no signal', async () => {
  const { page } = tablet;
  await goTo(page, '/on-this-device');
  await page.reload();
  await page.getByRole('heading', { name: 'Your visits on this device' }).waitFor();
  line.trouble('GET', /^\/api\/(schools|today|health)/, { status: 200 });
  await goTo(page, `/schools/${school.id}/brief`);
  await page.getByText(/^From this device, as of/).waitFor();
  await bar(page)
    .getByText(/^No signal/)
    .waitFor();
}, 60_000);

it('takes along what was just written', async () => {
  const { page } = tablet;
  await page.reload();
  const birch = await schoolCalled(head, 'Birch Academy');
  await goTo(page, `/schools/${birch.id}/show`);
  await page.getByRole('button', { name: 'Schedule a visit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Date').first().fill('21/11/24');
  await dialog
    .getByRole('button', { name: /^Schedule/ })
    .last()
    .click();
  await dialog.waitFor({ state: 'detached' });
  await goTo(page, '/on-this-device');
  await page.getByRole('link', { name: `Prepare the visit to ${birch.name}` }).waitFor();
  const [own] = await head.get<Visit[]>(
    `/visits?filter=${encodeURIComponent(JSON.stringify({ schoolId: birch.id }))}`,
  );
  expect(own?.scheduledOn).toBe(addDays(TODAY, 1));
}, 60_000);

it.each(['/schools/3f2a/show', '/schools/3f2a/brief', '/visits/3f2a/show'])(
  'says of %s that the link may not be complete, and offers nothing that cannot help',
  async (path) => {
    const { page } = tablet;
    await goTo(page, path);
    await page
      .getByRole('heading', { level: 1, name: 'There is no page at this address' })
      .waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  },
  30_000,
);

it('names a link to a log that lost its end on the way', async () => {
  const { page } = tablet;
  await goTo(page, '/visits/log?schoolId=3f2a');
  await page.getByRole('heading', { level: 1, name: 'This link is not complete' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
}, 30_000);

/** What the browser answers when the tracker asks it to keep what is on the device. */
type Keeping = { granted: boolean; before: boolean };

it.each<[string, Keeping, RegExp, number]>([
  ['refuses', { granted: false, before: false }, /does not promise to keep your logs/, 1],
  ['grants it', { granted: true, before: false }, /keeps your logs until they are sent/, 1],
  ['granted it before', { granted: false, before: true }, /keeps your logs until they are sent/, 0],
])(
  'asks the browser to keep what is on the device, and says what it means where it %s',
  async (_what, keeping, sentence, asked) => {
    const page = await tablet.newPage();
    await page.addInitScript(({ granted, before }: Keeping) => {
      const calls: string[] = [];
      Object.assign(window, { calls });
      StorageManager.prototype.persisted = () => Promise.resolve(before);
      StorageManager.prototype.persist = () => {
        calls.push('persist');
        return Promise.resolve(granted);
      };
    }, keeping);
    await page.goto(`${line.url}/#/on-this-device`);
    await page.getByText(sentence).waitFor();
    const calls = await page.evaluate(() => (window as unknown as { calls: string[] }).calls);
    // Once a page, however many parts of it want to know.
    expect(calls).toHaveLength(asked);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  },
  60_000,
);

it('says how little room is left for what is written, where the browser tells', async () => {
  const page = await tablet.newPage();
  await page.addInitScript(() => {
    const [quota, usage] = [60, 29.5].map((megabytes) => megabytes * 1024 * 1024);
    StorageManager.prototype.estimate = () => Promise.resolve({ quota, usage });
  });
  await page.goto(`${line.url}/#/on-this-device`);
  await page.getByText('Only 30 MB of space are left for the tracker on this device.').waitFor();
  await page.close();
}, 30_000);
