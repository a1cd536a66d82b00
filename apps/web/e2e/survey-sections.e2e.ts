import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { School, SurveyLinkMade, SurveyResponse, Visit } from '@tracker/contract';
import { HAVE_YOUR_SAY } from '@tracker/domain';
import {
  axeFindings,
  findingsEverywhere,
  launchBrowser,
  openWindow,
  PHONE,
  signIn,
} from './support/browser';
import { goToStep, sendLog } from './support/log-form';
import { PEOPLE, prepareHub, schoolCalled, type Client } from './support/prepared-hub';
import { publishSurvey } from './support/published-survey';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';
const HUB = 'Westshire Music Hub';

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let school: School;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  school = await schoolCalled(head, 'Alder Primary School');
  await publishSurvey(head, 'Have Your Say', HAVE_YOUR_SAY.questions);
  await head.put('/mail-settings', {
    ...{ hubName: HUB, visitMinutes: 60, contactEmail: 'office@westshire.example' },
    privacyUrl: 'https://westshire.example/privacy',
  });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const group = (page: Page, name: RegExp) => page.getByRole('group', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();
const hasFocus = (page: Page, name: string) =>
  heading(page, name).evaluate((element) => element === document.activeElement);
const topsOf = (page: Page, name: RegExp) =>
  group(page, name)
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => Math.round(radio.getBoundingClientRect().top)));
async function jump(page: Page, section: RegExp) {
  const sections = page.getByRole('navigation', { name: 'Sections of the survey' });
  await sections.getByRole('button', { name: /^All \d+ sections/ }).click();
  await sections.getByRole('button', { name: section }).click();
}

