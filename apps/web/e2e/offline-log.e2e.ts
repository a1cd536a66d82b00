import type { FollowUpAction, School, Visit } from '@tracker/contract';
import type { Page } from 'playwright-core';
import { CuttableLine } from '@tracker/testing';
import { axeFindings, launchBrowser, openLastingWindow, signIn } from './support/browser';
import { KillableBrowser } from './support/killable-browser';
import { goToStep, sendLog } from './support/log-form';
import { PEOPLE, prepareHub, schoolCalled, visitsOf, type Client } from './support/prepared-hub';
import { ReleasedTracker } from './support/released-tracker';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let line: CuttableLine;
let tablet: KillableBrowser;
let head: Client;
let url: string;
let visitorId: string;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  line = await CuttableLine.to(tracker.url);
  url = line.url.replace(/\/$/, '');
  const users = await head.get<{ id: string; email: string | null }[]>('/users');
  visitorId = users.find(({ email }) => email === PEOPLE.both)?.id ?? '';
  tablet = await KillableBrowser.start();
}, 180_000);

afterAll(async () => {
  await tablet?.remove();
  await line?.cut();
  await tracker?.stop();
}, 60_000);

const plan = (school: School, scheduledOn = TODAY) =>
  head.post<Visit>('/visits', { schoolId: school.id, scheduledOn, visitorId });

