import type { Browser, Page, Request } from 'playwright-core';
import {
  mayCall,
  mayWriteInRegion,
  type RouteKey,
  ROUTES,
  type Role,
  type SignedInUser,
} from '@tracker/contract';
import { launchBrowser, openWindow, signIn } from './support/browser';
import { everyRoute, leadsTo } from './support/every-route';
import { everyScreen } from './support/every-screen';
import { PEOPLE, prepareHub, signedInClient } from './support/prepared-hub';
import { RESOURCE_COMMANDS } from './support/resource-screens';
import { runTracker, type RunningTracker } from './support/running-tracker';
import type { Screen } from './support/screen';

const ADMIN = 'admin@hub.example';
const TODAY = '2024-11-20';
const NO_ACCESS = 'This page is not for your account';

/** What a button, link or entry of a menu does in the end, by its words. */
const COMMANDS: readonly [words: RegExp, route: RouteKey][] = [
  [/^(Log (a|this)|Log the) visit/i, 'POST /api/visits/{id}/outcome'],
  [/^(Schedule|Move(?! to))\b.*…?$/i, 'POST /api/visits/{id}/schedule'],
  [/^Propose (?!a plan)/i, 'POST /api/visits'],
  [/^Propose a plan$/, 'POST /api/visit-plans'],
  [/^Confirm…/, 'POST /api/visits/{id}/confirm'],
  [/^Cancel the visit…/, 'POST /api/visits/{id}/cancel'],
  [/^Not held…/, 'POST /api/visits/{id}/not-held'],
  [/^Correct( the answers)?…$/, 'POST /api/visits/{id}/correct'],
  [/^Choose who gets it$/, 'PUT /api/visits/{id}/recipient'],
  [/^Fetch them again$/, 'GET /api/offline-pack'],
  [/^Add an action$/, 'POST /api/follow-up-actions'],
  [/^(Done|Open again): /, 'PUT /api/follow-up-actions/{id}'],
  [/^(Move to (open|in progress)|Drop it|Change…)$/, 'PUT /api/follow-up-actions/{id}'],
  [/^Plan a follow-up visit…$/, 'POST /api/follow-up-actions/{id}/visit'],
  [/^Add a contact$/, 'POST /api/contacts'],
  [/^Change Asha Bell$/, 'PUT /api/contacts/{id}'],
  [/^Remove Asha Bell$/, 'DELETE /api/contacts/{id}'],
  [/^(Write|Change the) notes$/, 'PUT /api/schools/{id}'],
  [/^Change the days$/, 'PUT /api/schools/{id}/availability'],
  [/^(Look at and save|Change) the days of /, 'PUT /api/planning-windows/{academicYear}'],
  [/^(Change the time of |Change my days$)/, 'PUT /api/visitors/{id}/capacity'],
  [/^Add days away$/, 'POST /api/visitor-absences'],
  [/^Link for the school$/, 'POST /api/survey-links'],
  [/^Offer days…$/, 'POST /api/day-offers'],
  [/^Revoke the link$/, 'DELETE /api/survey-links/{id}'],
  [/^(Pin|Snooze)\b/, 'POST /api/priority-queue/{schoolId}/hold'],
  [/^Rank again/i, 'POST /api/priority-refreshes'],
  [/^Start a form$/, 'POST /api/surveys'],
  [/^Make a new version$/, 'POST /api/surveys/{id}/draft'],
  [/^Save the draft$/, 'PUT /api/survey-versions/{id}'],
  [/^Publish$/, 'POST /api/survey-versions/{id}/publish'],
  [/^Discard the draft$/, 'DELETE /api/survey-versions/{id}'],
  [/^(Capture( a plan|$| the plan: )|Read the plan$)/, 'POST /api/plan-documents'],
  [/^(Confirm|Correct) the plan$/, 'POST /api/plan-documents/{id}/confirm'],
  [/^Reject…$/, 'POST /api/plan-documents/{id}/reject'],
  [/^Import a file$/, 'POST /api/imports'],
  [/^Import for real$/, 'POST /api/imports/{id}/apply'],
  [/^Forget /, 'DELETE /api/known-names/{id}'],
  [/^Restore /, 'POST /api/contacts/{id}/restore'],
  [/^Undo (this|the) import/, 'POST /api/imports/{id}/undo'],
  ...RESOURCE_COMMANDS,
  [/^Change (North|South)$/, 'PUT /api/regions/{id}'],
  [/^(Send it|Send again): email to /, 'POST /api/mails/{id}/send-again'],
  [/^It arrived: email to /, 'POST /api/mails/{id}/arrived'],
  [/^Don’t send: email to /, 'POST /api/mails/{id}/cancel'],
  [/^Import (term dates|bank holidays)$/, 'POST /api/school-calendar/import'],
  [/^Add a year of term dates$/, 'PUT /api/school-years/{year}'],
  [/^Add a year of bank holidays$/, 'PUT /api/bank-holidays/{year}'],
  [/^Add a (strength|need)$/, 'POST /api/outcome-tags'],
  [/^Rename /, 'PUT /api/outcome-tags/{id}'],
  [/^Save the target$/, 'PUT /api/targets/{academicYear}'],
  [/^Save the rules…$/, 'PUT /api/hub-settings'],
  [/^Change$/, 'PUT /api/mail-settings'],
  [/^Change: Visit confirmed$/, 'PUT /api/mail-templates/{kind}'],
  [/^Remind /, 'POST /api/users/{id}/log-reminder'],
  [/^Invite somebody$/, 'POST /api/users'],
  [/^Change (Nia Reed|Max Weir)$/, 'PUT /api/users/{id}'],
  [/^New (password|invitation) for/, 'POST /api/users/{id}/reset-link'],
];

