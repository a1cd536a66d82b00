import { readTypedNumber } from './typed-number';

it.each([
  ['1250', 1250],
  ['1,250', 1250],
  ['1 250', 1250],
  ['1\u00a0250', 1250],
  ['1\u202f250', 1250],
  ['12,345,678', 12_345_678],
  ['£1,250', 1250],
  ['£ 1,250.00', 1250],
  ['12.5', 12.5],
  ['12.50', 12.5],
  ['.5', 0.5],
  ['5.', 5],
  ['0', 0],
  ['12,5', 12.5],
  ['12,50', 12.5],
  ['£12,50', 12.5],
  ['0,99', 0.99],
  ['1250,00', 1250],
  ['£1.250,00', 1250],
  ['1 250,50', 1250.5],
  ['1.250.000', 1_250_000],
  ['1.250.000,75', 1_250_000.75],
  ['-5', -5],
  ['-£5', -5],
  ['£-5', -5],
  [' 30 ', 30],
])('%s is %d', (typed, number) => {
  expect(readTypedNumber(typed)).toBe(number);
});

it.each([
  // A thousand and a quarter, or one and a quarter?
  '1.250',
  '12.345',
  '1,25,000',
  '1,2345',
  '1,250,5',
  '12,',
  ',50',
  '1 25',
  '1,250.000',
  '1.250,000',
  '1,250 300',
  "1'250",
  '500-1000',
  '2k',
  '50p',
  'none',
  '£',
  '-',
  '1e3',
  '0x10',
  'Infinity',
])('%s stays as it was typed, to be asked about', (typed) => {
  expect(readTypedNumber(typed)).toBe(typed);
});

it('nothing is nothing', () => {
  expect(readTypedNumber('  ')).toBeUndefined();
});
