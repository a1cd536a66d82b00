import type { Browser, Page } from 'playwright-core';
import {
  mayCall,
  mayWriteInRegion,
  permissionOf,
  type Import,
  type Region,
  type Role,
  type School,
  type SignedInUser,
  type Visit,
} from '@tracker/contract';
import { launchBrowser, openWindow, signInAtQueue } from './support/browser';
import { type Client, PEOPLE, prepareHub, schoolCalled } from './support/prepared-hub';
import { signedInClient } from './support/prepared-hub';
import { runTracker, type RunningTracker } from './support/running-tracker';

const ADMIN = 'admin@hub.example';
const NO_ACCESS = 'This page is not for your account';

/** What a button, link or entry of a menu does in the end, by its words. */
const COMMANDS: readonly [words: RegExp, route: string][] = [
  [/^(Log (a|this)|Log the) visit/i, 'POST /api/visits/{id}/outcome'],
  [/^(Schedule|Move)\b.*…?$/i, 'POST /api/visits/{id}/schedule'],
  [/^Propose\b/i, 'POST /api/visits'],
  [/^Confirm…/, 'POST /api/visits/{id}/confirm'],
  [/^Cancel the visit…/, 'POST /api/visits/{id}/cancel'],
  [/^Not held…/, 'POST /api/visits/{id}/not-held'],
  [/^Add an action$/, 'POST /api/follow-up-actions'],
  [/^(Done|Open again): /, 'PUT /api/follow-up-actions/{id}'],
  [/^Plan a follow-up visit…$/, 'POST /api/follow-up-actions/{id}/visit'],
  [/^Add a contact$/, 'POST /api/contacts'],
  [/^Change Asha Bell$/, 'PUT /api/contacts/{id}'],
  [/^Remove Asha Bell$/, 'DELETE /api/contacts/{id}'],
  [/^(Write|Change the) notes$/, 'PUT /api/schools/{id}'],
  [/^(Pin|Snooze)\b/, 'POST /api/priority-queue/{schoolId}/hold'],
  [/^Rank again/i, 'POST /api/priority-refreshes'],
  [/^Import a file$/, 'POST /api/imports'],
  [/^Import for real$/, 'POST /api/imports/{id}/apply'],
  [/^Undo (this|the) import/, 'POST /api/imports/{id}/undo'],
  [/^(Add a|Save the) region$/, 'POST /api/regions'],
  [/^Change (North|South)$/, 'PUT /api/regions/{id}'],
  [/^Invite somebody$/, 'POST /api/users'],
  [/^Change (Nia Reed|Max Weir)$/, 'PUT /api/users/{id}'],
  [/^New (password|invitation) for/, 'POST /api/users/{id}/reset-link'],
];

interface Screen {
  path: string;
  /** The call it stands on; without it nobody has anything to do there. */
  route: string;
  /** The region of the school it is about; undefined when it is about none. */
  regionId?: string | null;
}

let tracker: RunningTracker;
let browser: Browser;
let head: Client;
let screens: Screen[];

beforeAll(async () => {
  tracker = await runTracker('2024-11-20');
  head = await prepareHub(tracker);
  await tracker.addUser({ email: ADMIN, role: 'admin', name: 'Ada Quill' });
  browser = await launchBrowser();
  const [region] = await head.get<Region[]>('/regions');
  const [done] = await head.get<Import[]>('/imports');
  const atSchools = await Promise.all(
    ['Alder Primary School', 'Cedar School'].map(async (name) => {
      const school = await schoolCalled(head, name);
      const { id: schoolId, regionId } = school;
      await head.post('/contacts', { schoolId, name: 'Asha Bell', role: 'music_lead' });
      await head.post('/follow-up-actions', { schoolId, title: 'Lend six drums' });
      const visit = await head.post<Visit>('/visits', { schoolId, scheduledOn: '2024-11-20' });
      return screensAt(school, visit).map((screen) => ({ ...screen, regionId }));
    }),
  );
  screens = [
    { path: '/priority-queue', route: 'GET /api/priority-queue' },
    { path: '/schools', route: 'GET /api/schools' },
    { path: '/visits', route: 'GET /api/visits' },
    { path: '/', route: 'GET /api/today/summary' },
    { path: '/follow-up-actions', route: 'GET /api/follow-up-actions' },
    { path: '/visits/calendar?region=', route: 'GET /api/visits' },
    { path: '/imports', route: 'GET /api/imports' },
    { path: '/imports/create', route: 'POST /api/imports' },
    { path: `/imports/${done?.id}/show`, route: 'GET /api/imports/{id}' },
    { path: '/regions', route: 'GET /api/regions' },
    { path: '/regions/create', route: 'POST /api/regions' },
    { path: `/regions/${region?.id}`, route: 'PUT /api/regions/{id}' },
    { path: '/users', route: 'PUT /api/users/{id}' },
    { path: '/audit', route: 'GET /api/audit' },
    { path: '/account', route: 'GET /api/auth/me' },
    ...atSchools.flat(),
  ];
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
}, 60_000);

