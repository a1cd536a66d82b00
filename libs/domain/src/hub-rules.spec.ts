import { checkHubRules, type HubRules, ranksAgain, rulesChangeInWords } from './hub-rules';
import { DEFAULT_PLAN_RULES } from './development-plans';
import { NO_PLAN_WORDS } from './plan-reading';
import { DEFAULT_PLANNING_RULES } from './planning';
import { DEFAULT_WEIGHTS } from './score-weights';
import { VISIT_KINDS } from './visit-state';

const rules: HubRules = {
  kindsNotCounting: [],
  firstCycleStartsIn: '2024-25',
  targetVisits: 180,
  weights: DEFAULT_WEIGHTS,
  planRules: DEFAULT_PLAN_RULES,
  planWords: NO_PLAN_WORDS,
  fetchPlans: false,
  calendarHosts: ['outlook.office.com'],
  planning: DEFAULT_PLANNING_RULES,
};

it('has nothing against the rules a hub starts with', () =>
  expect(checkHubRules(rules)).toEqual([]));

it.each<[Partial<HubRules>, string, string]>([
  [{ kindsNotCounting: VISIT_KINDS }, 'kindsNotCounting', 'At least one kind of visit must count.'],
  [
    { firstCycleStartsIn: '2024-26' },
    'firstCycleStartsIn',
    'The first cycle starts in an academic year, written 2024-25.',
  ],
  [{ targetVisits: 0.5 }, 'targetVisits', 'The target is a whole number of visits, 1 to 100000.'],
  [
    { weights: { ...DEFAULT_WEIGHTS, noMusicLead: 0 } },
    'weights',
    'The points must add up to 100, not 95.',
  ],
  ...['02-29', '13-01', '31 December', '9-30'].map(
    (renewalEndsOn): [Partial<HubRules>, string, string] => [
      { planRules: { ...DEFAULT_PLAN_RULES, renewalEndsOn } },
      'planRules',
      'Give the day until which a plan may be renewed as month and day, like 12-31.',
    ],
  ),
  [
    { planRules: { ...DEFAULT_PLAN_RULES, phasesNotExpected: ['Nursery', 'Nursery'] } },
    'planRules',
    'Name each phase of which no plan is expected once.',
  ],
  [
    { planWords: { ...NO_PLAN_WORDS, hubNames: ['HMS', 'hms'] } },
    'planWords',
    'Names of the hub: “hms” is there twice.',
  ],
  [
    { planning: { ...DEFAULT_PLANNING_RULES, noticeDays: 1.5 } },
    'planning',
    'Schools are given notice of 0 to 180 whole days.',
  ],
  [
    { planning: { ...DEFAULT_PLANNING_RULES, cancelShare: 0.6 } },
    'planning',
    'The share of visits that fall through is from 0 to 50%.',
  ],
  [
    { planning: { ...DEFAULT_PLANNING_RULES, monthsBetween: -1 } },
    'planning',
    'Between two visits are 0 to 60 whole months.',
  ],
])('refuses %j', (change, field, message) =>
  expect(checkHubRules({ ...rules, ...change })).toEqual([{ field, message }]),
);

const AGAIN = 'Every school is ranked again, so the order of the queue changes for everybody.';
const meals = { ...DEFAULT_WEIGHTS, freeSchoolMeals: { most: 20, fullPercent: 50 } };

it.each<[string, Partial<HubRules>, string[]]>([
  ['nothing', { kindsNotCounting: [] }, []],
  ['points', { weights: meals }, ['The points of the score are given anew.', AGAIN]],
  [
    'kinds',
    { kindsNotCounting: ['other'] },
    [
      'Last visits, states and the schools covered are counted anew from all visits on record.',
      AGAIN,
    ],
  ],
  [
    'the day until which plans may be renewed',
    { planRules: { ...DEFAULT_PLAN_RULES, renewalEndsOn: '02-28' } },
    ['Which schools still need a music development plan is decided anew.', AGAIN],
  ],
  [
    'phases without a plan',
    { planRules: { ...DEFAULT_PLAN_RULES, phasesNotExpected: [] } },
    ['Which schools still need a music development plan is decided anew.', AGAIN],
  ],
  [
    'the order of the phases alone',
    { planRules: { ...DEFAULT_PLAN_RULES, phasesNotExpected: ['16 plus', 'Nursery'] } },
    [],
  ],
  [
    'the first cycle',
    { firstCycleStartsIn: '2023-24' },
    [
      'The three-year cycles are counted from 2023-24, so the schools covered in a cycle are others.',
    ],
  ],
  [
    'the target',
    { targetVisits: 200 },
    ['Progress is measured against 200 visits an academic year, this year included.'],
  ],
  [
    'planning',
    { planning: { ...DEFAULT_PLANNING_RULES, cancelShare: 0.15 } },
    ['The next plan of a year is made by the new rules. Plans that are made stay as they are.'],
  ],
  ['fetching', { fetchPlans: true }, ['Plans can be fetched from schools’ own websites.']],
  ['no calendars', { calendarHosts: [] }, ['Visitors’ own calendars are not read any more.']],
])('says what a change of %s brings with it', (_, change, sentences) => {
  const after = { ...rules, ...change };
  expect(rulesChangeInWords(rules, after)).toEqual(sentences);
  expect(ranksAgain(rules, after)).toBe(sentences.includes(AGAIN));
});

it('does not take another order of the kinds for a change', () => {
  const before: HubRules = { ...rules, kindsNotCounting: ['other', 'follow_up'] };
  expect(ranksAgain(before, { ...rules, kindsNotCounting: ['follow_up', 'other'] })).toBe(false);
});

/** Every set of weights that has one number of these changed. */
function* oneChanged<Weights extends object>(weights: Weights): Generator<[string, Weights]> {
  for (const [key, value] of Object.entries(weights) as [string, number | object][]) {
    const changed = typeof value === 'number' ? [[key, value + 1] as const] : oneChanged(value);
    for (const [path, other] of changed) {
      yield [path === key ? key : `${key}.${path}`, { ...weights, [key]: other }];
    }
  }
}

it.each([...oneChanged(rules.weights)])('a change of %s ranks every school again', (_, weights) =>
  expect(ranksAgain(rules, { ...rules, weights })).toBe(true),
);
