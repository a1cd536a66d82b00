import type { DayOffer, SchoolAvailabilityOnRecord, Visit, VisitPlanLine } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { MailServer } from '@tracker/testing/mail-server';
import type { Browser, Page } from 'playwright-core';
import {
  axeFindings,
  DESK,
  findingsEverywhere,
  launchBrowser,
  openWindow,
  PHONE,
  signIn,
} from './support/browser';
import {
  importFile,
  PEOPLE,
  prepareHub,
  schoolCalled,
  visitsOf,
  type Client,
} from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';
import { MORE_SCHOOLS } from './support/small-register';

const TODAY = '2024-09-02';

let tracker: RunningTracker;
let mails: MailServer;
let browser: Browser;
let head: Client;
let page: Page;
let complaints: string[];
let lines: VisitPlanLine[];

jest.setTimeout(90_000);

const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
async function until<T>(ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    await pause();
  }
  throw new Error('It did not come.');
}
const addressOf = ({ schoolName }: Pick<VisitPlanLine, 'schoolName'>) =>
  `${schoolName.toLowerCase().replace(/[^a-z]+/g, '-')}@school.example`;

beforeAll(async () => {
  mails = new MailServer();
  await mails.start();
  const sender = { SMTP_URL: mails.url, MAIL_FROM: 'music@hub.example' };
  tracker = await runTracker(TODAY, sender);
  head = await prepareHub(tracker);
  await importFile(head, 'schools', MORE_SCHOOLS);
  await head.put('/school-years/2024-25', {
    ...{ firstDay: '2024-09-02', lastDay: '2025-07-23' },
    holidays: [
      { name: 'Autumn half term', from: '2024-10-28', to: '2024-11-01' },
      { name: 'Christmas holiday', from: '2024-12-21', to: '2025-01-05' },
      { name: 'Spring half term', from: '2025-02-17', to: '2025-02-21' },
      { name: 'Easter holiday', from: '2025-04-05', to: '2025-04-21' },
      { name: 'Summer half term', from: '2025-05-26', to: '2025-05-30' },
    ],
  });
  const ranked = () => head.get<unknown[]>('/priority-queue');
  await until(async () => (await ranked()).length >= 8 || undefined);
  const plan = await head.post<{ id: string }>('/visit-plans', { academicYear: '2024-25' });
  await until(async () => {
    const { status } = await head.get<{ status: string }>(`/visit-plans/${plan.id}`);
    return status === 'ready' || undefined;
  });
  const all = await head.get<VisitPlanLine[]>('/visit-plan-lines');
  lines = all.filter(({ halfTerm }) => halfTerm === all[0]!.halfTerm);
  expect(lines.length).toBeGreaterThan(2);
  // One school of the half term has nobody to write to.
  for (const line of lines.slice(0, -1)) {
    const lead = { schoolId: line.schoolId, name: 'Asha Bell', role: 'music_lead' };
    await head.post('/contacts', { ...lead, email: addressOf(line) });
  }
  browser = await launchBrowser();
  ({ page, complaints } = await openWindow(browser, DESK));
  await signIn(page, tracker.url, PEOPLE.head);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
  await mails?.stop();
}, 60_000);

/** The link in the last mail to a school. */
const linkOf = (line: VisitPlanLine, about: string): Promise<string> =>
  until(() => {
    const text = mails.at(addressOf(line)).at(-1)?.parsed.text ?? '';
    return new RegExp(`https?://\\S+#/${about}\\?token=\\S+`).exec(text)?.[0];
  });

