import type { VisitorCapacityOnRecord } from '@tracker/contract';
import { WEEKDAY_CHOICES, weekdaysInWords } from '../fields/weekdays';
import { busyCalendarInWords } from './busy-words';
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

describe('one’s own calendar', () => {
  const read = { address: 'https://a', readAt: '2024-11-20T09:15:00.000Z', problem: null };
  const days = (count: number) => Array.from({ length: count }, (_, n) => `2024-12-0${n + 1}`);

  it('names the next busy days and counts the others', () => {
    expect(busyCalendarInWords({ ...read, days: days(1) })).toEqual([
      'Last read Wed 20 Nov 2024, 09:15; it is read each hour.',
      'Busy on Sun 1 Dec 2024.',
    ]);
    expect(busyCalendarInWords({ ...read, days: days(7) })[1]).toMatch(
      /, Thu 5 Dec 2024 and 2 later days\.$/,
    );
    expect(busyCalendarInWords({ ...read, days: [] })[1]).toBe('No busy days are coming.');
  });

  it('says why it could not be read, and what is known from before', () => {
    const problem = 'The address leads nowhere: its website answered 404.';
    const [first, second] = busyCalendarInWords({ ...read, problem, days: [] });
    expect(first).toBe(`It could not be read last time. ${problem}`);
    expect(second).toMatch(/^Last read Wed 20 Nov 2024/);
    expect(busyCalendarInWords({ ...read, readAt: null, problem, days: [] })).toEqual([first]);
    expect(busyCalendarInWords({ ...read, readAt: null, days: [] })).toEqual([
      'Your calendar is read within a few minutes.',
    ]);
  });
});
