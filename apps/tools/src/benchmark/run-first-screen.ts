import { resolve } from 'node:path';
import { refreshPriorityScores } from '@tracker/work';
import type { Browser, Page } from 'playwright-core';
import { findChromium, headOf, printTimes, signedInPage } from './chromium';
import { withApi } from './own-api';
import { type HubServers, withOwnHub } from './own-hub';

const ROUNDS = 5;

/** Lighthouse's "Slow 4G", in bytes a second. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
/** A tablet of some years ago, beside a desk computer. */
const CPU_TIMES_SLOWER = 4;

const SCREENS = [
  { title: 'Today', path: '/', selector: 'main a' },
  { title: 'The priority queue', path: '/priority-queue', selector: 'main tbody tr a' },
];

/**
 * Opens Today and the queue of a demo hub as somebody who is signed in and has never opened them in this
 * browser, in Chromium on a slow line and a slow processor, and prints how long it took from the start of
 * the navigation until their first link could be pressed.
 *
 * @param beside the folder of another checkout, built, whose API serves the same hub in turn with this one
 * @throws OperatorError when there is no Chromium
 */
export async function benchmarkFirstScreen(servers: HubServers, beside?: string): Promise<void> {
  const launch = await findChromium();
  await withOwnHub('tracker_benchmark_first_screen', servers, async (hub) => {
    await refreshPriorityScores(hub.dataSource, hub.today);
    const cookie = await headOf(hub.dataSource);
    const browser = await launch();
    try {
      const here = { name: 'this', origin: hub.origin };
      if (!beside) return await measure(browser, cookie, [here]);
      const main = resolve(beside, 'apps/api/dist/main.js');
      await withApi(
        hub.servers,
        (origin) => measure(browser, cookie, [{ name: beside, origin }, here]),
        main,
      );
    } finally {
      await browser.close();
    }
  });
}

async function measure(
  browser: Browser,
  cookie: string,
  trackers: readonly { name: string; origin: string }[],
): Promise<void> {
  const all = SCREENS.flatMap((screen) =>
    trackers.map((tracker) => ({ ...screen, ...tracker, times: [] as number[], bytes: 0 })),
  );
  // The first round warms the servers up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const one of all) {
      const page = await signedInPage(browser, one.origin, cookie);
      const { took, bytes } = await timeToUse(page, `${one.origin}/#${one.path}`, one.selector);
      await page.context().close();
      if (round > 0) one.times.push(took);
      one.bytes = bytes;
    }
  }
  for (const { title, name, times, bytes } of all) {
    printTimes(`${title} of ${name}, ${(bytes / 1024).toFixed(0)} kB`, times);
  }
}

async function timeToUse(
  page: Page,
  url: string,
  selector: string,
): Promise<{ took: number; bytes: number }> {
  const devTools = await page.context().newCDPSession(page);
  let bytes = 0;
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
  await page.goto(url, { waitUntil: 'commit' });
  // Only tried: it is there, stands still and nothing lies over it.
  await page.locator(selector).first().click({ trial: true, timeout: 60_000 });
  return { took: await page.evaluate<number>('performance.now()'), bytes };
}
