import { brokenRules, type RuleKey } from './rules';
import type { PlanProblem, PlanSchool, PlanVisitor } from './problem';
import { inventedProblem, inventedSchool, inventedVisitor } from './testing/invented-hub';

interface Case {
  school?: Partial<PlanSchool>;
  visitor?: Partial<PlanVisitor>;
  problem?: Partial<PlanProblem>;
}

/** What a visit on a day breaks. */
function brokenOn(date: string, { school, visitor, problem }: Case = {}) {
  const made = inventedProblem({
    schools: [inventedSchool({ urn: 1, ...school })],
    visitors: [inventedVisitor({ id: 'v1', ...visitor })],
    ...problem,
  });
  return brokenRules(made, [{ urn: 1, date, visitorId: 'v1' }]).map(({ key }) => key);
}

const secondary = { school: { phase: 'Secondary' } };
const residential = {
  school: { unavailable: [{ from: '2025-02-03', to: '2025-02-07', why: 'residential' }] },
};
const twoDays = { visitor: { weekdays: [2, 4] } };

it.each<[what: string, date: string, given: Case, broken: RuleKey[]]>([
  ['half term', '2024-10-29', {}, ['day']],
  ['Boxing Day', '2024-12-26', {}, ['day']],
  ['a Saturday', '2024-11-09', { visitor: { weekdays: [6] } }, ['day']],
  ['within the notice', '2024-09-13', {}, ['horizon']],
  ['the first day after the notice', '2024-09-16', {}, []],
  ['a secondary school in the exam season', '2025-05-08', secondary, ['window']],
  ['a primary school then', '2025-05-08', {}, []],
  ['a primary school in SATs week', '2025-05-13', {}, ['window']],
  ['a primary school before Christmas', '2024-12-11', {}, ['window']],
  ['a secondary school before Christmas', '2024-12-11', secondary, []],
  ['a residential', '2025-02-05', residential, ['unavailable']],
  ['after the residential', '2025-02-10', residential, []],
  [
    'a Friday, on which it never can',
    '2024-09-20',
    { school: { notOnWeekdays: [5] } },
    ['weekday'],
  ],
  ['another region', '2024-09-16', { visitor: { regionIds: ['r2'] } }, ['region']],
  ['one of two regions', '2024-09-16', { visitor: { regionIds: ['r2', 'r1'] } }, []],
  ['no day of the visitor', '2024-10-09', twoDays, ['visitor-day']],
  ['a day of the visitor', '2024-10-08', twoDays, []],
  [
    'the visitor away',
    '2024-10-08',
    { visitor: { away: [{ from: '2024-10-07', to: '2024-10-08' }] } },
    ['visitor-away'],
  ],
  ['too soon', '2025-03-05', { school: { lastVisitedOn: '2023-03-06' } }, ['too-soon']],
  ['two years later', '2025-03-06', { school: { lastVisitedOn: '2023-03-06' } }, []],
  [
    '29 February and two years',
    '2024-09-16',
    { school: { lastVisitedOn: '2024-02-29' } },
    ['too-soon'],
  ],
  [
    'snoozed',
    '2025-05-01',
    { school: { snoozed: { until: '2025-05-01', by: 'Imogen Farrant', why: 'building work' } } },
    ['snoozed'],
  ],
  ['closed by then', '2025-05-01', { school: { closesOn: '2025-05-01' } }, ['closing']],
  ['no day at all', '2025-02-30', {}, ['day']],
  ['more than are wanted', '2024-09-16', { problem: { wanted: 0 } }, ['wanted']],
])('P1, %s, %s', (_, date, given, broken) => {
  expect(brokenOn(date, given)).toEqual(broken);
});

const schools = [1, 2, 3, 4, 5].map((urn) => inventedSchool({ urn }));
const line = (urn: number, date: string) => ({ urn, date, visitorId: 'v1' });

it('P1: counts what is booked, by day, week and half term', () => {
  const booked = [{ ...line(5, '2024-10-08'), status: 'scheduled' }];
  const problem = inventedProblem({ schools, booked });
  const keys = (...dates: string[]) =>
    brokenRules(
      problem,
      dates.map((date, i) => line(i + 1, date)),
    ).map(({ key }) => key);
  expect(keys('2024-10-08')).toEqual([]);
  expect(keys('2024-10-10')).toEqual([]);
  expect(keys('2024-10-08', '2024-10-10')).toEqual(['per-week']);
  expect(keys('2024-10-08', '2024-10-08')).toEqual(['per-day', 'per-week']);
  expect(keys('2024-09-16', '2024-09-23', '2024-09-30')).toEqual(['per-half-term']);
});

it('P1: one line a school, none where it is booked or was visited, never more than wanted', () => {
  const held = [line(4, '2024-09-10')];
  const booked = [{ ...line(5, '2024-10-08'), status: 'scheduled' }];
  const problem = inventedProblem({ schools, held, booked, wanted: 3 });
  const plan = [
    line(1, '2024-09-16'),
    line(1, '2024-11-05'),
    line(4, '2024-11-05'),
    line(5, '2024-11-05'),
    line(2, '2025-01-07'),
  ];
  expect(brokenRules(problem, plan).map(({ key }) => key)).toEqual([
    ...['twice', 'twice', 'twice', 'wanted'],
  ]);
  expect(brokenRules(problem, [line(9, '2024-11-05')])).toMatchObject([{ key: 'school' }]);
});