/** On the tablet, its service worker and what was taken along included. */
async function ready(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

it('opens without a signal, is written, survives the closing of the browser and is sent once', async () => {
  const school = await schoolCalled(head, 'Alder Primary School');
  const visit = await plan(school);
  await signIn(tablet.page, url, PEOPLE.both);
  await ready(tablet.page);
  await tablet.page.goto(`${url}/#/on-this-device`);
  await tablet.page.getByRole('link', { name: `Log this visit, ${school.name}` }).waitFor();
  await line.cut();
  await tablet.close();

  await tablet.reopen();
  const { page } = tablet;
  await page.goto(url);
  await page.getByRole('heading', { name: 'Your visits on this device' }).waitFor();
  await page.getByText('There is no signal.').waitFor();
  await page.getByRole('link', { name: `Prepare the visit to ${school.name}` }).click();
  await page.getByRole('heading', { level: 1, name: school.name }).waitFor();
  await page.getByRole('link', { name: 'Log this visit' }).click();
  await page.getByRole('button', { name: 'Add somebody you met' }).click();
  await page.getByLabel('Name').fill('Jo Marsh');
  await page.getByLabel('Role at the school').selectOption('music_lead');
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill('The choir thrives.');
  await page.getByRole('checkbox', { name: 'Singing' }).first().check();
  await goToStep(page, 'Actions');
  for (const title of ['Send the form', 'Ring the office', 'Find a teacher']) {
    await page.getByRole('button', { name: 'Add an action' }).click();
    await page.getByLabel('What is to be done').last().fill(title);
  }
  await page.locator('[data-kept="saved"]').waitFor();
  await tablet.kill();

  await tablet.reopen();
  await tablet.page.goto(`${url}/#/on-this-device`);
  await tablet.page.getByText('Not finished').waitFor();
  await tablet.page.getByRole('link', { name: `Open the log of ${school.name}` }).click();
  await goToStep(tablet.page, 'Check and send');
  await tablet.page.getByText('The choir thrives.').waitFor();
  await sendLog(tablet.page);
  await tablet.page.getByRole('heading', { name: 'Your visits on this device' }).waitFor();
  await tablet.page.getByText('Waiting to be sent').waitFor();
  await tablet.close();

  await line.mend();
  await tablet.reopen();
  await tablet.page.goto(`${url}/#/on-this-device`);
  await tablet.page.getByText(/^Sent \d\d:\d\d$/).waitFor();
  const visits = await visitsOf(head, school.id);
  expect(visits).toMatchObject([
    { id: visit.id, status: 'completed', outcome: { summary: 'The choir thrives.' } },
  ]);
  const filter = encodeURIComponent(JSON.stringify({ visitId: visit.id }));
  const actions = await head.get<FollowUpAction[]>(`/follow-up-actions?filter=${filter}`);
  expect(actions).toHaveLength(3);
  await tablet.page.goto(`${url}/#/schools/${school.id}/show`);
  await tablet.page.getByText('The choir thrives.').first().waitFor();
}, 180_000);

const openLog = async (page: Page, visit: Visit) => {
  await page.goto(`${url}/#/visits/${visit.id}/log`);
  await page.getByRole('heading', { name: `Log a visit to ${visit.schoolName}` }).waitFor();
};

it('is written in one tab at a time, and goes on in the other where it was left', async () => {
  const visit = await plan(await schoolCalled(head, 'Birch Academy'));
  const first = tablet.page;
  await openLog(first, visit);
  await goToStep(first, 'What I found');
  await first.getByLabel('What you found').fill('Brass in year five.');
  // The browser's own way back goes one step back, and forth again.
  await first.goBack();
  await first.getByRole('heading', { level: 2, name: /Who I met/ }).waitFor();
  await first.goForward();
  const second = await tablet.newPage();
  await openLog(second, visit);
  await second.getByText('This log is open in another tab').waitFor();
  await second.getByRole('button', { name: 'Continue here' }).click();
  await goToStep(second, 'What I found');
  expect(await second.getByLabel('What you found').inputValue()).toBe('Brass in year five.');
  await first.getByText('This log is open in another tab').waitFor();
  await goToStep(second, 'Check and send');
  await sendLog(second);
  await second.getByRole('heading', { level: 1, name: 'Birch Academy' }).waitFor();
  await second.close();
  expect(await visitsOf(head, visit.schoolId)).toMatchObject([{ status: 'completed' }]);
}, 90_000);

it('of a visit that is gone by the time it is sent keeps what was typed and becomes one of its own', async () => {
  const school = await schoolCalled(head, 'Cedar School');
  const visit = await plan(school);
  const { page } = tablet;
  await openLog(page, visit);
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill('Steel pans.');
  await goToStep(page, 'Check and send');
  await line.cut();
  await sendLog(page);
  await page.getByText('Waiting to be sent').waitFor();
  await tracker.dataSource.query('DELETE FROM visits WHERE id = $1', [visit.id]);
  await line.mend();
  await page.getByText('Needs your attention', { exact: true }).waitFor({ timeout: 40_000 });
  await page.getByRole('link', { name: `Open the log of ${school.name}` }).click();
  await page.getByText('The visit is not on record. What you typed is still here.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Log mine as a visit of its own' }).click();
  await page.getByText('An unplanned visit').waitFor();
  await page.getByRole('heading', { level: 2, name: /Check and send/ }).waitFor();
  await page.getByText('Steel pans.').waitFor();
  await sendLog(page);
  await page.getByRole('heading', { level: 1, name: school.name, exact: true }).waitFor();
  expect(await visitsOf(head, school.id)).toMatchObject([
    { status: 'completed', outcome: { summary: 'Steel pans.' } },
  ]);
}, 120_000);

it('of a visit that went to another school shows both, and is sent there', async () => {
  const visit = await plan(await schoolCalled(head, 'Alder Primary School'), '2024-11-21');
  const academy = await schoolCalled(head, 'Birch Academy');
  const { page } = tablet;
  await openLog(page, visit);
  await page
    .getByText('This visit is planned for Thu 21 Nov 2024, which has not come yet')
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'It took place earlier: log it' }).click();
  await page.getByLabel('Jo Marsh, music lead').check();
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill('Handbells.');
  await goToStep(page, 'Check and send');
  const moved = 'UPDATE visits SET school_id = $2, version = version + 1 WHERE id = $1';
  await tracker.dataSource.query(moved, [visit.id, academy.id]);
  await sendLog(page);
  await page.getByText('This visit has gone to Birch Academy in the meantime.').waitFor();
  const mine = page.getByRole('region', { name: 'What you wrote' });
  await mine.getByText('Handbells.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'It was at Birch Academy: log it there' }).click();
  await page.getByRole('heading', { name: 'Log a visit to Birch Academy' }).waitFor();
  await goToStep(page, 'Check and send');
  await sendLog(page);
  await page.getByRole('heading', { level: 1, name: 'Birch Academy', exact: true }).waitFor();
  expect(await head.get(`/visits/${visit.id}`)).toMatchObject({
    ...{ status: 'completed', visitedOn: TODAY, schoolId: academy.id },
    outcome: { summary: 'Handbells.', metWith: 'Jo Marsh (music lead)' },
  });
}, 90_000);