it('offers days for a half term from the plan, and skips nobody unsaid', async () => {
  await page.goto(`${tracker.url}/#/visits/plan`);
  await page.locator('[data-plan-line]').first().waitFor();
  await page.getByRole('button', { name: 'Offer days…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Offer days to/ });
  const silent = lines.at(-1)!;
  await dialog.getByText(silent.schoolName, { exact: true }).waitFor();
  await dialog.getByText('Nobody at the school has an email address.').waitFor();
  await dialog.getByText(`To Asha Bell, ${addressOf(lines[0]!)}`).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await page
    .getByText(/^Days offered until/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^Remind / }).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  const offers = await head.get<DayOffer[]>('/day-offers');
  expect(offers.map(({ state }) => state)).toEqual(lines.slice(0, -1).map(() => 'sent'));
});

it('a school takes one by its link on a phone, and the calendar has it', async () => {
  const [line] = lines;
  const phone = await openWindow(browser, PHONE, 'dark');
  await phone.page.goto(await linkOf(line!, 'offered-days'));
  await phone.page.getByRole('heading', { level: 1, name: 'Which day suits you?' }).waitFor();
  await phone.page.getByText(line!.schoolName).waitFor();
  // Looking is no answer.
  const { id } = await schoolCalled(head, line!.schoolName);
  expect(await visitsOf(head, id)).toEqual([]);
  await phone.page.getByRole('button', { name: 'Take this day' }).click();
  await phone.page.getByText('Choose a day, or one of the other answers.').waitFor();
  expect(await axeFindings(phone.page)).toEqual([]);
  await phone.page.getByRole('radio').first().check();
  await phone.page.getByRole('button', { name: 'Take this day' }).click();
  await phone.page.getByText(/^Thank you\. .* will visit you on/).waitFor();
  expect(await axeFindings(phone.page)).toEqual([]);
  await phone.context.close();
  const [visit] = await until(async () => {
    const visits: Visit[] = await visitsOf(head, id);
    return visits.length > 0 ? visits : undefined;
  });
  expect(visit).toMatchObject({ status: 'confirmed' });
  const invitation = await until(() =>
    mails.at(addressOf(line!)).find(({ event }) => event?.method === 'REQUEST'),
  );
  expect(invitation.event!.start.slice(0, 10)).toBe(visit!.scheduledOn);
  const month = visit!.scheduledOn!.slice(0, 7);
  await page.goto(`${tracker.url}/#/visits/calendar?view=month&date=${month}-01`);
  await page.getByRole('button', { name: new RegExp(`${line!.schoolName}.*Confirmed`) }).waitFor();
});

it('another says when it never can, which is seen, kept and marks its line', async () => {
  const line = lines[1]!;
  const desk = await openWindow(browser, DESK);
  await desk.page.goto(await linkOf(line, 'offered-days'));
  await desk.page.getByRole('radio', { name: 'None of these suits us' }).check();
  await desk.page.getByLabel('Why (optional)').fill('Building work');
  await desk.page.getByRole('checkbox', { name: 'Friday' }).check();
  await desk.page.getByLabel('Not before').fill('5 January 2025');
  await desk.page.getByLabel('Cannot from').fill('28 February 2025');
  await desk.page.getByLabel('Cannot until').fill('1 February 2025');
  await desk.page.getByRole('button', { name: 'Send our answer' }).click();
  await desk.page.getByText('The last day must not be before the first.').first().waitFor();
  expect(await axeFindings(desk.page)).toEqual([]);
  await desk.page.getByLabel('Cannot from').fill('1 February 2025');
  await desk.page.getByLabel('Cannot until').fill('28 February 2025');
  await desk.page.getByRole('button', { name: 'Send our answer' }).click();
  await desk.page.getByText('Thank you. The music hub knows that none of these days').waitFor();
  await desk.context.close();
  const known = await head.get<SchoolAvailabilityOnRecord>(
    `/schools/${line.schoolId}/availability`,
  );
  expect(known).toMatchObject({ neverWeekdays: [5], saidByLink: true, saidByName: 'Asha Bell' });
  const now = (await head.get<VisitPlanLine[]>('/visit-plan-lines')).find(
    ({ id }) => id === line.id,
  );
  expect(now).toMatchObject({ status: 'stale' });
  await page.goto(`${tracker.url}/#/schools/${line.schoolId}/show`);
  await page.getByText(/^Said by its link on/).waitFor();
  await page.getByText('None of the days suits').first().waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.goto(`${tracker.url}/#/`);
  await page.getByRole('heading', { name: 'What schools answered' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: `Seen: ${line.schoolName}` }).click();
  await page.getByText(`Seen: what ${line.schoolName} answered.`).waitFor();
});

it('the school that took a day says that it cannot, and the visit shows it', async () => {
  const [line] = lines;
  const phone = await openWindow(browser, PHONE);
  await phone.page.goto(await linkOf(line!, 'cannot-make-it'));
  await phone.page.getByLabel('Why (optional)').fill('Inspection');
  expect(await axeFindings(phone.page)).toEqual([]);
  await phone.page.getByRole('button', { name: 'We cannot make this day' }).click();
  await phone.page.getByText('Thank you for telling us').waitFor();
  await phone.context.close();
  const [visit] = await visitsOf(head, line!.schoolId);
  expect(visit).toMatchObject({ status: 'confirmed', schoolCannot: { said: 'Inspection.' } });
  await page.goto(`${tracker.url}/#/visits/${visit!.id}/show`);
  await page.getByText(/^The school says it cannot make this day/).waitFor();
  await page.getByText(formatDay(visit!.scheduledOn!)).first().waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'It can after all' }).click();
  await page.getByText(/stays as it is\.$/).waitFor();
  expect(complaints).toEqual([]);
});
