import fc from 'fast-check';
import { orderTogether } from './order-together';

it.each([
  ['nobody did anything', 'abc', 'abc', 'abc', 'abc'],
  ['I moved', 'abc', 'cab', 'abc', 'cab'],
  ['they moved', 'abc', 'abc', 'cab', 'cab'],
  ['both moved', 'abc', 'cab', 'bac', 'cab'],
  ['each added one', 'abc', 'abxc', 'abcy', 'abxcy'],
  ['both added at one place', 'ab', 'axb', 'ayb', 'axyb'],
  ['I added first of all', 'ab', 'xab', 'ba', 'xba'],
  ['they took out what I moved', 'abc', 'cab', 'ab', 'ab'],
  ['I moved and they added', 'abc', 'cba', 'abxc', 'cbxa'],
])('%s', (_, base, mine, theirs, together) => {
  expect(orderTogether([...base], [...mine], [...theirs]).join('')).toBe(together);
});

const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));

it('has each once that either added or nobody took out', () => {
  fc.assert(
    fc.property(list, list, list, (base, mine, theirs) => {
      const wanted = [...'abcdefgh'].filter((key) =>
        base.includes(key)
          ? mine.includes(key) && theirs.includes(key)
          : mine.includes(key) || theirs.includes(key),
      );
      expect([...orderTogether(base, mine, theirs)].sort()).toEqual(wanted);
    }),
  );
});
