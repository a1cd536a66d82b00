import { planSuccession } from './plan-succession';

const of = (...documents: [id: string, first: string, last?: string][]) =>
  planSuccession(
    documents.map(([id, academicYear, lastAcademicYear = academicYear]) => ({
      ...{ id, academicYear, lastAcademicYear },
    })),
  );

it('a later document for the same year takes the place of the earlier one', () => {
  const { replacedBy, countedIn, plans } = of(['a', '2025-26'], ['b', '2026-27'], ['c', '2026-27']);
  expect([...replacedBy]).toEqual([
    ['a', null],
    ['b', 'c'],
    ['c', null],
  ]);
  expect([...countedIn]).toEqual([
    ['2025-26', 'a'],
    ['2026-27', 'c'],
  ]);
  expect(plans.map(({ documents }) => documents)).toEqual([['a'], ['c']]);
});

it('an earlier one that covers more stands beside it, and is counted in its other years', () => {
  const { replacedBy, countedIn, plans } = of(['a', '2024-25', '2026-27'], ['b', '2026-27']);
  expect(replacedBy.get('a')).toBeNull();
  expect([...countedIn]).toEqual([
    ['2024-25', 'a'],
    ['2025-26', 'a'],
    ['2026-27', 'b'],
  ]);
  expect(plans).toHaveLength(2);
});

it('documents that begin in one year are one plan, which covers what they cover together', () => {
  expect(of(['a', '2024-25', '2026-27'], ['b', '2024-25', '2025-26']).plans).toEqual([
    { academicYear: '2024-25', lastAcademicYear: '2026-27', documents: ['a', 'b'] },
  ]);
});

it('the next one that covers a document took its place, also where another came after', () => {
  const { replacedBy } = of(['a', '2026-27'], ['b', '2025-26', '2026-27'], ['c', '2026-27']);
  expect([...replacedBy.values()]).toEqual(['b', null, null]);
  expect(of().plans).toEqual([]);
});
