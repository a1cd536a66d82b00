import fc from 'fast-check';
import { mergeRecords, sameValue } from './merge-records';

const merge = (base: unknown, mine: unknown, theirs: unknown) => {
  const [field] = mergeRecords(['it'], {
    base: { it: base },
    mine: { it: mine },
    theirs: { it: theirs },
  });
  return [field?.verdict, field?.value];
};

it.each([
  ['nobody touched it', 'A', 'A', 'A', 'untouched', 'A'],
  ['only I changed it', 'A', 'B', 'A', 'mine', 'B'],
  ['only they changed it', 'A', 'A', 'B', 'theirs', 'B'],
  ['both changed it alike', 'A', 'B', 'B', 'agreed', 'B'],
  ['both changed it differently', 'A', 'B', 'C', 'clash', 'B'],
  ['I emptied what they changed', 'A', null, 'C', 'clash', null],
  ['an empty text is none recorded', null, '', null, 'untouched', ''],
  ['both switched it off', true, false, false, 'agreed', false],
  [
    'a list in another order is the same',
    ['a', 'b'],
    ['b', 'a'],
    ['a', 'b', 'c'],
    'theirs',
    ['a', 'b', 'c'],
  ],
  ['both added to a list', ['a'], ['a', 'b'], ['a', 'c'], 'joined', ['a', 'c', 'b']],
  ['one took out, the other added', ['a', 'b'], ['a'], ['a', 'b', 'c'], 'joined', ['a', 'c']],
  [
    'both added the same and more',
    ['a'],
    ['a', 'b', 'd'],
    ['a', 'b', 'c'],
    'joined',
    ['a', 'b', 'c', 'd'],
  ],
])('%s', (_case, base, mine, theirs, verdict, value) => {
  expect(merge(base, mine, theirs)).toEqual([verdict, value]);
});

describe('fields that mean something only together', () => {
  const verdicts = (mine: object, theirs: object) => {
    const base = { day: '2024-12-03', time: '09:30', visitor: 'Jo' };
    return mergeRecords(
      ['day', 'time', 'visitor'],
      { base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } },
      [['day', 'time']],
    ).map(({ verdict }) => verdict);
  };

  it.each([
    ['each changed one of them', { time: '14:00' }, { day: '2024-12-04' }, 'clash clash untouched'],
    ['one changed both', {}, { day: '2024-12-04', time: '14:00' }, 'theirs theirs untouched'],
    [
      'one of them clashes',
      { day: '2024-12-05', time: '14:00' },
      { day: '2024-12-04' },
      'clash clash untouched',
    ],
    ['the other change is outside', { time: '14:00' }, { visitor: 'Al' }, 'untouched mine theirs'],
    [
      'both changed one alike',
      { day: '2024-12-04', time: '14:00' },
      { day: '2024-12-04' },
      'agreed mine untouched',
    ],
  ])('%s', (_case, mine, theirs, expected) => {
    expect(verdicts(mine, theirs).join(' ')).toBe(expected);
  });
});

const value = fc.oneof(fc.constantFrom('a', 'b', 'c', '', null), fc.boolean());
const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));

it('loses nobody’s change without asking', () => {
  fc.assert(
    fc.property(value, value, value, (base, mine, theirs) => {
      const [verdict, kept] = merge(base, mine, theirs);
      if (!sameValue(mine, base)) expect(sameValue(kept, mine)).toBe(true);
      if (verdict !== 'clash' && !sameValue(theirs, base))
        expect(sameValue(kept, theirs)).toBe(true);
    }),
  );
});

it('puts lists of people together as it does lists of words', () => {
  const [jo, ann, li] = ['Jo', 'Ann', 'Li'].map((name) => ({ name }));
  const copy = { name: 'Jo' };
  expect(merge([jo, ann], [copy, ann, li], [copy])).toEqual(['joined', [jo, li]]);
});

it('keeps what either added to a list, and nothing that either took out', () => {
  fc.assert(
    fc.property(list, list, list, (base, mine, theirs) => {
      const [verdict, kept] = merge(base, mine, theirs) as [string, string[]];
      expect(verdict).not.toBe('clash');
      const wanted = ['a', 'b', 'c', 'd'].filter((each) =>
        base.includes(each as never)
          ? mine.includes(each as never) && theirs.includes(each as never)
          : mine.includes(each as never) || theirs.includes(each as never),
      );
      expect([...kept].sort()).toEqual(wanted);
    }),
  );
});
