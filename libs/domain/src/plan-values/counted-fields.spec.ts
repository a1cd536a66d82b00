import {
  COUNTED_FIELDS,
  COUNTED_PLAN_FIELDS,
  countedValueInWords,
  partInWords,
  placeOfPart,
} from './counted-fields';

it.each([
  ['hour', 'not_met', 'Not met'],
  ['hour', 'not_stated', 'Not stated'],
  ['wholeClassInstrument', 'not_named', 'Not named'],
  ['schemes', 'Charanga', 'Charanga'],
] as const)('%s %s is %s', (field, value, words) =>
  expect(countedValueInWords(field, value)).toBe(words),
);

it.each([
  ['ks2', 'Key stage 2'],
  ['y10', 'Year 10'],
  ['eyfs', 'Early years'],
  ['', ''],
])('%s is %s', (part, words) => expect(partInWords(part)).toBe(words));

it('puts parts in the order of a school', () => {
  const parts = ['', 'ks3', 'y10', 'y2', 'other', 'ks1'];
  const inOrder = parts.sort((a, b) => placeOfPart(a) - placeOfPart(b));
  expect(inOrder).toEqual(['ks1', 'y2', 'ks3', 'y10', '', 'other']);
});

it('calls every field and each of its values something of its own', () => {
  const titles = COUNTED_PLAN_FIELDS.map((field) => COUNTED_FIELDS[field].words);
  expect(new Set(titles).size).toBe(titles.length);
  for (const field of COUNTED_PLAN_FIELDS) {
    const words = Object.values<string>(COUNTED_FIELDS[field].values ?? {});
    expect(new Set(words).size).toBe(words.length);
  }
});
