import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openLastingWindow, signIn, type Window } from './support/browser';
import { PEOPLE, prepareHub } from './support/prepared-hub';
import { PASSWORD, runTracker, type RunningTracker } from './support/running-tracker';

let tracker: RunningTracker;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  tracker = await runTracker('2024-11-20');
  await prepareHub(tracker);
  browser = await launchBrowser();
}, 180_000);

beforeEach(async () => {
  window = await openLastingWindow(browser);
  page = window.page;
});

afterEach(() => window.context.close());

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

/** The addresses that the browser asks the tracker for from now on, those of its service worker too. */
function listen(): string[] {
  const asked: string[] = [];
  window.context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

const opened = () => page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
const kept = () =>
  page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.scriptURL));
const times = (asked: string[], path: string) => asked.filter((one) => one === path).length;

it('asks once who is there, when somebody signs in and when the page is loaded anew', async () => {
  const asked = listen();
  await page.goto(tracker.url);
  await page.getByLabel(/email address/i).fill(PEOPLE.head);
  await page.getByRole('textbox', { name: /^Password/ }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await opened();
  await page.locator('main a').first().waitFor();
  expect(times(asked, '/api/auth/me')).toBe(1);
  asked.length = 0;
  await page.reload();
  await opened();
  await page.locator('main a').first().waitFor();
  await kept();
  expect(times(asked, '/api/auth/me')).toBe(1);
  expect(times(asked, '/api/today/summary')).toBe(1);
  expect(times(asked, '/api/today')).toBe(1);
}, 90_000);

it('fetches the whole program for later only once the screen is there', async () => {
  const asked = listen();
  let answer = () => undefined as void;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await window.context.route('**/api/today/summary', async (route) => {
    await held;
    await route.continue();
  });
  await signIn(page, tracker.url, PEOPLE.head);
  // Much longer than what follows takes to begin.
  await page.waitForTimeout(4_000);
  expect(times(asked, '/sw.js')).toBe(0);
  answer();
  await page.locator('main a').first().waitFor();
  expect(await kept()).toBe(`${tracker.url}/sw.js`);
  expect(times(asked, '/sw.js')).toBeGreaterThan(0);
}, 90_000);
