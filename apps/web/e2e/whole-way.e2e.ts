import type { FollowUpAction, QueueEntry, SurveyResponse, Visit } from '@tracker/contract';
import { newQuestion } from '@tracker/domain';
import type { Locator, Page } from 'playwright-core';
import { CuttableLine } from '@tracker/testing';
import { MailServer, readEvents } from '@tracker/testing/mail-server';
import { DESK, PHONE, signIn } from './support/browser';
import { KillableBrowser } from './support/killable-browser';
import { goToStep, sendLog } from './support/log-form';
import {
  type Client,
  importFile,
  PEOPLE,
  prepareHub,
  schoolCalled,
  visitsOf,
} from './support/prepared-hub';
import { publishSurvey } from './support/published-survey';
import { runTracker, type RunningTracker } from './support/running-tracker';
import { CENSUS, MORE_SCHOOLS } from './support/small-register';

const TODAY = '2024-11-20';
const ALDER = 'Alder Primary School';
const LEAD = 'music@alder.example';

/** The round, with the day each school gets. */
const ROUND = [
  [ALDER, '22/11/24'],
  ['Hazel Primary School', '25/11/24'],
  ['Juniper Primary School', '26/11/24'],
  ['Linden School', '27/11/24'],
  ['Maple Academy', '28/11/24'],
] as const;

const ACTIONS = ['Send the form', 'Ring the office', 'Find a brass teacher'];

const option = (key: string, label: string) => ({ key, label, alone: false });
const QUESTIONS = [
  newQuestion({ key: 'choir', type: 'yes_no', text: 'Is there a choir?', required: true }),
  newQuestion({
    ...{ key: 'choir_meets', type: 'one_choice', text: 'How often does it meet?' },
    options: [option('weekly', 'Every week'), option('seldom', 'Less often')],
    showWhen: { question: 'choir', anyOf: [true] },
  }),
  newQuestion({
    ...{ key: 'ensembles', type: 'several_choices', text: 'Which ensembles are there?' },
    options: [option('band', 'Band'), option('strings', 'Strings')],
  }),
  newQuestion({ key: 'budget', type: 'money', text: 'What is the budget?' }),
  newQuestion({ key: 'wish', type: 'long_text', text: 'What could the hub do?' }),
];

const mailServer = new MailServer();
let tracker: RunningTracker;
let line: CuttableLine;
let tablet: KillableBrowser;
let page: Page;
let head: Client;
let url: string;
let alderId: string;
let visit: Visit;

beforeAll(async () => {
  await mailServer.start();
  tracker = await runTracker(TODAY, {
    ...{ SMTP_URL: mailServer.url, MAIL_FROM: 'Music Hub <music@hub.example>' },
  });
  head = await prepareHub(tracker);
  await importFile(head, 'schools', MORE_SCHOOLS);
  await importFile(head, 'school-census', CENSUS);
  await publishSurvey(head, 'Have Your Say', QUESTIONS);
  alderId = (await schoolCalled(head, ALDER)).id;
  const lead = { name: 'Asha Bell', role: 'music_lead', email: LEAD };
  await head.post('/contacts', { schoolId: alderId, ...lead });
  await until(async () => (await queue()).length === 8 && (await rankOf(alderId)) === 1);
  line = await CuttableLine.to(tracker.url);
  url = line.url.replace(/\/$/, '');
  tablet = await KillableBrowser.start();
  ({ page } = tablet);
  await page.setViewportSize(DESK);
  await signIn(page, url, PEOPLE.both);
}, 180_000);

afterAll(async () => {
  await tablet?.remove();
  await line?.cut();
  await tracker?.stop();
  await mailServer.stop();
}, 60_000);

const queue = () => head.get<QueueEntry[]>('/priority-queue');
const rankOf = async (schoolId: string) =>
  (await queue()).find((entry) => entry.schoolId === schoolId)?.rank;

