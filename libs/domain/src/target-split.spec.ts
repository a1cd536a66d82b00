import fc from 'fast-check';
import { isTarget, splitTarget, type TargetPart } from './target-split';

const part = (id: string, weight: number, over: Partial<TargetPart> = {}): TargetPart => ({
  ...{ id, weight, schools: weight },
  ...over,
});
const shares = (whole: number, parts: TargetPart[]) => [...splitTarget(whole, parts).values()];

describe('a target split over regions', () => {
  it.each<[string, number, TargetPart[], number[]]>([
    ['in proportion', 180, [part('a', 60), part('b', 30)], [120, 60]],
    ['by largest remainder', 10, [part('a', 1), part('b', 1), part('c', 4)], [2, 1, 7]],
    ['the earlier first among equals', 2, [part('a', 1), part('b', 1), part('c', 1)], [1, 1, 0]],
    ['nothing for whom there is nothing to do', 9, [part('a', 0), part('b', 3)], [0, 9]],
    [
      'by hand, the rest to the others',
      180,
      [part('a', 1, { byHand: 100 }), part('b', 1)],
      [100, 80],
    ],
    ['0 by hand is set, too', 180, [part('a', 5, { byHand: 0 }), part('b', 1)], [0, 180]],
    ['more by hand than there is', 50, [part('a', 1, { byHand: 60 }), part('b', 1)], [60, 0]],
    ['all by hand', 50, [part('a', 1, { byHand: 20 }), part('b', 1, { byHand: 20 })], [20, 20]],
    [
      'by schools in scope where none is to be visited',
      30,
      [part('a', 0, { schools: 20 }), part('b', 0, { schools: 10 })],
      [20, 10],
    ],
    ['evenly where there is no school', 5, [part('a', 0), part('b', 0)], [3, 2]],
    ['a target of 0', 0, [part('a', 3), part('b', 0)], [0, 0]],
    ['no region', 180, [], []],
  ])('%s', (_, whole, parts, expected) => expect(shares(whole, parts)).toEqual(expected));

  it('always adds up to the whole less what is set by hand, in whole numbers near the exact share', () => {
    const parts = fc.array(
      fc.record({
        weight: fc.nat(300),
        schools: fc.nat(500),
        byHand: fc.option(fc.nat(120), { nil: undefined, freq: 3 }),
      }),
      { minLength: 1, maxLength: 430 },
    );
    fc.assert(
      fc.property(fc.nat(100_000), parts, (whole, given) => {
        const all = given.map((one, at) => ({ ...one, id: String(at) }));
        const found = splitTarget(whole, all);
        const others = all.filter(({ byHand }) => byHand === undefined);
        const set = all.reduce((sum, { byHand }) => sum + (byHand ?? 0), 0);
        const rest = Math.max(0, whole - set);
        const sum = others.reduce((total, { id }) => total + (found.get(id) ?? NaN), 0);
        expect(sum).toBe(others.length > 0 ? rest : 0);
        const weights = others.reduce((total, { weight }) => total + weight, 0);
        for (const { id, weight, byHand } of all) {
          const share = found.get(id) as number;
          if (byHand !== undefined) expect(share).toBe(byHand);
          else if (weights > 0) expect(Math.abs(share - (rest * weight) / weights)).toBeLessThan(1);
          expect(Number.isInteger(share) && share >= 0).toBe(true);
        }
      }),
    );
  });
});

it.each([
  [0, true],
  [180, true],
  [100_000, true],
  [100_001, false],
  [-1, false],
  [1.5, false],
  ['180', false],
  [NaN, false],
  [null, false],
])('%p can be aimed at: %p', (value, is) => expect(isTarget(value)).toBe(is));
