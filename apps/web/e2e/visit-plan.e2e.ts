import type { LeftOutSchool, Visit, VisitPlan, VisitPlanLine } from '@tracker/contract';
import type { Browser, Page } from 'playwright-core';
import {
  axeFindings,
  findingsEverywhere,
  launchBrowser,
  openWindow,
  signIn,
} from './support/browser';
import { importFile, PEOPLE, prepareHub, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';
import { MORE_SCHOOLS } from './support/small-register';

const TODAY = '2024-09-02';

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  await importFile(head, 'schools', MORE_SCHOOLS);
  await head.put('/school-years/2024-25', {
    firstDay: '2024-09-02',
    lastDay: '2025-07-23',
    holidays: [
      { name: 'Autumn half term', from: '2024-10-28', to: '2024-11-01' },
      { name: 'Christmas holiday', from: '2024-12-21', to: '2025-01-05' },
      { name: 'Spring half term', from: '2025-02-17', to: '2025-02-21' },
      { name: 'Easter holiday', from: '2025-04-05', to: '2025-04-21' },
      { name: 'Summer half term', from: '2025-05-26', to: '2025-05-30' },
    ],
  });
  const ranked = () => head.get<unknown[]>('/priority-queue');
  for (let tries = 0; (await ranked()).length < 8 && tries < 100; tries += 1) await pause();
  browser = await launchBrowser();
  ({ page, complaints } = await openWindow(browser));
  await signIn(page, tracker.url, PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
const linesOf = () => head.get<VisitPlanLine[]>('/visit-plan-lines');

/** The line as it is on record. */
async function lineAt(school: string): Promise<VisitPlanLine> {
  const line = (await linesOf()).find(({ schoolName }) => schoolName === school);
  if (!line) throw new Error(`The plan has no line at ${school}.`);
  return line;
}

async function fromMenu(school: string, words: string) {
  await page.getByRole('button', { name: `What to do about ${school}` }).click();
  await page.getByRole('menuitem', { name: words }).click();
}

it('reads what is missing, and has a plan made', async () => {
  await page.getByRole('link', { name: 'Visits', exact: true }).click();
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Plan of 2024-25' }).waitFor();
  const missing = page.getByRole('list', { name: 'What is missing' });
  await missing.getByText(/^The capacity of 2 visitors is not known/).waitFor();
  expect(await missing.getByText('Blocks the plan').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Propose a plan' }).click();
  await page.getByText(/^Made on Mon 2 Sep 2024 by Hilary Marsh/).waitFor({ timeout: 60_000 });
  await page.locator('[data-plan-line]').first().waitFor();
  const lines = await linesOf();
  expect(lines.length).toBeGreaterThan(2);
  expect(await head.get<Visit[]>('/visits')).toEqual([]);
  await page.getByRole('button', { name: /^Whole year/ }).click();
  await page
    .locator('[data-plan-line]')
    .nth(lines.length - 1)
    .waitFor();
  expect(await page.locator('[data-plan-line]').count()).toBe(lines.length);
  expect(await findingsEverywhere(page)).toEqual([]);
}, 120_000);

it('reads a why, locks a visit and moves another', async () => {
  const [first, second] = await linesOf();
  if (!first || !second) throw new Error('The plan has too few lines.');
  await page.getByRole('button', { name: `Why: ${first.schoolName}` }).click();
  const why = page.getByRole('dialog', { name: first.schoolName });
  for (const { sentence } of first.reasons) await why.getByText(sentence).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await fromMenu(first.schoolName, 'Lock');
  await page.getByText('Locked by Hilary Marsh').waitFor();
  expect(await lineAt(first.schoolName)).toMatchObject({ locked: true });
  await fromMenu(second.schoolName, 'Move…');
  const dialog = page.getByRole('dialog', { name: `Move the visit to ${second.schoolName}` });
  await dialog.getByRole('radio').first().check();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Move the visit' }).click();
  await page.getByText(`${second.schoolName} is moved to`).waitFor();
  const moved = await lineAt(second.schoolName);
  expect([moved.date, moved.visitorId]).not.toEqual([second.date, second.visitorId]);
  await page.getByRole('button', { name: 'Undo' }).click();
  const isBack = async () => (await lineAt(second.schoolName)).date === second.date;
  for (let tries = 0; !(await isBack()) && tries < 50; tries += 1) await pause();
  const { date, visitorId } = second;
  expect(await lineAt(second.schoolName)).toMatchObject({ date, visitorId });
}, 90_000);

it('accepts the first half term of one region, which is in the calendar then', async () => {
  const north = (await linesOf()).filter(({ regionName }) => regionName === 'North');
  const halfTerm = Math.min(...north.map((line) => line.halfTerm));
  const meant = north.filter((line) => line.halfTerm === halfTerm);
  await page.getByRole('button', { name: 'Accept…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Accept visits of the plan' });
  await dialog.getByLabel('Half term').selectOption(String(halfTerm));
  await dialog.getByLabel('Region').selectOption({ label: 'North' });
  const become = meant.length === 1 ? '1 visit becomes' : `${meant.length} visits become`;
  await dialog.getByText(`${become} scheduled for`).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByText(/^\d+ visits? scheduled\.$/).waitFor();
  const visits = await head.get<Visit[]>('/visits');
  expect(visits.map(({ schoolName }) => schoolName).sort()).toEqual(
    meant.map(({ schoolName }) => schoolName).sort(),
  );
  expect(visits.every(({ status }) => status === 'scheduled')).toBe(true);
  const [visit] = visits;
  await page.goto(`${tracker.url}/#/visits/calendar?view=month&date=${visit?.scheduledOn}&region=`);
  await page
    .locator(`td[data-day="${visit?.scheduledOn}"]`)
    .getByRole('button', { name: visit?.schoolName })
    .waitFor();
}, 90_000);

it('draws where a visitor starts, and asks what more days without visits would cost', async () => {
  const [first] = await linesOf();
  const { visitorId = '', visitorName = '', schoolId = '' } = first ?? {};
  const capacity = { perDay: 2, perWeek: 2, perHalfTerm: 3, weekdays: [1, 2, 3, 4, 5] };
  await head.put(`/visitors/${visitorId}/capacity`, { ...capacity, startsFrom: { schoolId } });
  await page.goto(`${tracker.url}/#/visits/plan?tab=map&part=all`);
  await page.reload();
  await page.getByText('A ring is where a visitor starts from.').waitFor();
  await page
    .locator('svg title', { hasText: `${visitorName} starts here` })
    .waitFor({ state: 'attached' });
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'What if…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What if…' });
  await dialog.getByLabel('More days without visits').check();
  await dialog.getByLabel('Name of the days').fill('county festival');
  await dialog.getByLabel('First day').fill('9/9/2024');
  await dialog.getByLabel('Last day').fill('25/10/2024');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Try it out' }).click();
  await page
    .getByText('no visits from Mon 9 Sep 2024 to Fri 25 Oct 2024: county festival')
    .waitFor({ timeout: 60_000 });
}, 120_000);

it('says why schools are left out, and complains of nothing', async () => {
  await page.goto(`${tracker.url}/#/visits/plan?tab=left-out`);
  await page.getByRole('link', { name: /^Left out \d+/ }).waitFor();
  const [plan] = await head.get<VisitPlan[]>('/visit-plans');
  const left = await head.get<LeftOutSchool[]>(`/visit-plans/${plan?.id}/left-out`);
  await page.getByRole('link', { name: `Left out ${left.length}`, exact: true }).waitFor();
  for (const { schoolName, sentence } of left) {
    const row = page.getByRole('listitem').filter({ hasText: schoolName });
    await row.getByText(sentence).waitFor();
  }
  expect(await axeFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 60_000);