it('waits for its author while somebody else uses the device, and shows what was logged meanwhile', async () => {
  const school = await schoolCalled(head, 'Cedar School');
  const visit = await plan(school);
  const { page } = tablet;
  const signOut = async () => {
    await page.getByRole('button', { name: /^Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  const signedOut = page.getByRole('button', { name: 'Sign in', exact: true });
  await openLog(page, visit);
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill('Bo heard a choir.');
  await goToStep(page, 'Check and send');
  await line.cut();
  await sendLog(page);
  await page.getByText('Waiting to be sent').waitFor();
  await signOut();
  const question = page.getByRole('dialog', { name: '1 log on this device is not sent yet' });
  await question.getByText(school.name).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await question.getByRole('button', { name: 'Stay signed in' }).click();
  await signOut();
  await question.getByRole('button', { name: 'Keep it and sign out' }).click();
  await signedOut.waitFor();
  await line.mend();
  // Left without a signal, the session is over all the same once there is one.
  await page.reload();
  await signedOut.waitFor();

  await signIn(page, url, PEOPLE.head);
  await page.goto(`${url}/#/on-this-device`);
  await page.getByText('There is a signal.').waitFor();
  expect(await page.getByText(school.name).count()).toBe(0);
  await openLog(page, visit);
  await goToStep(page, 'What I found');
  expect(await page.getByLabel('What you found').inputValue()).toBe('');
  await page.getByLabel('What you found').fill('Hilary heard a band.');
  await goToStep(page, 'Check and send');
  await sendLog(page);
  await page.getByRole('heading', { level: 1, name: school.name, exact: true }).waitFor();
  await signOut();
  await signedOut.waitFor();

  await signIn(page, url, PEOPLE.both);
  await page.getByText('1 log needs your attention.').waitFor({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Open the menu' }).click();
  await page.getByRole('link', { name: 'On this device 1 log not sent' }).click();
  await page.getByRole('link', { name: `Open the log of ${school.name}` }).click();
  await page.getByText('Somebody has logged this visit already.').waitFor();
  const theirs = page.getByRole('region', { name: 'On the tracker now' });
  await theirs.getByText('Hilary heard a band.').waitFor();
  const mine = page.getByRole('region', { name: 'What you wrote' });
  await mine.getByText('Bo heard a choir.').waitFor();
  await page.getByRole('button', { name: 'Keep theirs, delete mine' }).click();
  await page.getByRole('heading', { name: 'Your visits on this device' }).waitFor();
  expect(await head.get(`/visits/${visit.id}`)).toMatchObject({
    outcome: { summary: 'Hilary heard a band.' },
  });
}, 120_000);

it.each([
  [
    'that keeps nothing',
    /^This browser keeps nothing on the device/,
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Refused', 'InvalidStateError');
      };
    },
  ],
  [
    'that has no room left',
    /^This device has no room left/,
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    },
  ],
])(
  'is sent from a device %s, which says so',
  async (_device, sentence, breakStorage) => {
    const visit = await plan(await schoolCalled(head, 'Alder Primary School'));
    const page = await tablet.newPage();
    await page.addInitScript(breakStorage);
    await openLog(page, visit);
    await goToStep(page, 'What I found');
    await page.getByLabel('What you found').fill('A ukulele club.');
    await page.getByText(sentence).waitFor();
    await goToStep(page, 'Check and send');
    await page.getByText('A ukulele club.').waitFor();
    // Pressed twice.
    await page.getByRole('button', { name: 'Log the visit', exact: true }).click();
    await page.getByRole('button', { name: 'Yes, log the visit' }).dblclick();
    await page.getByRole('heading', { level: 1, name: visit.schoolName, exact: true }).waitFor();
    expect(await head.get(`/visits/${visit.id}`)).toMatchObject({
      outcome: { summary: 'A ukulele club.' },
    });
    await page.close();
  },
  60_000,
);

it('of a day that has not come by the clock of the tracker is handed back with the sentence', async () => {
  const school = await schoolCalled(head, 'Dogwood Infant School');
  const visit = await plan(school);
  const { page } = tablet;
  await page.goto(`${url}/#/on-this-device`);
  await page.getByRole('button', { name: 'Fetch them again' }).click();
  await page.getByRole('link', { name: `Log this visit, ${school.name}` }).waitFor();
  await line.cut();
  // The tablet's clock jumps a day ahead, with nobody there to tell it.
  await page.evaluate(() => {
    const key = 'tracker.days-off';
    localStorage.setItem(key, String(Number(localStorage.getItem(key)) + 1));
  });
  await page.reload();
  await openLog(page, visit);
  await page.getByLabel('Date visited').fill('21/11/24');
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill('Singing every day.');
  await goToStep(page, 'Check and send');
  await sendLog(page);
  await page.getByText('Waiting to be sent').waitFor();
  await line.mend();
  await page.getByText('Needs your attention', { exact: true }).waitFor({ timeout: 40_000 });
  await page.getByRole('link', { name: `Open the log of ${school.name}` }).click();
  await goToStep(page, 'Who I met');
  await page
    .getByText(/Thu 21 Nov 2024 is in the future/)
    .first()
    .waitFor();
  await page.getByLabel('Date visited').fill('20/11/24');
  await goToStep(page, 'Check and send');
  await sendLog(page);
  await page.getByRole('heading', { level: 1, name: school.name, exact: true }).waitFor();
  expect(await visitsOf(head, school.id)).toMatchObject([
    { visitedOn: TODAY, outcome: { summary: 'Singing every day.' } },
  ]);
}, 120_000);

it('and everything else that is being typed outlasts a new version of the tracker', async () => {
  const released = await ReleasedTracker.before(tracker.url);
  const browser = await launchBrowser();
  try {
    const { page: typing, context } = await openLastingWindow(browser);
    await signIn(typing, released.url, PEOPLE.both);
    await ready(typing);
    await typing.reload();
    const visit = await plan(await schoolCalled(head, 'Alder Primary School'));
    const dialog = await context.newPage();
    await dialog.goto(`${released.url}/#/schools/${visit.schoolId}/show`);
    await dialog.getByRole('button', { name: 'Add a contact' }).click();
    await dialog.getByLabel('Name').fill('Half a na');
    await typing.goto(`${released.url}/#/visits/${visit.id}/log?step=found`);
    await typing.getByLabel('What you found').fill('A choir.');

    released.release();
    await typing.evaluate(async () => (await navigator.serviceWorker.ready).update());
    for (const page of [typing, dialog]) {
      await page.getByText('A new version of the tracker is there.').waitFor();
    }
    await typing.getByLabel('What you found').pressSequentially(' And a band.');
    await Promise.all([
      typing.waitForEvent('load'),
      typing.getByRole('button', { name: 'Reload', exact: true }).click(),
    ]);
    await typing.getByLabel('What you found').waitFor();
    expect(await typing.getByLabel('What you found').inputValue()).toBe('A choir. And a band.');

    expect(await dialog.getByLabel('Name').inputValue()).toBe('Half a na');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await Promise.all([
      dialog.waitForEvent('load'),
      dialog.getByRole('button', { name: 'Reload', exact: true }).click(),
    ]);
  } finally {
    await browser.close();
    await released.stop();
  }
}, 90_000);