it('asks a school section by section on a phone, and lists what has no answer before it is sent', async () => {
  const { path } = await head.post<SurveyLinkMade>('/survey-links', { schoolId: school.id });
  const { page, context, complaints } = await openWindow(browser, PHONE);
  await page.goto(`${tracker.url}${path}`);
  await page.getByText(HUB, { exact: true }).waitFor();
  await page.getByRole('link', { name: 'office@westshire.example' }).waitFor();
  expect(await page.getByRole('link', { name: /^Privacy notice/ }).getAttribute('href')).toBe(
    'https://westshire.example/privacy',
  );
  await page.getByText('Section 1 of 8 · 0 of 1 answered').waitFor();
  await group(page, /Who leads music/)
    .getByLabel('A music specialist on the staff')
    .check();
  await page.getByText('Section 1 of 8 · 1 of 3 answered').waitFor();
  await next(page);
  await heading(page, 'Music in the curriculum').waitFor();
  expect(await hasFocus(page, 'Music in the curriculum')).toBe(true);
  expect(new Set(await topsOf(page, /How confident are your teachers/)).size).toBe(1);
  await page.getByRole('radio', { name: '4', exact: true }).check();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByText('Section 1 of 8 · 1 of 3 answered').waitFor();
  // The browser's own button goes one back as well, and a jump keeps what was answered.
  await page.goBack();
  await heading(page, 'Music in the curriculum').waitFor();
  expect(await page.getByRole('radio', { name: '4', exact: true }).isChecked()).toBe(true);
  await jump(page, /Money and planning/);
  await heading(page, 'Money and planning').waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  await page.getByText(/^Saved at/).waitFor();
  await page.reload();
  await heading(page, 'Money and planning').waitFor();
  await jump(page, /What you need/);
  await page.getByRole('button', { name: 'Check your answers' }).click();
  await heading(page, 'Check and send').waitFor();
  await page.getByText(/^2 of \d\d answered\.$/).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: 'Send the answers' }).click();
  await page.getByText('2 answers are missing or not right yet:').waitFor();
  await page
    .getByRole('button', {
      name: 'Please answer “Does your school have a Music Development Plan?”.',
    })
    .click();
  const plan = group(page, /Does your school have a Music Development Plan/);
  await plan.getByRole('radio', { name: 'No', exact: true }).check();
  await jump(page, /Whole-class/);
  await group(page, /Do whole classes/)
    .getByLabel('No')
    .check();
  await jump(page, /What you need/);
  await page.getByRole('button', { name: 'Check your answers' }).click();
  await page.getByLabel('Your name and role').fill('Jo Marsh, music lead');
  await page.getByRole('button', { name: 'Send the answers' }).click();
  const sending = page.getByRole('dialog', { name: /^Send it with 4 of \d\d answered\?$/ });
  await sending.getByRole('button', { name: 'Send', exact: true }).click();
  await heading(page, 'Thank you').waitFor();
  expect(await hasFocus(page, 'Thank you')).toBe(true);

  // The copy: on the screen, on paper and as a file; the link itself shows the answers to nobody.
  await page.getByText('A music specialist on the staff').waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as text' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('Alder Primary School\r\nSent to Westshire Music Hub on ');
  expect(text).toContain('Who leads music at your school?\r\n  A music specialist on the staff');
  await page.emulateMedia({ media: 'print' });
  expect(await heading(page, 'Thank you').isVisible()).toBe(false);
  expect(await page.getByText('A music specialist on the staff').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.reload();
  await page.getByText('this link does not show your answers again').waitFor();
  expect(await page.getByText('A music specialist on the staff').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

it('takes a visitor through the sections, and says at the check that it is incomplete', async () => {
  const visit = await head.post<Visit>('/visits', { schoolId: school.id, scheduledOn: TODAY });
  const { page, context } = await openWindow(browser, PHONE);
  await signIn(page, tracker.url, PEOPLE.head);
  await page.goto(`${tracker.url}/#/visits/${visit.id}/log`);
  await goToStep(page, 'Survey');
  // What is written for the school is not the visitor's to read.
  expect(await page.getByText('your visitor goes through it').count()).toBe(0);
  await page.getByText(/^Section 1 of 8 · 1 of 3 answered$/).waitFor();
  await next(page);
  await heading(page, 'Music in the curriculum').waitFor();
  expect(await hasFocus(page, 'Music in the curriculum')).toBe(true);
  await page.getByLabel('Minutes of music in key stage 1').fill('thirty');
  await next(page);
  await page.getByText(/is answered with a number/).waitFor();
  await page.getByLabel('Minutes of music in key stage 1').fill('30');
  await next(page);
  await heading(page, 'Whole-class instrumental learning').waitFor();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  expect(await page.getByLabel('Minutes of music in key stage 1').inputValue()).toBe('30');
  await jump(page, /What you need/);
  expect(await axeFindings(page)).toEqual([]);
  await next(page);
  await page.getByRole('heading', { name: /What I found$/ }).waitFor();
  await page.getByLabel('What you found').fill('The choir thrives.');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await heading(page, 'What you need').waitFor();
  await goToStep(page, 'Check and send');
  await page.getByText(/^5 of \d\d answered$/).waitFor();
  const unanswered = page.getByRole('list', {
    name: 'Not answered: Singing, ensembles and performances',
  });
  await unanswered.getByRole('button', { name: 'Is there a choir or vocal group?' }).click();
  const choir = group(page, /Is there a choir or vocal group/);
  await choir.waitFor();
  expect(
    await choir
      .getByRole('radio')
      .first()
      .evaluate((r) => r === document.activeElement),
  ).toBe(true);
  await choir.getByLabel('No').check();
  await goToStep(page, 'Check and send');
  await page.getByText(/^6 of \d\d answered$/).waitFor();
  await page.getByText('Once sent, the survey counts as completed').waitFor();
  await page.getByLabel(/^Unfinished/).check();
  await page.getByText(/^6 of \d\d answered, not completed$/).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: 'Log the visit', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByText(/does not count as completed/)
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
  await sendLog(page);
  await heading(page, 'Alder Primary School').waitFor();
  const mine = await head.get<SurveyResponse[]>(
    `/survey-responses?filter=${encodeURIComponent(JSON.stringify({ visitId: visit.id }))}`,
  );
  expect(mine).toMatchObject([{ submittedAt: null, answers: { minutes_ks1: 30, choir: false } }]);
  await context.close();
}, 120_000);
