import fc from 'fast-check';
import { type CountedGroup, hiddenGroups, mayBreakDown, SMALLEST_GROUP } from './small-groups';

const groups = (counts: Record<string, number>): CountedGroup[] =>
  Object.entries(counts).map(([value, schools]) => ({ value, schools }));
const hidden = (counts: Record<string, number>) => [...hiddenGroups(groups(counts))].sort();

describe('groups that are not shown', () => {
  it.each([
    [{ Primary: 30, Secondary: 8 }, []],
    [{ Primary: 30, Secondary: 5 }, []],
    [{ Primary: 30, Secondary: 4 }, ['Primary', 'Secondary']],
    [{ Primary: 30, Secondary: 8, Special: 3 }, ['Secondary', 'Special']],
    [{ Primary: 30, Secondary: 8, Special: 3, Nursery: 2 }, ['Nursery', 'Special']],
    [{ Primary: 8, Secondary: 8, Special: 1 }, ['Primary', 'Special']],
    [{ Primary: 30, Secondary: 0 }, ['Secondary']],
    [{ Special: 3 }, ['Special']],
    [{}, []],
  ] as [Record<string, number>, string[]][])('of %j are %j', (counts, expected) => {
    expect(hidden(counts)).toEqual(expected);
  });

  it('include those of which the value is not known', () => {
    const some = [...groups({ North: 9, South: 20 }), { value: null, schools: 2 }];
    expect(hiddenGroups(some)).toEqual(new Set([null, 'North']));
    const many = [...groups({ North: 9, South: 20 }), { value: null, schools: 6 }];
    expect(hiddenGroups(many)).toEqual(new Set([null]));
  });

  it('are never fewer than five schools together, as long as there are five', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (counts) => {
        const all = counts.map((schools, at) => ({ value: String(at), schools }));
        const out = hiddenGroups(all);
        const left = all.filter(({ value }) => out.has(value)).reduce((n, g) => n + g.schools, 0);
        const shown = all.filter(({ value }) => !out.has(value));
        expect(shown.every(({ schools }) => schools >= SMALLEST_GROUP)).toBe(true);
        if (shown.length > 0) expect(left === 0 || left >= SMALLEST_GROUP).toBe(true);
      }),
    );
  });
});

describe('a group', () => {
  it('is broken down from five schools on', () => {
    expect([4, 5].map((schools) => mayBreakDown(schools, []))).toEqual([false, true]);
  });

  it('is not when one of its filters gives away what is not shown', () => {
    const phase = { value: 'Secondary', groups: groups({ Primary: 30, Secondary: 8, Special: 3 }) };
    const region = { value: 'North', groups: groups({ North: 8, South: 7 }) };
    expect(mayBreakDown(8, [region])).toBe(true);
    expect(mayBreakDown(8, [region, phase])).toBe(false);
  });
});
