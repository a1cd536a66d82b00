import fc from 'fast-check';
import { inTen } from './in-ten';

it.each([
  [0, 31, 'none of the 31 schools'],
  [31, 31, 'all 31 schools'],
  [1204, 1204, 'all 1,204 schools'],
  [1, 1, 'the one school'],
  [3, 8, '3 of 8 schools'],
  [1, 31, 'fewer than 1 in 10 schools'],
  [3, 31, '1 in 10 schools'],
  [22, 31, '7 in 10 schools'],
  [15, 31, 'half of the schools'],
  [30, 31, 'nearly all schools'],
])('%i of %i are %s', (count, total, words) => expect(inTen(count, total)).toBe(words));

it('never calls some all or none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9999 }), fc.nat(), (total, some) => {
      const words = inTen(1 + (some % (total - 1)), total);
      expect(words).not.toMatch(/^(all|none)/);
    }),
  );
});