/** What is offered only once rows are chosen, or with records that the walk does not have. */
const NOT_MET: readonly RouteKey[] = [
  'POST /api/visits',
  'POST /api/imports/{id}/apply',
  'POST /api/mails/{id}/arrived',
  'POST /api/users/{id}/log-reminder',
];

/** What everybody may do who writes down what happens at schools. */
const AT_SCHOOLS = [
  'POST /api/visits/{id}/outcome',
  'POST /api/visits/{id}/confirm',
  'POST /api/visits/{id}/cancel',
  'PUT /api/visits/{id}/recipient',
  'PUT /api/schools/{id}',
  'PUT /api/contacts/{id}',
  'POST /api/day-offers',
  'POST /api/survey-links',
  'DELETE /api/survey-links/{id}',
  'PUT /api/follow-up-actions/{id}',
  'POST /api/follow-up-actions/{id}/visit',
  'POST /api/plan-documents',
  'POST /api/plan-documents/{id}/confirm',
  'POST /api/plan-documents/{id}/reject',
];

/** Who opens these has no session, or a device that has kept something. */
const NOT_WALKED = [
  '/cannot-make-it',
  '/first-admin',
  '/forgotten-password',
  '/offered-days',
  '/on-this-device/:id',
  '/school-survey',
  '/set-password',
  // Settings begin with their first part.
  '/settings',
];

let tracker: RunningTracker;
let browser: Browser;
let screens: Screen[];

