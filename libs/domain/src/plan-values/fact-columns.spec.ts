import { factInCell, PLAN_FACT_COLUMNS } from './fact-columns';

const FACTS = [
  { field: 'plan', part: '', value: 'confirmed', number: null },
  { field: 'hour', part: 'ks2', value: 'not_met', number: null },
  { field: 'minutesPerWeek', part: 'ks2', value: 'stated', number: 45 },
  { field: 'wholeClassInstrument', part: 'y4', value: 'ukulele', number: null },
  { field: 'wholeClassInstrument', part: '', value: 'not_named', number: null },
  { field: 'taughtBy', part: '', value: 'class_teachers', number: null },
  { field: 'taughtBy', part: '', value: 'visiting', number: null },
];

it.each([
  ['An hour a week, key stage 2', 'Not met'],
  ['An hour a week, key stage 1', null],
  ['Minutes a week, key stage 2', 45],
  ['Whole-class instruments', 'Year 4: ukulele; Not named'],
  ['Music is taught by', 'Class teachers; Visiting teachers'],
  ['Ensembles', null],
])('shows under “%s” %s', (heading, shown) => {
  const column = PLAN_FACT_COLUMNS.find((one) => one.heading === heading);
  expect(column && factInCell(column, FACTS)).toBe(shown);
});

it('has columns of different names', () => {
  for (const name of ['key', 'heading'] as const) {
    const names = PLAN_FACT_COLUMNS.map((column) => column[name]);
    expect(new Set(names).size).toBe(names.length);
  }
});
