import type { VisitorCapacityOnRecord } from '@tracker/contract';
import { WEEKDAY_CHOICES, weekdaysInWords } from '../fields/weekdays';
import { formOf, startChoices, startOf } from './capacity-form';
import { bookingsInWords } from './sum-words';

it.each([
  [[2, 4], 'Tuesdays and Thursdays'],
  [[5, 1, 3], 'Mondays, Wednesdays and Fridays'],
  [[1, 2, 3, 4, 5], 'Every weekday'],
  [[6], 'Saturdays'],
  [[], null],
])('says %j as %s', (weekdays, words) => {
  expect(weekdaysInWords(weekdays)).toBe(words);
});

it('offers the weekdays of a school week by their numbers', () => {
  expect(WEEKDAY_CHOICES.map(({ id, name }) => `${id} ${name}`)).toEqual([
    ...['1 Monday', '2 Tuesday', '3 Wednesday', '4 Thursday', '5 Friday'],
  ]);
});

describe('where somebody starts from', () => {
  const capacity = { startsFrom: 'Hatfield' } as VisitorCapacityOnRecord;

  it('is not sent while it stays', () => {
    expect(startOf(formOf(capacity))).toEqual({});
    expect(startOf({ ...formOf(capacity), startsFrom: 'nowhere' })).toEqual({ startsFrom: null });
  });

  it('is a town or a school, never both', () => {
    const form = { ...formOf(capacity), town: ' Ware ', schoolId: 'id' };
    expect(startOf({ ...form, startsFrom: 'town' })).toEqual({ startsFrom: { town: 'Ware' } });
    expect(startOf({ ...form, startsFrom: 'school' })).toEqual({ startsFrom: { schoolId: 'id' } });
  });

  it('can stay where it is only if it is somewhere', () => {
    const names = (now: string | null) => startChoices(now).map(({ name }) => name);
    expect(names('Hatfield')).toEqual([
      ...['Hatfield', 'Not recorded', 'Another town', 'Another school'],
    ]);
    expect(names(null)).toEqual(['Not recorded', 'A town', 'A school']);
  });
});

it('says where the numbers of the sum come from', () => {
  const time = { academicYear: '2024-25', wanted: 180, cancelShare: 0.12, needed: 205 };
  const said = bookingsInWords({ ...time, isAssumed: false });
  expect(said).toBe(
    'To hold 180 visits in 2024-25 when 12% fall through, 205 bookings are needed. ' +
      'Places are what visitors can take on the school days of the year.',
  );
  expect(bookingsInWords({ ...time, isAssumed: true })).toMatch(/weekdays outside August count\.$/);
  expect(bookingsInWords({ ...time, needed: 1, isAssumed: false })).toContain(
    '1 booking is needed',
  );
});