beforeAll(async () => {
  tracker = await runTracker(TODAY);
  const head = await prepareHub(tracker);
  await tracker.addUser({ email: ADMIN, role: 'admin', name: 'Ada Quill' });
  screens = await everyScreen(head, TODAY);
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

/** Whether a user may carry out what a route does, at the school a screen is about. */
function may(user: SignedInUser, route: RouteKey, regionId: Screen['regionId']): boolean {
  if (!mayCall(user, route)) return false;
  const ofSchool = ROUTES[route] === 'schoolRecords';
  return !ofSchool || regionId === undefined || mayWriteInRegion(user, regionId);
}

/** @returns waits until nothing is being fetched any more and what came is drawn */
function stillness(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  const drawn = () =>
    page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  return async () => {
    // Twice: what has come may be what the next thing is asked by.
    for (let still = 0; still < 2; still += 1) {
      await drawn();
      if (underWay.size > 0) still = -1;
    }
  };
}

/** The words of all that can be pressed on the screen, the entries of its menus included. */
async function offered(page: Page): Promise<string[]> {
  const namesOf = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((found) =>
        found
          .filter((each) => each.checkVisibility())
          .map((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim()),
      );
  const names = await namesOf('main button, main a, main [role="button"]');
  for (const menu of await page
    .getByRole('button', { name: /^(What to do about|More for)/ })
    .all()) {
    await menu.click();
    await page.getByRole('menuitem').first().waitFor();
    names.push(...(await namesOf('[role="menuitem"]')));
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
  return names;
}

const routesOf = (names: readonly string[]) => [
  ...new Set(
    COMMANDS.filter(([words]) => names.some((name) => words.test(name))).map(([, route]) => route),
  ),
];

/** What each role is offered somewhere, so that a walk that sees nothing cannot pass. */
const OFFERED: Record<Role, (user: SignedInUser) => string[]> = {
  manager: () => [],
  regional: () => AT_SCHOOLS,
  head: (user) =>
    COMMANDS.map(([, route]) => route).filter(
      (route) => may(user, route, undefined) && !NOT_MET.includes(route),
    ),
  admin: () => ['POST /api/users', 'PUT /api/users/{id}', 'POST /api/users/{id}/reset-link'],
};

/** Where the role sees another thing than a role that has been everywhere. */
function screensOf(role: Role, user: SignedInUser): Screen[] {
  const asHead = { ...user, role: 'head' } as const;
  if (role === 'admin')
    return screens.filter(({ route }) => may(user, route, null) !== may(asHead, route, null));
  if (role === 'regional') return screens;
  // Where the region makes no difference, one school is as good as two.
  const [first] = screens.flatMap(({ regionId }) => regionId ?? []);
  return screens.filter(({ regionId }) => regionId === undefined || regionId === first);
}

/**
 * Those that are closed to the user between those that are open: the same sentence stands on each of
 * them, so that two that follow each other could not be told apart.
 */
function inTurn(walk: readonly Screen[], user: SignedInUser): Screen[] {
  const closed = walk.filter(({ route, regionId }) => !may(user, route, regionId));
  const open = walk.filter((screen) => !closed.includes(screen));
  if (closed.length > open.length) throw new Error('There are not enough open screens.');
  return open.flatMap((screen, i) => [...closed.slice(i, i + 1), screen]);
}

it('walks through every screen that the app has', () => {
  const left = everyRoute().filter((route) => !screens.some(({ path }) => leadsTo(route, path)));
  expect(left.sort()).toEqual(NOT_WALKED);
});

it.each([
  ['manager', PEOPLE.manager],
  ['regional', PEOPLE.north],
  ['head', PEOPLE.head],
  ['admin', ADMIN],
] as const)(
  'shows the role %s nothing that it may not do',
  async (role, email) => {
    const user = await (await signedInClient(tracker.url, email)).get<SignedInUser>('/auth/me');
    const { context, page } = await openWindow(browser);
    const untilStill = stillness(page);
    let refused: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() === 403) refused.push(new URL(answer.url()).pathname);
    });
    await signIn(page, tracker.url, email);
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (const { path, heading, route, regionId } of inTurn(screensOf(role, user), user)) {
      await untilStill();
      refused = [];
      const closed = !may(user, route, regionId);
      await page.goto(`${tracker.url}/#${path}`);
      const there = closed
        ? page.getByRole('heading', { level: 1, name: NO_ACCESS })
        : page.getByRole('heading', { name: heading, exact: true });
      const isAsItShould = await there.waitFor().then(
        () => true,
        () => false,
      );
      if (!isAsItShould) wrong.push(`${path} is ${closed ? 'open' : `without "${heading}"`}`);
      await untilStill();
      if (!closed) wrong.push(...refused.map((call) => `${path} asks in vain for ${call}`));
      for (const command of routesOf(await offered(page))) {
        seen.add(command);
        if (!may(user, command, regionId)) wrong.push(`${path} offers ${command}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(OFFERED[role](user).filter((command) => !seen.has(command))).toEqual([]);
    await context.close();
  },
  120_000,
);
