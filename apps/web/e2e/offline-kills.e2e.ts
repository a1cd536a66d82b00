import type { Visit } from '@tracker/contract';
import { addDays } from '../../../libs/domain/src';
import { CuttableLine } from '@tracker/testing';
import { signIn } from './support/browser';
import { KillableBrowser } from './support/killable-browser';
import { goToStep, sendLog } from './support/log-form';
import { PEOPLE, prepareHub, schoolCalled, type Client } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const TODAY = '2024-11-20';
/** `OFFLINE_LOGS=50 npx jest apps/web/e2e/offline-kills` is the long trial; its figures are printed. */
const LOGS = Number(process.env.OFFLINE_LOGS ?? 4);
const KILLS = Math.max(2, Math.round(LOGS / 2));
const LONGEST_MS = 60_000 + LOGS * 30_000;

let tracker: RunningTracker;
let line: CuttableLine;
let tablet: KillableBrowser;
let url: string;
const visits: Visit[] = [];

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  const head: Client = await prepareHub(tracker);
  line = await CuttableLine.to(tracker.url);
  url = line.url.replace(/\/$/, '');
  const users = await head.get<{ id: string; email: string | null }[]>('/users');
  const visitorId = users.find(({ email }) => email === PEOPLE.both)?.id ?? '';
  const school = await schoolCalled(head, 'Alder Primary School');
  for (let n = 0; n < LOGS; n += 1) {
    const scheduledOn = addDays(TODAY, -1 - n);
    visits.push(await head.post('/visits', { schoolId: school.id, scheduledOn, visitorId }));
  }
  tablet = await KillableBrowser.start();
}, 180_000);

afterAll(async () => {
  await tablet?.remove();
  await line?.cut();
  await tracker?.stop();
}, 60_000);

const summaryOf = (index: number) => `Finding number ${index + 1}.`;

/** Writes one log from wherever it stands on the tablet, and sends it off. */
async function write(index: number, seen: { lost: number; kept: boolean }): Promise<void> {
  const { page } = tablet;
  await page.goto(`${url}/#/visits/${visits[index]?.id}/log`);
  const finished = page.getByText('This log is finished.');
  const steps = page.getByRole('navigation', { name: 'Steps of the log' });
  await finished.or(steps).first().waitFor();
  if (await finished.isVisible()) return;
  await goToStep(page, 'What I found');
  const found = page.getByLabel('What you found');
  const before = await found.inputValue();
  if (seen.kept && before !== summaryOf(index)) seen.lost += 1;
  await found.fill(summaryOf(index));
  await page.locator('[data-kept="saved"]').waitFor();
  seen.kept = true;
  await goToStep(page, 'Actions');
  if ((await page.getByRole('group', { name: 'Action 1' }).count()) === 0) {
    await page.getByRole('button', { name: 'Add an action' }).click();
  }
  await page.getByLabel('What is to be done').fill(`Do ${index + 1}`);
  await goToStep(page, 'Check and send');
  await sendLog(page);
  await page.getByRole('heading', { name: 'Your visits on this device' }).waitFor();
}

/** A browser that was killed may have forgotten its session; then the person signs in again. */
async function openSignedIn(): Promise<void> {
  const { page } = tablet;
  await page.goto(`${url}/#/on-this-device`);
  const asked = page.getByRole('button', { name: 'Sign in' });
  const there = page.getByRole('heading', { name: 'Your visits on this device' });
  await asked.or(there).first().waitFor();
  if (await asked.isVisible()) await signIn(page, url, PEOPLE.both);
  await page.goto(`${url}/#/on-this-device`);
}

/** Kills the browser a random moment from now, in the middle of whatever it is doing. */
async function killDuring(work: () => Promise<void>, withinMs: number): Promise<void> {
  const working = work().catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * withinMs));
  await tablet.kill();
  await working;
  await tablet.reopen();
}

it(
  `loses none of ${LOGS} logs written without a signal while the browser is killed, and sends each once`,
  async () => {
    await signIn(tablet.page, url, PEOPLE.both);
    await tablet.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await tablet.page.goto(`${url}/#/on-this-device`);
    await tablet.page.getByText(/removed after 21 days/).waitFor();
    await line.cut();
    let lost = 0;
    let kills = 0;
    for (let index = 0; index < LOGS; index += 1) {
      const seen = { lost: 0, kept: false };
      if (kills < KILLS && (index % 2 === 0 || LOGS - index <= KILLS - kills)) {
        await killDuring(() => write(index, seen), 4_000);
        kills += 1;
      }
      await write(index, seen);
      lost += seen.lost;
    }
    const { page } = tablet;
    await page.goto(`${url}/#/on-this-device`);
    await page
      .getByText('Waiting to be sent')
      .nth(LOGS - 1)
      .waitFor();
    await line.mend();
    for (let n = 0; n < 2; n += 1) {
      await killDuring(async () => void (await tablet.page.goto(`${url}/#/on-this-device`)), 2_500);
      kills += 1;
    }
    await openSignedIn();
    await tablet.page
      .getByText(/^Sent \d\d:\d\d$/)
      .nth(LOGS - 1)
      .waitFor({ timeout: 60_000 });
    const stored: { summary: string; actions: number }[] = await tracker.dataSource.query(
      `SELECT o.summary, (SELECT count(*)::int FROM follow_up_actions a WHERE a.visit_id = v.id) AS actions
       FROM visits v JOIN visit_outcomes o ON o.visit_id = v.id
       WHERE v.status = 'completed' ORDER BY o.summary`,
    );
    const wanted = visits.map((_, index) => ({ summary: summaryOf(index), actions: 1 }));
    const twice = stored.length - new Set(stored.map(({ summary }) => summary)).size;
    console.log(
      `${LOGS} logs written without a signal, browser killed ${kills} times: ` +
        `${stored.length} on the tracker, ${twice} twice, typed words lost after "Saved": ${lost}`,
    );
    expect(lost).toBe(0);
    expect(stored).toEqual(wanted.sort((a, b) => (a.summary < b.summary ? -1 : 1)));
  },
  LONGEST_MS,
);
