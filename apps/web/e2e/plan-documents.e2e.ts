import type { Browser, Page } from 'playwright-core';
import type { Brief, Contact, PlanDocument, PlanDocumentReading } from '@tracker/contract';
import { findingsInBothThemes, launchBrowser, openWindow, PHONE, signIn } from './support/browser';
import { planAsPage, planAsPdf, planAsWord } from './support/plan-samples';
import { type Client, PEOPLE, prepareHub, schoolCalled } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';
const ALDER = 'Alder Primary School';

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  browser = await launchBrowser();
  ({ page, complaints } = await openWindow(browser));
  await signIn(page, tracker.url, PEOPLE.north);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const sent = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
const field = (name: string, on = page) =>
  on.getByRole('group', { name: new RegExp(`^${name}: `) });
const heading = (name: string, on = page) =>
  on.getByRole('heading', { level: 1, name, exact: true });

async function documentOf(school: string): Promise<PlanDocumentReading> {
  const { id: schoolId } = await schoolCalled(head, school);
  const filter = encodeURIComponent(JSON.stringify({ schoolId }));
  const [found] = await head.get<PlanDocument[]>(`/plan-documents?filter=${filter}`);
  return head.get(`/plan-documents/${found?.id}`);
}

/** Sends a file on the page that captures, and waits until it is read. */
async function capture(school: string, file: ReturnType<typeof sent>, on = page): Promise<void> {
  await heading(`Capture the plan of ${school}`, on).waitFor();
  await on.getByTestId('import-file').setInputFiles(file);
  await on.getByRole('button', { name: 'Read the plan' }).click();
  await heading(`Plan of ${school}`, on).waitFor();
  await on.getByRole('button', { name: 'Confirm the plan' }).waitFor();
}

it('captures a PDF from the round, and shows text and fields side by side', async () => {
  await page.goto(`${tracker.url}/#/plan-round`);
  await page.getByRole('link', { name: `Capture the plan: ${ALDER}` }).click();
  await page.getByRole('button', { name: 'Read the plan' }).click();
  await page.getByText('Choose a file, or paste the text of the plan.').waitFor();
  const pdf = await planAsPdf({ school: ALDER, lead: 'Robin Vale' });
  await capture(ALDER, sent('plan.pdf', 'application/pdf', pdf));
  const text = page.getByRole('region', { name: 'Text of the document' });
  await text.getByRole('heading', { name: `Music development plan summary: ${ALDER}` }).waitFor();
  await field('Music lead').focus();
  expect(await text.locator('mark').allInnerTexts()).toContain('Robin Vale');
  expect(await findingsInBothThemes(page)).toEqual([]);
}, 120_000);

it('confirms it by the keyboard: the sure ones with one press, one changed, the rest right', async () => {
  const sure = page.getByRole('button', { name: /^Confirm \d+ sure values?$/ });
  await sure.focus();
  await page.keyboard.press('Enter');
  await sure.waitFor({ state: 'detached' });
  const minutes = field('Minutes a week');
  await minutes.focus();
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'Change: Minutes a week' });
  await form.getByLabel('Minutes a week').fill('50');
  await page.keyboard.press('Control+Enter');
  await minutes.getByText('Key stage 2: 50 minutes a week').waitFor();
  const bar = page.getByRole('region', { name: 'Confirm the plan' });
  for (let left = 25; left > 0 && (await bar.getByText(/still to decide/).count()) > 0; left -= 1) {
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-field'));
    await page.keyboard.press('Enter');
  }
  await page.reload();
  await bar.getByText('Nothing counts before you confirm.').waitFor();
  await bar.getByRole('button', { name: 'Confirm the plan' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Plan confirmed.').waitFor();
  await page.getByRole('heading', { name: 'As confirmed' }).waitFor();
  const { status, academicYears, fields } = await documentOf(ALDER);
  expect([status, academicYears]).toEqual(['confirmed', ['2024-25']]);
  const changed = fields.find((one) => one.field === 'minutesPerWeek');
  expect([changed?.value, changed?.outcome, changed?.confirmed]).toEqual([
    [{ stage: 'ks2', minutes: 45, qualifier: 'exact' }],
    'changed',
    [{ stage: 'ks2', minutes: 50, qualifier: 'exact' }],
  ]);
  expect(await findingsInBothThemes(page)).toEqual([]);
}, 120_000);

it('offers the music lead as a contact, and adds them with a press', async () => {
  await page.getByText('Robin Vale is named as music lead. Add as a contact?').waitFor();
  await page.getByRole('button', { name: 'Add Robin Vale' }).click();
  await page.getByText('Robin Vale is a contact of the school.').waitFor();
  const { id: schoolId } = await schoolCalled(head, ALDER);
  const filter = encodeURIComponent(JSON.stringify({ schoolId }));
  const contacts = await head.get<Contact[]>(`/contacts?filter=${filter}`);
  expect(contacts.map(({ name, role }) => [name, role])).toEqual([['Robin Vale', 'music_lead']]);
}, 60_000);

it('says so at once on the school’s page, in the brief and in the round', async () => {
  const { id } = await schoolCalled(head, ALDER);
  const brief = await head.get<Brief>(`/schools/${id}/brief`);
  expect(JSON.stringify(brief)).toContain('A plan for 2024-25 is known.');
  await page.goto(`${tracker.url}/#/schools/${id}/show`);
  const section = page.getByRole('region', { name: 'Development' });
  await section.getByText('A plan for 2024-25 is known.').waitFor();
  const documents = section.getByRole('list', { name: 'Documents of plans' });
  expect(await documents.getByRole('listitem').first().innerText()).toMatch(
    /plan\.pdf\s+Confirmed/,
  );
  await page.goto(`${tracker.url}/#/plan-round`);
  await page.getByRole('list', { name: 'The plan round' }).waitFor();
  await page.getByRole('link', { name: ALDER, exact: true }).waitFor({ state: 'detached' });
}, 60_000);

it('leads to a document that is captured already, and asks whether one is for two schools', async () => {
  const { id } = await schoolCalled(head, ALDER);
  const pdf = await planAsPdf({ school: ALDER, lead: 'Robin Vale' });
  const html = planAsPage({ school: 'Birch Academy', lead: 'Ash Rook' });
  await page.goto(`${tracker.url}/#/plan-documents/create?schoolId=${id}`);
  const text = page.getByLabel('Paste its text');
  await text.fill('Music development plan\nAcademic year: 2024-25');
  await page.getByRole('button', { name: 'Read the plan' }).click();
  await page.getByRole('button', { name: 'Confirm the plan' }).waitFor();
  await page.goto(`${tracker.url}/#/plan-documents/create?schoolId=${id}`);
  await text.fill('Music development plan\nAcademic year: 2024-25');
  await page.getByRole('button', { name: 'Read the plan' }).click();
  await page.getByText('This document is captured already.').waitFor();
  await page.getByRole('link', { name: 'Open it' }).click();
  await page
    .getByRole('button', { name: 'Leave', exact: true })
    .or(heading(`Plan of ${ALDER}`))
    .first()
    .waitFor();
  expect(pdf.length + html.length).toBeGreaterThan(0);
}, 60_000);
