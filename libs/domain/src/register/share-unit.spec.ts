import { isSmallShare, ShareColumn, shareUnknown } from './share-unit';

const columnOf = (texts: readonly string[]) => {
  const column = new ShareColumn();
  for (const text of texts) column.add(text);
  return column;
};

it.each([
  [['0.125', '0.3'], 'fraction'],
  [['0.125'], 'fraction'],
  [['0.125', '1', '0'], 'fraction'],
  [Array<string>(10).fill('0.2'), 'fraction'],
  [Array<string>(10).fill('1'), 'fraction'],
  [['12.5', '0.8', '30'], 'percent'],
  [['12.5%', '0.8'], 'percent'],
  [['12.5', '0'], 'percent'],
  [['0.8', '0.1'], null],
  [['1'], null],
  [['0.125', '12.5'], 'percent'],
  [[], null],
])('%j: %s', (texts, unit) => {
  expect(columnOf(texts).unit()).toBe(unit);
});

it.each([
  ['0.125', ['0.3'], 12.5],
  ['0.145', [], 14.5],
  ['1', ['0.125'], 100],
  ['0.8', ['12.5'], 0.8],
  ['0.85', ['12.53'], 0.9],
  ['0.8', ['0.1'], null],
  // Among percentages with one decimal it is a fraction that strayed in.
  ['0.125', ['12.5'], null],
])('%s beside %j is %s', (text, others, percent) => {
  expect(columnOf([text, ...others]).percentOf(text)).toBe(percent);
});

it.each([
  ['0.125', true],
  ['1', true],
  ['1.0', true],
  ['1.1', false],
  ['0', false],
  ['0.5%', false],
])('%s may be a share of the whole as well as a percentage: %s', (text, small) => {
  expect(isSmallShare(text)).toBe(small);
});

it('says what a value may be', () => {
  expect(shareUnknown('0.8')).toBe(
    '“0.8” may be 0.8% or 80%, and the other rows of the column do not tell which. It was left out.',
  );
});
