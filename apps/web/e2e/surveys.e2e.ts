import type { Browser, Page } from 'playwright-core';
import type { School, Survey, SurveyResponse, SurveyVersion, Visit } from '@tracker/contract';
import {
  axeFindings,
  findingsEverywhere,
  launchBrowser,
  openWindow,
  PHONE,
  signIn,
  type Window,
} from './support/browser';
import { PEOPLE, prepareHub, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';

let tracker: RunningTracker;
let browser: Browser;
let desk: Window;
let page: Page;
let head: Client;
let school: School;

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  head = await prepareHub(tracker);
  [school] = (await head.get<School[]>('/schools')) as [School];
  browser = await launchBrowser();
  desk = await openWindow(browser);
  page = desk.page;
  await signIn(page, tracker.url, PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

/** Adds a question of a type at the end and leaves it open. */
async function add(type: string, text: string) {
  await page.getByLabel('Type of the new question').click();
  await page.getByRole('option', { name: type, exact: true }).click();
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByLabel('Question', { exact: true }).fill(text);
}

it('builds a survey with a question of each type, by mouse and by keyboard', async () => {
  await page.getByRole('navigation', { name: 'Main' }).getByText('Forms').click();
  await page.getByText('There is no form yet.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start a form' }).click();
  await page.getByLabel(/^Title/).fill('Have Your Say');
  await page.getByLabel('With no question').check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('The survey has no question yet.').waitFor();

  await add('Yes or no', 'Is there a choir?');
  await page.getByLabel(/An answer is required/).check();
  await add('One choice', 'How often does it meet?');
  await page.getByRole('textbox', { name: 'Choice 1' }).fill('Every week');
  await page.getByRole('textbox', { name: 'Choice 2' }).fill('Less often');
  await page.getByLabel('Shown').click();
  await page.getByRole('option', { name: /Is there a choir/ }).click();
  await page.getByLabel('Yes', { exact: true }).check();
  await add('Several choices', 'Which ensembles are there?');
  await page.getByRole('textbox', { name: 'Choice 1' }).fill('Band');
  await page.getByRole('textbox', { name: 'Choice 2' }).fill('None');
  await page.getByLabel('Rules out the others').nth(1).check();
  await add('Number', 'How many pupils play?');
  await add('Money', 'What is the budget?');
  await add('Rating from 1 to 5', 'How useful is the hub?');
  await add('Short text', 'Who leads music?');
  await add('Long text', 'What could the hub do?');
  expect(await axeFindings(page)).toEqual([]);

  // By keyboard: the question moves up and the focus stays with its button.
  const up = page.getByRole('button', { name: 'Move up: Who leads music?' });
  await up.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Now question 6 of 8.').waitFor();
  expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Remove: How many pupils play?' }).click();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByRole('button', { name: 'Change: How many pupils play?' }).waitFor();
}, 90_000);

it('warns before unsaved questions are left, and puts two people’s questions together', async () => {
  const leave = page.getByRole('dialog', { name: 'Leave without saving?' });
  await page.getByRole('navigation', { name: 'Main' }).getByText('Forms').click();
  await leave.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await leave.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByText('Everything is saved.').waitFor();
  const [survey] = await head.get<Survey[]>('/surveys');
  const path = `/survey-versions/${survey?.versions[0]?.id}`;
  const draft = await head.get<SurveyVersion>(path);
  const questions = draft.questions.map((question) =>
    question.text === 'How useful is the hub?'
      ? { ...question, text: 'Is the hub useful?' }
      : question,
  );
  await head.put(path, {
    ...{ title: draft.title, intro: null },
    questions,
    version: draft.version,
  });
  await page.getByRole('button', { name: 'Change: Who leads music?' }).click();
  await page.getByLabel('Question', { exact: true }).fill('Who leads the music?');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByText('Everything is saved.').waitFor();
  const both = (await head.get<SurveyVersion>(path)).questions.map(({ text }) => text);
  expect(both).toEqual(expect.arrayContaining(['Is the hub useful?', 'Who leads the music?']));
  expect(both).toHaveLength(8);
  // The browser writes down the answer that said so, and nothing else.
  expect(desk.complaints.splice(0)).toEqual([expect.stringContaining('409')]);
}, 60_000);

it('tries it out by keyboard as wide as a phone, and publishes it', async () => {
  await page.getByRole('tab', { name: 'Preview' }).click();
  await page.getByText('7 questions of 8').waitFor();
  await page.getByRole('radio', { name: 'Yes', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('group', { name: 'How often does it meet?' }).waitFor();
  await page.getByText('8 questions of 8').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('It can never be changed').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('It never changes').waitFor();
  await page.getByRole('button', { name: 'Make a new version' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
}, 60_000);

it('sends a school a link, which it answers on a phone', async () => {
  await page.goto(`${tracker.url}/#/schools/${school.id}/show`);
  await page.getByRole('button', { name: 'Link for the school' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const url = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Close' }).click();

  const phone = await openWindow(browser, PHONE);
  const there = phone.page;
  await there.goto(url);
  await there.getByRole('heading', { level: 1, name: 'Have Your Say' }).waitFor();
  expect(await axeFindings(there)).toEqual([]);
  await there.getByRole('button', { name: 'Check your answers' }).click();
  await there.getByText('0 of 7 answered.').waitFor();
  await there.getByRole('button', { name: 'Send the answers' }).click();
  await there.getByRole('button', { name: 'Please answer “Is there a choir?”.' }).click();
  const choir = there.getByRole('group', { name: /Is there a choir/ });
  const yes = choir.getByRole('radio', { name: 'Yes' });
  expect(await yes.evaluate((radio) => radio === document.activeElement)).toBe(true);
  await yes.check();
  await there.getByLabel('Every week').check();
  await there.getByLabel('None').check();
  await there.getByLabel('Band').check();
  expect(await there.getByLabel('None').isChecked()).toBe(false);
  await there.getByLabel('What is the budget?').fill('a lot');
  await there
    .getByText(/is answered with an amount in pounds/)
    .first()
    .waitFor();
  // What cannot be read holds the page and gets the focus.
  await there.getByRole('button', { name: 'Check your answers' }).click();
  const budget = there.getByLabel('What is the budget?');
  expect(await budget.evaluate((input) => input === document.activeElement)).toBe(true);
  await budget.fill('£1,250');
  await there.getByLabel('How many pupils play?').fill('12');
  await there.getByText(/^Saved at/).waitFor();
  // Closed and opened again, what was answered is there.
  await there.reload();
  await there.getByText('Your answers so far are here.').waitFor();
  expect(await there.getByLabel('What is the budget?').inputValue()).toBe('1250');
  await there.getByLabel('What could the hub do?').fill('Concerts at our school.');
  await there.getByRole('button', { name: 'Check your answers' }).click();
  await there.getByText('6 of 8 answered.').waitFor();
  await there.getByLabel('Your name and role').fill('Jo Marsh, music lead');
  await there.getByRole('button', { name: 'Send the answers' }).click();
  await there.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await there.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await axeFindings(there)).toEqual([]);
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
}, 90_000);

it('shows the visitor what the school answered', async () => {
  const [response] = await head.get<SurveyResponse[]>('/survey-responses');
  expect(response?.answers).toEqual({
    is_there_a_choir: true,
    how_often_does_it_meet: 'every_week',
    which_ensembles_are_there: ['band'],
    how_many_pupils_play: 12,
    what_is_the_budget: 1250,
    what_could_the_hub_do: 'Concerts at our school.',
  });
  await page.reload();
  await page.getByRole('link', { name: 'Have Your Say, Wed 20 Nov 2024' }).first().click();
  await page.getByText('£1,250').waitFor();
  await page.getByText(/^6 of 8 answered, .*filled in by Jo Marsh, music lead$/).waitFor();
  await page.getByText('Not recorded').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(desk.complaints).toEqual([]);
}, 60_000);

it('adds up what schools told us, and texts are read and labelled', async () => {
  const [response] = await head.get<SurveyResponse[]>('/survey-responses');
  const schools = await head.get<School[]>('/schools');
  const others = schools.filter(({ id, status }) => id !== school.id && status !== 'closed');
  for (const [at, { id: schoolId }] of others.slice(0, 4).entries()) {
    const visit = await head.post<Visit>('/visits', { schoolId, scheduledOn: TODAY });
    const answers = {
      ...{ is_there_a_choir: false, which_ensembles_are_there: ['none'] },
      ...{ what_is_the_budget: 100 * at, what_could_the_hub_do: 'Lend us drums.' },
    };
    const survey = { versionId: response?.versionId, answers };
    const outcome = { visitedOn: TODAY, summary: 'Fine.', survey };
    await head.post(`/visits/${visit.id}/outcome`, outcome);
  }
  await page.getByRole('navigation', { name: 'Main' }).getByText('What schools told us').click();
  await page.getByText('5 schools answered “Have Your Say” in 2024-25.').waitFor();
  const card = (question: string) => page.getByRole('article', { name: question });
  const choir = card('Is there a choir?');
  await choir.getByText('1 of 5 schools says yes').waitFor();
  await choir.getByRole('button', { name: 'Show as a table' }).click();
  await choir.getByRole('row', { name: 'Yes 1 20%' }).waitFor();
  await card('What is the budget?')
    .getByText('The school in the middle says £200; half of the schools are between £100 and £300')
    .waitFor();
  await card('How often does it meet?').getByText('1 answer: too few to show').waitFor();

  const wishes = card('What could the hub do?');
  await wishes.getByRole('button', { name: 'Read 5 texts' }).click();
  await wishes.getByRole('button', { name: `Add a label: ${school.name}` }).press('Enter');
  await page.keyboard.type('Concerts');
  await page.keyboard.press('Enter');
  await wishes.getByText('5 schools wrote something, most often about “Concerts”').waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await wishes.getByRole('button', { name: `Take the label Concerts from ${school.name}` }).click();
  await wishes.getByText('5 schools wrote something', { exact: true }).waitFor();

  await page.getByRole('combobox', { name: 'Region' }).click();
  await page.getByRole('option', { name: 'North' }).click();
  await choir.getByText(/answers: too few to show/).waitFor();
  expect(page.url()).toContain('region=');
  expect(desk.complaints).toEqual([]);
}, 90_000);

it('is corrected with its visit, visibly, beside what somebody else corrected meanwhile', async () => {
  const { versionId } = (
    await head.get<SurveyResponse[]>('/survey-responses')
  )[0] as SurveyResponse;
  const answers = { is_there_a_choir: true, how_often_does_it_meet: 'every_week' };
  const visit = await head.post<Visit>('/visits', {
    schoolId: school.id,
    outcome: {
      ...{ visitedOn: TODAY, summary: 'Two choirs.', survey: { versionId, answers } },
      peopleMet: [{ name: 'Asha Bell', role: 'music_lead' }],
    },
  });
  const correctMeanwhile = async (what: object) => {
    const { version } = await head.get<Visit>(`/visits/${visit.id}`);
    await head.post(`/visits/${visit.id}/correct`, { version, reason: 'A slip', ...what });
  };
  await page.goto(`${tracker.url}/#/visits/${visit.id}/show`);
  await page.getByRole('button', { name: 'Correct…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Correct the log/ });
  await dialog.getByRole('checkbox', { name: 'Asha Bell, music lead', checked: true }).waitFor();
  await dialog.getByRole('button', { name: 'Add someone else' }).click();
  await dialog.getByLabel('What was found').fill('Three choirs.');
  await dialog.getByLabel('Why is it corrected?').fill('One was forgotten');
  await dialog.getByRole('button', { name: 'Correct the log' }).click();
  await dialog.getByText('Give the name of the person you met.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByLabel('Name').fill('Li Wen');
  await correctMeanwhile({ summary: 'Two choirs and a band.', needs: 'Money' });
  await dialog.getByRole('button', { name: 'Correct the log' }).click();
  const conflict = page.getByRole('dialog', { name: /^Someone else changed this/ });
  await conflict.getByRole('radio', { name: /^What you typed/ }).check();
  await conflict.getByRole('button', { name: 'Save what I chose' }).click();
  await page.getByText('Asha Bell (music lead), Li Wen').waitFor();
  await page.getByText('Three choirs.', { exact: true }).waitFor();
  await page.getByText('Money', { exact: true }).waitFor();
  await page.getByText(/Corrected by Hilary Marsh .* because: One was forgotten/).waitFor();

  await page.getByRole('link', { name: 'Have Your Say: the answers' }).click();
  await page.getByRole('button', { name: 'Correct the answers…' }).click();
  const survey = page.getByRole('dialog', { name: /^Correct the survey/ });
  await survey.getByLabel('Less often').check();
  await survey.getByLabel('Why is it corrected?').fill('Misheard');
  expect(await axeFindings(page)).toEqual([]);
  await correctMeanwhile({
    survey: { versionId, answers: { ...answers, what_is_the_budget: 500 } },
  });
  await survey.getByRole('button', { name: 'Correct the answers' }).click();
  await page
    .getByText('Their change is kept alongside yours. What is the budget?: £500.')
    .waitFor();
  await page.getByText('Less often', { exact: true }).waitFor();
  await page.getByText('£500', { exact: true }).waitFor();
}, 90_000);