const screensAt = (school: School, visit: Visit): Screen[] => [
  { path: `/schools/${school.id}/brief`, route: 'GET /api/schools/{id}/brief' },
  { path: `/schools/${school.id}/show`, route: 'GET /api/schools/{id}' },
  { path: `/visits/${visit.id}/show`, route: 'GET /api/visits/{id}' },
  { path: `/visits/${visit.id}/log`, route: 'POST /api/visits/{id}/outcome' },
  { path: `/visits/log?schoolId=${school.id}`, route: 'POST /api/visits/{id}/outcome' },
];

/** Whether a user may carry out what a route does, at the school a screen is about. */
function may(user: SignedInUser, route: string, { regionId }: Screen): boolean {
  const [method = '', path = ''] = route.split(' ');
  if (!mayCall(user, method, path)) return false;
  const ofSchool = permissionOf(method, path) === 'schoolRecords';
  return !ofSchool || regionId === undefined || mayWriteInRegion(user, regionId);
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
const OFFERED: Record<Role, { least: number; some: string[]; none: string[] }> = {
  manager: { least: 0, some: [], none: COMMANDS.map(([, route]) => route) },
  regional: {
    least: 6,
    some: [
      'POST /api/visits/{id}/cancel',
      'PUT /api/schools/{id}',
      'PUT /api/contacts/{id}',
      'PUT /api/follow-up-actions/{id}',
      'POST /api/follow-up-actions/{id}/visit',
    ],
    none: ['POST /api/imports', 'POST /api/regions', 'POST /api/users'],
  },
  head: { least: 8, some: ['POST /api/imports', 'POST /api/regions'], none: ['POST /api/users'] },
  admin: { least: 10, some: ['POST /api/users', 'PUT /api/users/{id}'], none: [] },
};

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
    await signInAtQueue(page, tracker.url, email);
    let refused: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() === 403) refused.push(new URL(answer.url()).pathname);
    });
    const seen = new Set<string>();
    const wrong: string[] = [];
    // Where the region makes no difference, one school is as good as two.
    const walk = role === 'regional' ? screens : screens.slice(0, -5);
    for (const [i, screen] of walk.entries()) {
      refused = [];
      // As if typed by hand: with something new before the #, the page is loaded anew.
      await page.goto(`${tracker.url}/?${i}#${screen.path}`);
      const heading = page.getByRole('heading', { level: 1 });
      await heading.waitFor();
      await page.waitForLoadState('networkidle');
      const denied = (await heading.innerText()) === NO_ACCESS;
      if (denied === may(user, screen.route, screen))
        wrong.push(`${screen.path} is ${denied ? 'closed' : 'open'}`);
      if (!denied) wrong.push(...refused.map((call) => `${screen.path} asks in vain for ${call}`));
      for (const route of routesOf(await offered(page))) {
        seen.add(route);
        if (!may(user, route, screen)) wrong.push(`${screen.path} offers ${route}`);
      }
    }
    expect(wrong).toEqual([]);
    const { least, some, none } = OFFERED[role];
    expect(seen.size).toBeGreaterThanOrEqual(least);
    expect([...seen]).toEqual(expect.arrayContaining(some));
    expect([...seen].filter((route) => none.includes(route))).toEqual([]);
    await context.close();
  },
  120_000,
);
