import type { Browser, Page } from 'playwright-core';
import type { OutcomeTag, Progress, School } from '@tracker/contract';
import {
  axeFindings,
  findingsEverywhere,
  launchBrowser,
  openWindow,
  signIn,
  type Window,
} from './support/browser';
import {
  type Client,
  importFile,
  PEOPLE,
  prepareHub,
  signedInClient,
} from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';
import { SCHOOLS_BY_MEALS } from './support/small-register';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let window: Window;
let page: Page;

/** Twelve schools of the north are visited, one of the south; two of them in the last week. */
async function visitSome(): Promise<void> {
  const filter = encodeURIComponent(JSON.stringify({ q: 'School', inScope: true }));
  const schools = await head.get<School[]>(`/schools?filter=${filter}&range=[0,99]`);
  const called = (words: string) => schools.filter(({ name }) => name.startsWith(words));
  const need = await head.post<OutcomeTag>('/outcome-tags', { kind: 'need', label: 'A choir' });
  const visited = [...called('Northmere School').slice(0, 12), ...called('Southmere').slice(0, 1)];
  for (const [at, { id: schoolId }] of visited.entries()) {
    const visitedOn = at < 11 ? '2024-10-07' : '2024-11-18';
    const outcome = { visitedOn, summary: 'Singing everywhere.', needTagIds: [need.id] };
    await head.post('/visits', { schoolId, outcome });
  }
  await head.post('/visits', { schoolId: called('Southmere')[1]?.id, scheduledOn: '2024-12-03' });
  const cancelled = await head.post<{ id: string }>('/visits', {
    schoolId: called('Southmere')[2]?.id,
    scheduledOn: '2024-11-20',
  });
  const reason = 'Inspectors came';
  await head.post(`/visits/${cancelled.id}/cancel`, { by: 'school', reason });
}

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  await importFile(head, 'schools', SCHOOLS_BY_MEALS);
  await visitSome();
  browser = await launchBrowser();
  window = await openWindow(browser);
  page = window.page;
  await signIn(page, tracker.url, PEOPLE.manager);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const section = (name: string | RegExp) => page.getByRole('region', { name });

const progress = () => head.get<Progress>('/progress');

/** Follows a number to its list, and reads how many records that has. */
async function listBehind(link: ReturnType<Page['getByRole']>, heading: string): Promise<string> {
  const from = page.url();
  await link.click().catch(async (error: unknown) => {
    const shown = await page.getByRole('heading', { level: 1 }).allInnerTexts();
    throw new Error(`${String(error)} At ${page.url()}, which shows ${shown.join(', ')}.`);
  });
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  const shown = page.locator('.MuiTablePagination-displayedRows');
  await shown.waitFor();
  const total = /of (\d+)$/.exec((await shown.innerText()).trim())?.[1] ?? 'no total';
  await page.goto(from);
  return total;
}

it('answers what a manager asks from the first page, without a press', async () => {
  const { target, expectedByToday, cycle } = await progress();
  const track = section('Are we on track?');
  const behind = Math.round(expectedByToday - 13);
  await track
    .getByText(`13 of ${target} visits in 2024-25, ${behind} visits behind the expected pace.`)
    .waitFor();
  await track.getByText(/At this pace 180 visits are reached on \w+ \d+ \w+ 20\d\d/).waitFor();
  await track.getByText(`In this cycle ${cycle.slackInWords}.`).waitFor();
  await section('Which region is behind?')
    .getByText(/South is furthest behind, by \d+/)
    .waitFor();
  await section('Free school meals: who is visited less?')
    .getByText(
      'Schools with 40% or more pupils eligible for free school meals are visited less: 7% covered in this cycle against 71% of the rest.',
    )
    .waitFor();
  await section('What do schools need most?').getByText('A choir: 13 schools').waitFor();
  const week = section('Since Wed 13 Nov 2024');
  await week.getByRole('link', { name: '2 visits completed' }).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
}, 90_000);

