import { addDays, calendarSpanOf, firstOfMonth, weekday } from '@tracker/domain';
import { writeAs } from '@tracker/data';
import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { findChromium, headOf, printTimes, signedInPage } from './chromium';
import { type HubServers, withOwnHub } from './own-hub';

const VISITS = 500;
const ROUNDS = 5;

/** A screen, and a sign in the page that it is there with what it was asked for. */
interface Screen {
  title: string;
  path: string;
  /** Of the elements that must be there, and how many. */
  selector: string;
  least: number;
}

/**
 * Opens a month with 500 visits more than the demo hub has, and the plain list of visits as what it
 * is compared with, in turns, in Chromium. Prints the medians from the start of the navigation
 * (the whole page is loaded anew, its files from the browser's cache) until the rows are painted.
 *
 * @throws OperatorError when there is no Chromium or the tracker's screens are not built
 */
export async function benchmarkCalendar(servers: HubServers): Promise<void> {
  const launch = await findChromium();
  await withOwnHub('tracker_benchmark_calendar', servers, async ({ origin, dataSource, today }) => {
    await fillMonth(dataSource, today);
    const { from, to } = calendarSpanOf('month', today);
    const [counted]: { n: number }[] = await dataSource.query(
      `SELECT count(*)::int AS n FROM visits
       WHERE coalesce(visited_on, scheduled_on) BETWEEN $1::date AND $2::date`,
      [from, to],
    );
    const browser = await launch();
    try {
      const page = await signedInPage(browser, origin, await headOf(dataSource));
      const screens: Screen[] = [
        {
          title: `The calendar of a month with ${counted?.n ?? 0} visits`,
          path: `/visits/calendar?view=month&date=${today}&region=`,
          selector: 'td[data-day] [data-visit]',
          least: 60,
        },
        {
          title: 'The list of visits, its first 50',
          path: `/visits?${new URLSearchParams({ filter: '{"when":"all"}', perPage: '50' })}`,
          selector: 'tbody tr',
          least: 50,
        },
      ];
      const times = screens.map((): number[] => []);
      const turned: number[] = [];
      // The first round fills the browser's cache and is not counted.
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const [i, screen] of screens.entries()) {
          const took = await timeToPaint(page, `${origin}/?${round}-${i}#${screen.path}`, screen);
          if (round > 0) times[i]?.push(took);
        }
        // The list stands; from here a person goes on to the calendar.
        const took = await timeToTurn(page, 'Month', screens[0] as Screen);
        if (round > 0) turned.push(took);
      }
      screens.forEach(({ title }, i) =>
        printTimes(`${title}, the page loaded anew`, times[i] ?? []),
      );
      printTimes('The same month, opened from the list', turned);
    } finally {
      await browser.close();
    }
  });
}

/** Milliseconds from the press of a link on a page that stands until the next screen is painted. */
async function timeToTurn(page: Page, link: string, { selector, least }: Screen): Promise<number> {
  const pressed = await page.evaluate<number>('performance.now()');
  await page.getByRole('link', { name: link, exact: true }).click();
  return (await painted(page, selector, least)) - pressed;
}

/** Milliseconds from the start of the navigation until the frame with the last row is on the screen. */
async function timeToPaint(page: Page, url: string, { selector, least }: Screen): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  return painted(page, selector, least);
}

async function painted(page: Page, selector: string, least: number): Promise<number> {
  await page
    .locator(selector)
    .nth(least - 1)
    .waitFor({ state: 'attached' });
  return page.evaluate<number>(PAINTED);
}

/** The time, once what is in the page now is on the screen. */
const PAINTED =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))';

/** So many visits at different schools and times, spread over the school days of a month. */
async function fillMonth(dataSource: DataSource, today: string): Promise<void> {
  const first = firstOfMonth(today);
  const days = Array.from({ length: 28 }, (_, after) => addDays(first, after));
  const schoolDays = days.filter((day) => weekday(day) <= 5);
  await writeAs(dataSource, { kind: 'command', source: 'benchmark calendar' }, (manager) =>
    manager.query(
      `WITH open AS (
         SELECT id, row_number() OVER (ORDER BY urn) AS n FROM schools WHERE in_scope
       ), people AS (
         SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS all_of_them
         FROM users WHERE role <> 'manager'
       )
       INSERT INTO visits (school_id, status, scheduled_on, start_time, visitor_id)
       SELECT o.id, 'scheduled', ($1::date[])[1 + o.n % $2::int],
         to_char(time '08:30' + interval '15 minutes' * (o.n % 28), 'HH24:MI'), p.id
       FROM open o JOIN people p ON p.n = 1 + o.n % p.all_of_them
       ORDER BY o.n LIMIT $3`,
      [schoolDays, schoolDays.length, VISITS],
    ),
  );
}