/** Waits for what the worker does by itself, some seconds at most. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not become so: ${isSo.toString()}`);
}

const open = async (path: string, heading: string | RegExp) => {
  await page.goto(`${url}/#${path}`);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
};

async function choose(dialog: Locator, label: string | RegExp, name: string) {
  await dialog.getByLabel(label).first().click();
  await page.getByRole('option', { name }).click();
}

/** The visit to Alder as the private calendar address shows it. */
const inTheFeed = async (address: string) =>
  readEvents(await (await fetch(address)).text()).find(({ uid }) => uid.includes(visit.id));

it('plans five visits from the queue in one go', async () => {
  await open('/priority-queue', 'Priority queue');
  for (const [name] of ROUND) await page.getByLabel(`Select ${name}`).check();
  await page.getByRole('button', { name: 'Schedule visits…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Schedule visits to 5 schools' });
  await choose(dialog, 'Visitor for all of them', 'Bo Vale');
  for (const [name, day] of ROUND) {
    const one = dialog.getByRole('group', { name, exact: true });
    await one.getByLabel(/^Date/).fill(day);
    await one.getByLabel('Time').fill('14:00');
  }
  await dialog.getByRole('button', { name: 'Schedule the visits' }).click();
  await page.getByText('5 visits scheduled.').waitFor();
  [visit] = (await visitsOf(head, alderId)) as [Visit];
  expect(visit).toMatchObject({ status: 'scheduled', scheduledOn: '2024-11-22' });
}, 90_000);

it('confirms one and moves it in the calendar, of which school and feed hear', async () => {
  await open('/account', 'My account');
  await page.getByRole('button', { name: 'Make an address' }).click();
  const field = page.getByLabel('Address for “subscribe from web”', { exact: true });
  const feed = await field.inputValue();
  expect(await inTheFeed(feed)).toMatchObject({ start: '2024-11-22T14:00:00Z' });

  await open(`/visits/${visit.id}/show`, `Visit to ${ALDER}`);
  await page.getByRole('button', { name: 'Confirm…' }).click();
  await page.getByRole('button', { name: 'The school has agreed' }).click();
  await page.getByText('Visit confirmed.').waitFor();
  await until(() => mailServer.at(LEAD).length === 1);

  await page.goto(`${url}/#/visits/calendar?view=month&date=${TODAY}`);
  const entry = page.locator('td[data-day="2024-11-22"]').getByRole('button', { name: ALDER });
  await entry.dragTo(page.locator(`td[data-day="${TODAY}"]`));
  await page.getByRole('button', { name: 'Move it anyway' }).click();
  await page.getByText(`Visit to ${ALDER} moved to Wed 20 Nov 2024.`).waitFor();

  await until(() => mailServer.at(LEAD).length === 2);
  const told = mailServer.at(LEAD);
  expect(told.map(({ event }) => event)).toMatchObject([
    { method: 'REQUEST', sequence: 0, start: '2024-11-22T14:00:00Z' },
    { method: 'REQUEST', sequence: 1, start: '2024-11-20T14:00:00Z' },
  ]);
  expect(new Set(told.map(({ event }) => event?.uid)).size).toBe(1);
  expect(await inTheFeed(feed)).toMatchObject({
    start: '2024-11-20T14:00:00Z',
    summary: `Visit: ${ALDER} (not confirmed yet)`,
  });
}, 90_000);

