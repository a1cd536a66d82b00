import type { Browser, Page } from 'playwright-core';
import type { Contact, Region, School, User, Visit } from '@tracker/contract';
import { VisitEntity } from '@tracker/data';
import { axeFindings, launchBrowser, openWindow, PHONE, signInAtQueue } from './support/browser';
import { type Client, PEOPLE, prepareHub, schoolCalled } from './support/prepared-hub';
import { signedInClient, visitsOf } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';
const ADMIN = 'admin@hub.example';

let tracker: RunningTracker;
let browser: Browser;
/** The other person, who saves first. */
let head: Client;
/** A member of the team North, on a phone. */
let page: Page;
let alder: School;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  await tracker.addUser({ email: ADMIN, role: 'admin', name: 'Ada Quill' });
  alder = await schoolCalled(head, 'Alder Primary School');
  browser = await launchBrowser();
  page = (await openWindow(browser, PHONE)).page;
  await signInAtQueue(page, tracker.url, PEOPLE.north);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const conflict = (on = page) => on.getByRole('dialog', { name: /Someone else changed this/ });

async function openSchool(on = page) {
  await on.goto(`${tracker.url}/#/schools/${alder.id}/show`);
  await on.getByRole('heading', { level: 1, name: alder.name, exact: true }).waitFor();
}

const stored = () => head.get<School>(`/schools/${alder.id}`);

/** The other person's words, saved by them. */
async function writeNotes(notes: string) {
  const { version } = await stored();
  await head.put(`/schools/${alder.id}`, { notes, version });
}

it('keeps both texts when two people write about one school at once', async () => {
  await writeNotes('Park behind the hall.\nRing the bell twice.');
  await openSchool();
  await page.getByRole('button', { name: 'Change the notes' }).click();
  await page
    .getByRole('textbox', { name: 'Notes' })
    .fill('Park behind the hall.\nRing the bell twice.\nAsk for Mrs Carter.');
  const { context, page: other } = await openWindow(browser);
  await signInAtQueue(other, tracker.url, PEOPLE.head);
  await openSchool(other);
  await other.getByRole('button', { name: 'Change the notes' }).click();
  await other
    .getByRole('textbox', { name: 'Notes' })
    .fill('Bring a cable.\nPark behind the hall.\nRing the bell twice.');
  await other.getByRole('button', { name: 'Save the notes' }).click();
  await other.getByText('Notes saved.').waitFor();
  await context.close();

  await page.getByRole('button', { name: 'Save the notes' }).click();
  await conflict()
    .getByRole('radio', { name: /^What you typed.*Ask for Mrs Carter/s })
    .waitFor();
  await conflict()
    .getByRole('radio', { name: /^What is stored now.*Bring a cable/s })
    .waitFor();
  const both = conflict().getByRole('textbox', { name: 'Notes, both together' });
  const together =
    'Bring a cable.\nPark behind the hall.\nRing the bell twice.\nAsk for Mrs Carter.';
  expect(await both.inputValue()).toBe(together);
  expect(await axeFindings(page)).toEqual([]);
  await conflict().getByRole('button', { name: 'Save what I chose' }).click();
  await page.getByText('Notes saved.').waitFor();
  expect((await stored()).notes).toBe(together);
}, 60_000);

it('loses nothing when the question is left, and when a third change comes between', async () => {
  await writeNotes('Park behind the hall.');
  await openSchool();
  await page.getByRole('button', { name: 'Change the notes' }).click();
  const notes = page.getByRole('textbox', { name: 'Notes', exact: true });
  const both = conflict().getByRole('textbox', { name: 'Notes, both together' });
  const save = () => page.getByRole('button', { name: 'Save the notes' }).click();
  await notes.fill('Park at the church.');
  await writeNotes('Park at the shop.');
  await save();
  await both.fill('Park at the church or the shop.');
  await page.keyboard.press('Escape');
  await conflict().waitFor({ state: 'detached' });
  expect(await notes.inputValue()).toBe('Park at the church.');
  await save();
  expect(await both.inputValue()).toBe('Park at the church or the shop.');
  await writeNotes('Park at the shop.\nThe gate is shut until nine.');
  await conflict().getByRole('button', { name: 'Save what I chose' }).click();
  await conflict().getByText('The gate is shut until nine.').first().waitFor();
  expect(await both.inputValue()).toBe(
    'Park at the shop.\nThe gate is shut until nine.\n\nPark at the church or the shop.',
  );
  await both.fill('Park at the church or the shop.\nThe gate is shut until nine.');
  await conflict().getByRole('button', { name: 'Save what I chose' }).click();
  await page.getByText('Notes saved.').waitFor();
  expect((await stored()).notes).toBe(
    'Park at the church or the shop.\nThe gate is shut until nine.',
  );
}, 60_000);

