import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../../../libs/server/testing';
import { PASSWORD } from './running-tracker';

/** A browser window at some tracker. */
export interface Window {
  context: BrowserContext;
  page: Page;
  /** What the browser complained of: errors of scripts, refused by the policy, missing files. */
  complaints: string[];
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium() });
}

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export async function openWindow(
  browser: Browser,
  size = DESK,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Window> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
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
  await page.getByLabel(/password/i).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}

/** Signs in and goes on from Today to the queue. */
export async function signInAtQueue(page: Page, url: string, email: string): Promise<void> {
  await signIn(page, url, email);
  await page.goto(`${url}/#/priority-queue`);
  await page.getByRole('heading', { level: 1, name: 'Priority queue' }).waitFor();
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the screen as it is now, WCAG 2.2 AA, in one line each; empty when nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Colours that are still fading are not what a person reads.
  await page.waitForTimeout(400);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      id: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary})`),
    );
  });
}
