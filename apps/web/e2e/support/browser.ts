import { readFileSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { ensureChromium } from '@tracker/testing';
import { PASSWORD } from './running-tracker';

/** A browser window at some tracker. */
export interface Window {
  context: BrowserContext;
  page: Page;
  /** What the browser complained of: errors of scripts, refused by the policy, missing files. */
  complaints: string[];
}

/** Chromium paints by itself: through a graphics library without a graphics card it takes a quarter more. */
export const PAINTING = ['--disable-gpu', '--disable-software-rasterizer'];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: PAINTING });
}

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/**
 * A window without the service worker: it would fetch every file of the tracker for each window, which
 * costs more than what most walks do. `openLastingWindow` and `KillableBrowser` have it.
 */
export function openWindow(
  browser: Browser,
  size = DESK,
  colorScheme: 'light' | 'dark' = 'light',
  timezoneId = 'Europe/London',
): Promise<Window> {
  const options = { viewport: size, colorScheme, timezoneId };
  return windowWith(browser, { ...options, serviceWorkers: 'block' });
}

/** A window that keeps the tracker on the device, as a person's does. */
export function openLastingWindow(browser: Browser): Promise<Window> {
  return windowWith(browser, { viewport: DESK, timezoneId: 'Europe/London' });
}

async function windowWith(browser: Browser, options: BrowserContextOptions): Promise<Window> {
  const context = await browser.newContext({ ...options, locale: 'en-GB' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Asking who is signed in, before anybody is, is answered with 401 and shown by the browser.
    if (message.type() === 'error' && !message.text().includes('401'))
      complaints.push(message.text());
  });
  return { context, page, complaints };
}

export async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel(/email address/i).fill(email);
  await page.getByRole('textbox', { name: /^Password/ }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}

/**
 * Opens the queue as somebody who is signed in: the form is for the walks that are about it, as a page of
 * its own and Today behind it cost a window a third of what it takes to open.
 */
export async function signInAtQueue(page: Page, url: string, email: string): Promise<void> {
  const data = { email, password: PASSWORD };
  const answer = await page.context().request.post(`${url}/api/auth/sign-in`, { data });
  if (!answer.ok()) throw new Error(`${email} is not signed in: ${await answer.text()}`);
  await page.goto(`${url}/#/priority-queue`);
  await page.getByRole('heading', { level: 1, name: 'Priority queue' }).waitFor();
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Colours that are still fading are not what a person reads; what turns for ever is not waited for. */
const untilStill = (page: Page) =>
  page.evaluate(async () => {
    const moving = () =>
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    // A change of theme reaches some parts of the screen a few frames after the others.
    for (let still = 0; still < 4; still += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const found = moving();
      if (found.length > 0) still = -1;
      await Promise.allSettled(found.map(({ finished }) => finished));
    }
  });

const EVERYTHING = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * What axe finds on the screen as it is now, in one line each; empty when nothing.
 *
 * @param runOnly WCAG 2.2 AA and good practice; what another theme alone can change is `COLOURS`
 */
export async function axeFindings(page: Page, runOnly = EVERYTHING): Promise<string[]> {
  await untilStill(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      id: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    const { violations } = await axe.run(document, { runOnly: only });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary})`),
    );
  }, runOnly);
}

/** What axe finds in both themes, at a desk and on a phone, and where the page is wider than the window. */
export async function findingsEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    found.push(...(await findingsInBothThemes(page)));
  }
  await page.setViewportSize(DESK);
  return found;
}

/** Colours jump to those of the other theme: on a busy machine one that still fades is read for what it is not. */
const withoutFading = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after { transition-property: none !important; }');
    document.adoptedStyleSheets = [sheet];
  });

/** The same in a window as wide as it is now, which is left in the light. */
export async function findingsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  await withoutFading(page);
  const width = page.viewportSize()?.width;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((dark) => {
      const [red = 255] = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
      return Number(red) < 128 === dark;
    }, colorScheme === 'dark');
    const where = `${width} px, ${colorScheme}`;
    const rules = colorScheme === 'light' ? EVERYTHING : COLOURS;
    found.push(...(await axeFindings(page, rules)).map((finding) => `${where}: ${finding}`));
    if (await isWiderThanWindow(page)) found.push(`${where}: wider than the window`);
  }
  return found;
}

const isWiderThanWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