it('takes over what does not clash, and says so', async () => {
  const { contact } = await changedMeanwhile('Asha Bell', { telephone: '01632 960001' });
  await page.getByRole('dialog').getByLabel('Email address').fill('asha@alder.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Their change is kept alongside yours. Telephone: 01632 960001.').waitFor();
  await page.getByText('Asha Bell saved.').waitFor();
  expect(await head.get<Contact>(`/contacts/${contact.id}`)).toMatchObject({
    email: 'asha@alder.example',
    telephone: '01632 960001',
  });
}, 60_000);

it('asks about what clashes, and about nothing else', async () => {
  const { contact } = await changedMeanwhile('Jo Marsh', {
    name: 'Jo Marsh-Hill',
    telephone: '01632 960002',
  });
  const dialog = page.getByRole('dialog', { name: 'Change Jo Marsh' });
  await dialog.getByLabel('Name').fill('Joanna Marsh');
  await dialog.getByLabel('Email address').fill('jo@alder.example');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await conflict()
    .getByRole('region', { name: 'Only they changed this, so theirs is kept' })
    .getByText('Telephone: 01632 960002')
    .waitFor();
  await conflict()
    .getByRole('region', { name: 'Only you changed this, so yours is kept' })
    .getByText('Email address: jo@alder.example')
    .waitFor();
  expect(await conflict().getByRole('group').count()).toBe(1);
  await conflict().getByRole('button', { name: 'Save what I chose' }).click();
  await conflict().getByText('Please choose which version to keep.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await conflict()
    .getByRole('radio', { name: /^What is stored now/ })
    .check();
  await conflict().getByRole('button', { name: 'Save what I chose' }).click();
  await page
    .getByText(/saved\.$/)
    .first()
    .waitFor();
  expect(await head.get<Contact>(`/contacts/${contact.id}`)).toMatchObject({
    name: 'Jo Marsh-Hill',
    email: 'jo@alder.example',
    telephone: '01632 960002',
  });
}, 60_000);

it('asks again before a contact goes that somebody else has just changed', async () => {
  const change = { name: 'Robin Vale-Ray', telephone: '01632 960003' };
  const { contact } = await changedMeanwhile('Robin Vale', change, 'Remove');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  const question = page.getByRole('dialog', { name: /Someone else changed this contact/ });
  await question.getByText('01632 960003').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect((await head.get<Contact>(`/contacts/${contact.id}`)).name).toBe('Robin Vale-Ray');
  await question.getByRole('button', { name: 'Remove Robin Vale-Ray anyway' }).click();
  await page.getByText('Robin Vale deleted.').waitFor();
  const left = await head.get<Contact[]>(`/contacts?filter={"schoolId":"${alder.id}"}`);
  expect(left.map(({ id }) => id)).not.toContain(contact.id);
}, 60_000);

/** Opens a contact to change or remove it; then somebody else saves theirs. */
async function changedMeanwhile(name: string, change: Partial<Contact>, open = 'Change') {
  const { id: schoolId } = alder;
  const contact = await head.post<Contact>('/contacts', { schoolId, name, role: 'other' });
  await page.reload();
  await openSchool();
  await page.getByRole('button', { name: `${open} ${name}` }).click();
  await page.getByRole('dialog').waitFor();
  await head.put(`/contacts/${contact.id}`, {
    name,
    role: 'other',
    email: null,
    telephone: null,
    ...change,
    version: contact.version,
  });
  return { contact };
}

it('says that a visit was confirmed meanwhile before it is moved, and keeps day and time together', async () => {
  const visit = await head.post<Visit>('/visits', {
    schoolId: alder.id,
    scheduledOn: '2024-12-03',
    startTime: '09:30',
  });
  await page.goto(`${tracker.url}/#/visits/${visit.id}/show`);
  await page.getByRole('button', { name: 'Move…' }).click();
  await page.getByRole('dialog').getByLabel('Time').fill('14:00');
  const moved = await head.post<Visit>(`/visits/${visit.id}/schedule`, {
    scheduledOn: '2024-12-04',
    version: visit.version,
  });
  await head.post(`/visits/${visit.id}/confirm`, { version: moved.version });
  await page.getByRole('button', { name: 'Move the visit' }).click();
  await conflict().getByText('The school has confirmed the visit in the meantime.').waitFor();
  const choose = (field: string, version: RegExp) =>
    conflict().getByRole('group', { name: field }).getByRole('radio', { name: version }).check();
  await choose('Date', /^What is stored now/);
  await choose('Time', /^What you typed/);
  expect(await axeFindings(page)).toEqual([]);
  await conflict().getByRole('button', { name: 'Save what I chose' }).click();
  await page.getByText(/^Visit moved to/).waitFor();
  expect(await head.get<Visit>(`/visits/${visit.id}`)).toMatchObject({
    status: 'scheduled',
    scheduledOn: '2024-12-04',
    startTime: '14:00',
  });
}, 60_000);

describe('for those who run the hub', () => {
  let desk: Page;

  beforeAll(async () => {
    desk = (await openWindow(browser)).page;
    await signInAtQueue(desk, tracker.url, ADMIN);
  }, 60_000);

  it('shows a visit changed meanwhile before it goes to the school that followed', async () => {
    const closed = await schoolCalled(head, 'Birch Primary School');
    const academy = await schoolCalled(head, 'Birch Academy');
    const { manager } = tracker.dataSource;
    const plan = { schoolId: closed.id, status: 'scheduled' as const, scheduledOn: '2024-12-05' };
    const { id } = await manager.save(VisitEntity, manager.create(VisitEntity, plan));
    await desk.goto(`${tracker.url}/#/visits/${id}/show`);
    await desk.getByRole('button', { name: 'Move the visit to Birch Academy…' }).click();
    const { version } = await head.get<Visit>(`/visits/${id}`);
    await head.post(`/visits/${id}/schedule`, { scheduledOn: '2024-12-06', version });
    await desk.getByRole('button', { name: 'Move the visit', exact: true }).click();
    const dialog = desk.getByRole('dialog', {
      name: 'Someone else changed this visit while you were looking at it',
    });
    await dialog.getByText('Fri 6 Dec 2024').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await dialog.getByRole('button', { name: 'Move it to Birch Academy anyway' }).click();
    await desk.getByRole('heading', { level: 1, name: 'Visit to Birch Academy' }).waitFor();
    const [moved] = await visitsOf(head, academy.id);
    expect(moved).toMatchObject({ id, scheduledOn: '2024-12-06' });
  }, 60_000);

  it('puts together what two people changed about a region and about a user', async () => {
    const regions = await head.get<Region[]>('/regions');
    const north = regions.find(({ name }) => name === 'North') as Region;
    await desk.goto(`${tracker.url}/#/regions/${north.id}`);
    await desk.getByLabel('Name').fill('North and coast');
    const staff = await head.get<User[]>('/users');
    const nia = staff.find(({ name }) => name === 'Nia Reed') as User;
    await head.put(`/regions/${north.id}`, { ...writable(north), leadUserId: nia.id });
    await desk.getByRole('button', { name: 'Save the region' }).click();
    await desk.getByText('Their change is kept alongside yours. Who leads it: Nia Reed.').waitFor();
    expect(await head.get<Region>(`/regions/${north.id}`)).toMatchObject({
      name: 'North and coast',
      leadUserId: nia.id,
    });

    const admin = await signedInClient(tracker.url, ADMIN);
    await desk.goto(`${tracker.url}/#/users`);
    await desk.getByRole('button', { name: 'Change Max Weir' }).click();
    await desk.getByRole('dialog').getByLabel('Name').fill('Maxine Weir');
    const max = staff.find(({ name }) => name === 'Max Weir') as User;
    await admin.put(`/users/${max.id}`, {
      role: 'regional',
      regionIds: [north.id],
      version: max.version,
    });
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText(/Their change is kept alongside yours\. Role: .*Regions: North/).waitFor();
    expect(await admin.get<User>(`/users/${max.id}`)).toMatchObject({
      name: 'Maxine Weir',
      role: 'regional',
      regionIds: [north.id],
    });
  }, 60_000);
});

const writable = ({ name, districts, version }: Region) => ({ name, districts, version });