it('opens from each number the list of the very records', async () => {
  const visits = section('Are we on track?').getByRole('link', { name: /^13 of 180/ });
  expect(await listBehind(visits, 'Visits')).toBe('13');
  const week = page.getByRole('link', { name: '2 visits completed' });
  expect(await listBehind(week, 'Visits')).toBe('2');
  const { lists } = await progress();
  await page.goto(`${tracker.url}/#/progress`);
  for (const [key, words] of [
    ['neither', 'schools: neither covered nor booked'],
    ['booked', 'schools: not covered yet, visit booked'],
  ] as const) {
    const number = page.getByRole('link', { name: `${lists[key].count} ${words}`, exact: true });
    expect(await listBehind(number, 'Schools')).toBe(String(lists[key].count));
  }
  await page.getByRole('link', { name: '1 visits: Inspectors came' }).click();
  await page.getByRole('heading', { level: 1, name: 'Visits', exact: true }).waitFor();
  // What the list is narrowed by and has no input for is said, and can be taken away.
  const chip = page.getByRole('button', { name: 'Reason: inspectors came: take this filter away' });
  await chip.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await chip.click();
  await chip.waitFor({ state: 'detached' });
}, 90_000);

it('shows the progress page in every size and theme, with the keyboard, and keeps it in the address', async () => {
  await page.goto(`${tracker.url}/#/progress`);
  await page.getByRole('heading', { name: /^Schools with|is furthest behind/ }).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Region' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Schools with 40% or more/ }).waitFor();
  expect(page.url()).toContain('by=meals');
  const table = page.getByRole('region', { name: 'Figures by free school meals' });
  await table.getByRole('link', { name: '1 schools covered in the cycle, 40% and over' }).waitFor();
  await page.getByRole('combobox', { name: 'Academic year' }).click();
  await page.getByRole('option', { name: '2025-26' }).click();
  await page.getByText(/^0 of 180 visits in 2025-26: the year has not begun/).waitFor();
  const day = page.getByLabel(/^As of/);
  await day.fill('1/11/24');
  await day.press('Enter');
  await page.getByText('2025-26, the whole hub, as of Fri 1 Nov 2024').waitFor();
  await page.reload();
  await page.getByText('2025-26, the whole hub, as of Fri 1 Nov 2024').waitFor();
  expect(await axeFindings(page)).toEqual([]);
}, 120_000);

it('lets the head change the target, and tells the second of two who do', async () => {
  const office = await openWindow(browser);
  await signIn(office.page, tracker.url, PEOPLE.head);
  await office.page.goto(`${tracker.url}/#/settings/targets`);
  const visits = office.page.getByLabel('Visits', { exact: true });
  await visits.fill('190');
  await office.page.getByRole('button', { name: 'Set by hand: South' }).click();
  await office.page.getByLabel('Visits, South').fill('200');
  await office.page.getByText(/Regions together: 200 of 190 visits, 10 over/).waitFor();
  expect(await axeFindings(office.page)).toEqual([]);
  await head.put('/targets/2024-25', { version: 0, visits: 170, surveys: 150, regions: [] });
  await office.page.getByRole('button', { name: 'Save the target' }).click();
  const question = office.page.getByRole('dialog');
  await question.getByText('170').first().waitFor();
  await question.getByRole('radio', { name: /190/ }).check();
  await question.getByRole('button', { name: /^Save/ }).click();
  await office.page.getByText('Target of 2024-25 saved.').waitFor();
  const history = office.page.getByRole('region', { name: 'Changes to the target of 2024-25' });
  await history.getByText(/190 visits and 150 surveys; by hand: South 200 visits/).waitFor();
  await office.page.getByRole('button', { name: 'Use proportional share: South' }).click();
  await office.page.getByText(/Regions together: 190 of 190 visits; 150 of 150 surveys/).waitFor();
  await office.page.getByRole('button', { name: 'Save the target' }).click();
  await history.getByText('190 visits and 150 surveys, every region in proportion').waitFor();
  expect(await findingsEverywhere(office.page)).toEqual([]);
  await office.context.close();
  const manager = await signedInClient(tracker.url, PEOPLE.manager);
  await expect(
    manager.put('/targets/2024-25', { version: 2, visits: 1, surveys: 1, regions: [] }),
  ).rejects.toThrow('403');
  await page.goto(`${tracker.url}/#/`);
  await page.reload();
  await page.getByText(/^13 of 190 visits in 2024-25,/).waitFor();
}, 120_000);

it('made the browser complain of nothing', () => {
  expect(window.complaints).toEqual([]);
});
