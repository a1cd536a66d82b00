import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { OperatorError } from '@tracker/process';
import type { Browser, Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { People } from './people';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * @returns how it is started
 * @throws OperatorError when there is none
 */
export async function findChromium(): Promise<() => Promise<Browser>> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const executablePath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
    existsSync,
  );
  if (!executablePath) {
    throw new OperatorError(
      'Chromium was not found. Install it (Debian: "sudo apt-get install chromium") and try again.',
    );
  }
  const { chromium } = await import('playwright-core').catch(() => {
    throw new OperatorError('This needs the packages for development. Run "npm ci" first.');
  });
  return () => chromium.launch({ executablePath });
}

/** The session's cookie of somebody who sees all of the hub. */
export async function headOf(dataSource: DataSource): Promise<string> {
  const [person] = await new People(dataSource).several('head', 1);
  return person?.cookie ?? '';
}

/** A page of a browser that has kept nothing yet. */
export async function signedInPage(
  browser: Browser,
  origin: string,
  cookie: string,
): Promise<Page> {
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name, value, url: origin }]);
  return context.newPage();
}

export function printTimes(title: string, times: readonly number[]): void {
  const all = times.map((ms) => ms.toFixed(0)).join(', ');
  console.log(`${title}: ${median(times).toFixed(0)} ms (median of ${all})`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
