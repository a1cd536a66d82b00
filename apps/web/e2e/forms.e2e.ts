import type { Browser, Page } from 'playwright-core';
import type { School, Survey, SurveyForSchool } from '@tracker/contract';
import { axeFindings, launchBrowser, openWindow, signIn, type Window } from './support/browser';
import { PEOPLE, prepareHub, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

let tracker: RunningTracker;
let browser: Browser;
let desk: Window;
let page: Page;
let head: Client;

beforeAll(async () => {
  tracker = await runTracker('2024-11-20');
  head = await prepareHub(tracker);
  browser = await launchBrowser();
  desk = await openWindow(browser);
  page = desk.page;
  await signIn(page, tracker.url, PEOPLE.head);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const start = () => page.getByRole('button', { name: 'Start a form' }).click();
const openForms = () =>
  page.getByRole('navigation', { name: 'Main' }).getByText('Forms', { exact: true }).click();

it('publishes an audit of stages beside the survey of the visits, which stays as it was', async () => {
  await openForms();
  await start();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByText(/every visit and every new link asks/)
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('The survey is published.').waitFor();

  await openForms();
  await start();
  await page
    .getByRole('dialog')
    .getByRole('combobox', { name: /^Purpose/ })
    .click();
  await page.getByRole('option', { name: 'Toolkit audit' }).click();
  expect(await page.getByLabel(/^Title/).inputValue()).toBe('Toolkit audit');
  expect(await page.getByLabel('With no question').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText(/^Toolkit audit: draft of version 1/).waitFor();
  await page.getByLabel('Type of the new question').click();
  await page.getByRole('option', { name: 'Stage on a scale' }).click();
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByLabel('Question', { exact: true }).fill('How far is singing?');
  await page.getByRole('group', { name: 'Stages, from lowest to highest' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Stage 4' }).inputValue()).toBe('Embedded');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Preview' }).click();
  await page.getByRole('radio', { name: 'Not yet in place' }).check();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByText(/every new link of this purpose asks/)
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('The survey is published.').waitFor();

  const [school] = (await head.get<School[]>('/schools')) as [School];
  const asked = await head.get<SurveyForSchool>(`/surveys/for-school/${school.id}`);
  expect(asked.version?.purpose).toBe('have_your_say');
  const forms = await head.get<Survey[]>('/surveys');
  expect(forms.map(({ purpose, inUse }) => [purpose, inUse])).toEqual([
    ['audit', true],
    ['have_your_say', true],
  ]);
}, 90_000);

it('lists the forms of a purpose', async () => {
  await openForms();
  await page.getByRole('link', { name: 'Toolkit audit' }).waitFor();
  await page.getByRole('combobox', { name: 'Purpose' }).click();
  await page.getByRole('option', { name: 'Have Your Say' }).click();
  await page.getByRole('link', { name: 'Toolkit audit' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^Have Your Say/ }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Purpose' }).click();
  await page.getByRole('option', { name: 'Observation' }).click();
  await page.getByText('No form matches these filters.').waitFor();
  expect(desk.complaints).toEqual([]);
}, 60_000);
