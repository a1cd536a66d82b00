import type { Browser, Page } from 'playwright-core';
import type { Contact, PlanDocument, PlanDocumentReading, SchoolBrief } from '@tracker/contract';
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

/** While somebody else goes through the document, and takes no scheme to be stated. */
async function headConfirms(school: string): Promise<void> {
  const { id, version, fields } = await documentOf(school);
  const facts = fields
    .filter(({ value }) => value !== null)
    .map(({ field: of }) => ({ field: of, outcome: of === 'schemes' ? 'not_stated' : 'right' }));
  await head.post(`/plan-documents/${id}/confirm`, { version, academicYears: ['2024-25'], facts });
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
  await form.getByRole('textbox', { name: 'Minutes a week' }).fill('50');
  await page.keyboard.press('Control+Enter');
  await minutes.getByText('Key stage 2: 50 minutes a week').waitFor();
  const bar = page.getByRole('region', { name: 'Confirm the plan' });
  for (let left = 25; left > 0 && (await bar.getByText(/still to decide/).count()) > 0; left -= 1) {
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-field'));
    await page.keyboard.press('Enter');
  }
  page.once('dialog', (question) => void question.accept());
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
  const brief = await head.get<SchoolBrief>(`/schools/${id}/brief`);
  expect(brief.planStanding.sentence).toBe('A plan for 2024-25 is known.');
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

it('leads to a document that is captured already', async () => {
  const { id } = await schoolCalled(head, ALDER);
  await page.goto(`${tracker.url}/#/plan-documents/create?schoolId=${id}`);
  const pdf = planAsPage({ school: 'Birch Academy', lead: 'Ash Rook' });
  await capture(ALDER, sent('page.html', 'text/html', pdf));
  await page.goto(`${tracker.url}/#/plan-documents/create?schoolId=${id}`);
  await page.getByTestId('import-file').setInputFiles(sent('again.html', 'text/html', pdf));
  await page.getByRole('button', { name: 'Read the plan' }).click();
  await page.getByText('This document is captured already.').waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
}, 60_000);

it('takes a page for two schools once it is said so, runs nothing of it, and asks why it is rejected', async () => {
  const { id } = await schoolCalled(head, 'Birch Academy');
  const html = planAsPage({ school: 'Birch Academy', lead: 'Ash Rook' });
  await page.reload();
  await page.goto(`${tracker.url}/#/plan-documents/create?schoolId=${id}`);
  await page.getByTestId('import-file').setInputFiles(sent('page.html', 'text/html', html));
  await page.getByRole('button', { name: 'Read the plan' }).click();
  await page.getByText(`This document is on record for ${ALDER} too.`).waitFor();
  await page.getByRole('button', { name: 'Yes, it is for both' }).click();
  await heading('Plan of Birch Academy').waitFor();
  await page.getByText('The same document is on record for').waitFor();
  expect(await page.title()).toBe('Plan of Birch Academy · School Engagement Tracker');
  await page.getByRole('button', { name: 'Reject…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reject this document?' });
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await dialog.getByText('Say why.').first().waitFor();
  await dialog.getByLabel('It is another school’s').check();
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await page
    .getByText(/^Rejected Wed 20 Nov 2024 by Nia Reed: it is another school’s\.$/)
    .waitFor();
}, 60_000);

it('goes field by field on a phone, and shows what somebody quicker confirmed beside it', async () => {
  const phone = await openWindow(browser, PHONE);
  await signIn(phone.page, tracker.url, PEOPLE.both);
  const { id } = await schoolCalled(head, 'Cedar School');
  await phone.page.goto(`${tracker.url}/#/plan-documents/create?schoolId=${id}`);
  const word = await planAsWord({ school: 'Cedar School', lead: 'Kit Lane' });
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await capture('Cedar School', sent('plan.docx', type, word), phone.page);
  await phone.page.getByText(/^Field 1 of \d+$/).waitFor();
  const words = phone.page.getByRole('region', { name: 'Its words in the document' });
  expect(await words.locator('mark').allInnerTexts()).toEqual(['2024-25']);
  expect(await findingsInBothThemes(phone.page)).toEqual([]);
  await phone.page.getByRole('button', { name: /^Confirm \d+ sure values$/ }).click();
  const right = phone.page.getByRole('button', { name: /^Right: / });
  const left = phone.page.getByText(/still to decide/);
  for (let most = 25; most > 0 && (await left.count()) > 0; most -= 1) await right.click();
  await headConfirms('Cedar School');
  await phone.page.getByRole('button', { name: 'Confirm the plan' }).click();
  const quicker = phone.page.getByRole('dialog', { name: 'Hilary Marsh was quicker' });
  await quicker.getByText('Charanga').waitFor();
  await quicker.getByRole('button', { name: 'Confirm with mine' }).click();
  await phone.page.getByText('Plan confirmed.').waitFor();
  const { status, decidedByName } = await documentOf('Cedar School');
  expect([status, decidedByName]).toEqual(['confirmed', 'Bo Vale']);
  await phone.context.close();
}, 120_000);

it('lists what is still to be confirmed, and opens it', async () => {
  await page.goto(`${tracker.url}/#/plan-documents`);
  await heading('Documents of plans').waitFor();
  await page.getByRole('link', { name: ALDER, exact: true }).waitFor();
  await page.getByRole('link', { name: 'To confirm (1)' }).waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);
  await page.getByRole('link', { name: ALDER, exact: true }).click();
  await page.getByRole('button', { name: 'Confirm the plan' }).waitFor();
  expect(complaints.filter((line) => !/4(09|22)/.test(line))).toEqual([]);
}, 60_000);