it('prints the brief on one sheet', async () => {
  await open(`/visits/${visit.id}/show`, `Visit to ${ALDER}`);
  await page.getByRole('link', { name: 'Brief' }).click();
  await page.getByText('Next visit: Wed 20 Nov 2024 at 14:00, Bo Vale').waitFor();
  await page.getByRole('link', { name: LEAD }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
  expect(await page.getByText('Asha Bell').first().isVisible()).toBe(true);
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
}, 60_000);

it('logs the visit without a signal, with the survey and three actions', async () => {
  await page.setViewportSize(PHONE);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await open('/on-this-device', 'Your visits on this device');
  await page.getByRole('button', { name: 'Fetch them again' }).click();
  await page.getByRole('link', { name: `Log this visit, ${ALDER}` }).waitFor();
  await line.cut();
  await page.reload();
  await page.getByText('There is no signal.').waitFor();
  await page.getByRole('link', { name: `Log this visit, ${ALDER}` }).click();
  await page.getByLabel('Asha Bell, music lead').check();
  await goToStep(page, 'Survey');
  const meets = page.getByRole('group', { name: 'How often does it meet?' });
  expect(await meets.count()).toBe(0);
  await page
    .getByRole('group', { name: /Is there a choir/ })
    .getByLabel('Yes')
    .check();
  await meets.getByLabel('Every week').check();
  await page.getByLabel('Band').check();
  await page.getByLabel('Strings').check();
  await page.getByLabel('What is the budget?').fill('1,250');
  await page.getByLabel('What could the hub do?').fill('Concerts at our school.');
  await goToStep(page, 'What I found');
  await page.getByLabel('What you found').fill('The choir thrives.');
  await goToStep(page, 'Actions');
  for (const title of ACTIONS) {
    await page.getByRole('button', { name: 'Add an action' }).click();
    await page.getByLabel('What is to be done').last().fill(title);
  }
  await goToStep(page, 'Check and send');
  await page.getByText('5 of 5 answered', { exact: true }).waitFor();
  await sendLog(page);
  await page.getByText('Waiting to be sent').waitFor();
  expect(await visitsOf(head, alderId)).toMatchObject([{ status: 'scheduled' }]);
}, 90_000);

it('is back in reach and has it once, on each page where it belongs', async () => {
  expect(await rankOf(alderId)).toBe(1);
  await line.mend();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText(/^Sent \d\d:\d\d$/).waitFor({ timeout: 40_000 });
  await page.setViewportSize(DESK);

  await open(`/schools/${alderId}/show`, ALDER);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('The choir thrives.').waitFor();
  expect(await timeline.getByText('The choir thrives.').count()).toBe(1);
  expect(await timeline.getByRole('link', { name: 'Wed 20 Nov 2024' }).count()).toBe(1);
  await page.getByText('On track').first().waitFor();

  const answers = page
    .getByRole('region', { name: 'Surveys' })
    .getByRole('link', { name: 'Have Your Say, Wed 20 Nov 2024' });
  await answers.waitFor();
  expect(await answers.count()).toBe(1);
  await answers.click();
  for (const answer of ['Every week', 'Band, Strings', '£1,250', 'Concerts at our school.']) {
    await page.getByText(answer, { exact: true }).waitFor();
  }

  await open('/follow-up-actions', 'Actions');
  for (const title of ACTIONS) {
    await page.getByText(title).first().waitFor();
    expect(await page.getByText(title).count()).toBe(1);
  }

  await until(async () => (await rankOf(alderId)) === 8);
  await open('/priority-queue', 'Priority queue');
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: ALDER }) });
  await row.getByText('On track').waitFor();
}, 90_000);

it('is on the tracker exactly once', async () => {
  const of = (filter: object) => encodeURIComponent(JSON.stringify(filter));
  expect(await visitsOf(head, alderId)).toMatchObject([
    {
      ...{ id: visit.id, status: 'completed', visitedOn: TODAY, visitorName: 'Bo Vale' },
      outcome: { metWith: 'Asha Bell (music lead)', summary: 'The choir thrives.' },
    },
  ]);
  const actions = await head.get<FollowUpAction[]>(
    `/follow-up-actions?filter=${of({ schoolId: alderId })}`,
  );
  expect(actions.map(({ title }) => title).sort()).toEqual([...ACTIONS].sort());
  const responses = await head.get<SurveyResponse[]>(
    `/survey-responses?filter=${of({ schoolId: alderId })}`,
  );
  expect(responses.map(({ visitId, answers }) => ({ visitId, answers }))).toEqual([
    {
      visitId: visit.id,
      answers: {
        ...{ choir: true, choir_meets: 'weekly', ensembles: ['band', 'strings'] },
        ...{ budget: 1250, wish: 'Concerts at our school.' },
      },
    },
  ]);
});
