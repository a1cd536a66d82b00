import { milesInWords } from './distance';

it.each([
  [0, 'under 0.1 miles'],
  [0.15, 'under 0.1 miles'],
  [0.3, '0.2 miles'],
  [1.609344, '1 mile'],
  [5, '3.1 miles'],
  [20, '12.4 miles'],
])('%p km are %s', (km, words) => expect(milesInWords(km)).toBe(words));
