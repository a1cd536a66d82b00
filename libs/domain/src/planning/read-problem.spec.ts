import { readPlanLines, readPlanProblem } from './read-problem';
import { inventedHub } from './testing/invented-hub';

interface Loose {
  [field: string]: Loose;
}

/** A good file, changed. */
function file(change: (problem: Loose) => void = () => undefined): unknown {
  const problem = JSON.parse(JSON.stringify(inventedHub({ seed: 1, schools: 8 }))) as Loose;
  change(problem);
  return problem;
}

const set = (object: object, field: string | number, value: unknown) =>
  Object.assign(object, { [field]: value });

it('reads a good file as it is', () => {
  const { locked, previous, ...problem } = readPlanProblem(file());
  expect([locked, previous]).toEqual([[], []]);
  expect(JSON.parse(JSON.stringify(problem))).toMatchObject(file() as object);
});

it('keeps names with quotes and right-to-left marks', () => {
  const name = '“St Mary\'s” \u200F"Ḥaruv"\u200E';
  const problem = readPlanProblem(file((p) => set(p.schools![0]!, 'name', name)));
  expect(problem.schools[0]!.name).toBe(name);
});

it.each<[string, (problem: Loose) => void, string]>([
  ['a field missing', (p) => delete p.visitors, 'visitors: It is missing.'],
  [
    'a field of a school missing',
    (p) => delete p.schools![2]!.phase,
    'schools[2].phase: It is missing.',
  ],
  [
    'another format',
    (p) => set(p, 'format', 'x'),
    'format: It must be one of visit-plan-problem/1.',
  ],
  ['a list that is none', (p) => set(p, 'schools', {}), 'schools: It must be a list.'],
  [
    'a day that is none',
    (p) => set(p, 'asOf', '2025-02-29'),
    'asOf: It must be a day written YYYY-MM-DD.',
  ],
  [
    'a visitor named twice',
    (p) => set(p.visitors![1]!, 'id', 'v1'),
    'visitors[1].id: “v1” is there twice.',
  ],
  [
    'a school named twice',
    (p) => set(p.schools![1]!, 'urn', 100_001),
    'schools[1].urn: “100001” is there twice.',
  ],
  [
    'seven a day',
    (p) => set(p.visitors![0]!, 'perDay', 7),
    'visitors[0].perDay: It must be a whole number from 0 to 6.',
  ],
  [
    'half a visit',
    (p) => set(p.visitors![0]!, 'perWeek', 1.5),
    'visitors[0].perWeek: It must be a whole number from 0 to 42.',
  ],
  [
    'fewer than none',
    (p) => set(p, 'wanted', -1),
    'wanted: It must be a whole number from 0 to 100000.',
  ],
  [
    'an absence that ends before it begins',
    (p) => set(p.visitors![0]!.away![0]!, 'to', '2024-01-01'),
    'visitors[0].away[0].to: It lies before the day it begins.',
  ],
  [
    'a region that is none',
    (p) => set(p.schools![0]!, 'regionId', 'r9'),
    'schools[0].regionId: “r9” is no region of the file.',
  ],
  [
    'no number',
    (p) => set(p.schools![0]!, 'score', '12'),
    'schools[0].score: It must be a number from 0 to 100.',
  ],
])('names the field of %s', (_, change, message) => {
  expect(() => readPlanProblem(file(change))).toThrow(message);
});

it.each([[null], [7], [[]], ['x']])('refuses %j', (value) => {
  expect(() => readPlanProblem(value)).toThrow('the file: It must be an object.');
});

it('reads a plan as a list, and as what a whole plan says', () => {
  const lines = [{ urn: 1, date: '2024-10-08', visitorId: 'v1' }];
  expect(readPlanLines(lines)).toEqual(lines);
  expect(readPlanLines({ visits: lines, seed: 1 })).toEqual(lines);
  expect(() => readPlanLines({})).toThrow('visits: It is missing.');
  expect(() => readPlanLines([{ urn: 1, date: '2024-10-08' }])).toThrow('plan[0].visitorId');
});
