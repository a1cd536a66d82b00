import fc from 'fast-check';
import { addDays, addYears, fromSerial, toSerial } from './day';
import type { SchoolCalendar } from './school-calendar';
import { cycleSlack, isCoveredIn, slackInWords, visitCycleOn, visitCycleSpan } from './visit-cycle';

describe('visit cycle', () => {
  it.each([
    ['2024-09-01', '2024-25'],
    ['2027-08-31', '2024-25'],
    ['2027-09-01', '2027-28'],
    ['2024-08-31', '2021-22'],
    ['2021-08-31', '2018-19'],
  ])('%s is in the one that starts in %s', (day, startsIn) =>
    expect(visitCycleOn(day).startsIn).toBe(startsIn),
  );

  it('is three years from where the hub starts', () => {
    expect(visitCycleSpan('2024-25')).toEqual({
      startsIn: '2024-25',
      opensOn: '2024-09-01',
      closesOn: '2027-08-31',
    });
    expect(visitCycleOn('2024-11-20', '2023-24').startsIn).toBe('2023-24');
  });

  it('holds every day of it, and the next begins where it ends', () => {
    const days = fc.integer({ min: toSerial('1950-01-01'), max: toSerial('2150-12-31') });
    fc.assert(
      fc.property(days.map(fromSerial), (day) => {
        const { opensOn, closesOn } = visitCycleOn(day);
        expect(opensOn <= day && day <= closesOn).toBe(true);
        expect(addYears(opensOn, 3)).toBe(addDays(closesOn, 1));
        expect(visitCycleOn(addDays(closesOn, 1)).opensOn).toBe(addDays(closesOn, 1));
      }),
    );
  });

  it.each([
    [[], false],
    [['2024-08-31'], false],
    [['2024-09-01'], true],
    [['2027-08-31'], true],
    [['2027-09-01', '2024-08-31'], false],
    [['2021-01-01', '2025-03-04', '2025-03-05'], true],
  ])('is covered by visits on %j: %s', (visits, covered) =>
    expect(isCoveredIn(visitCycleSpan('2024-25'), visits)).toBe(covered),
  );
});

describe('slack of a cycle', () => {
  // Ten school days in the first year, four in each of the others.
  const calendar: SchoolCalendar = {
    years: {
      '2024-25': { terms: [{ from: '2024-09-02', to: '2024-09-13' }] },
      '2025-26': { terms: [{ from: '2025-09-01', to: '2025-09-04' }] },
      '2026-27': { terms: [{ from: '2026-09-01', to: '2026-09-04' }] },
    },
    bankHolidays: [],
  };
  const slackOn = (today: string, schoolsNotCovered: number, targetPerYear = 180) =>
    cycleSlack({ ...visitCycleSpan('2024-25'), today, targetPerYear, schoolsNotCovered, calendar });

  it.each([
    ['2024-09-01', 540, 0],
    ['2024-09-02', 540, 0],
    ['2024-09-03', 540, -18],
    ['2024-09-09', 540, -90],
    ['2024-09-13', 378, 0],
    ['2024-09-14', 374, -14],
    ['2025-08-31', 300, 60],
    ['2026-09-04', 0, 45],
    ['2027-08-31', 14, -14],
    ['2027-09-01', 14, -14],
    ['2021-01-01', 540, 0],
  ])('on %s with %i schools not covered is %i', (today, notCovered, slack) => {
    const found = slackOn(today, notCovered);
    expect(found).toEqual({ slack, visitsStillPossible: slack + notCovered, assumed: false });
  });

  it('rounds part of a visit down and a sum of thirds not at all', () => {
    expect(slackOn('2024-09-03', 0, 181).visitsStillPossible).toBe(524);
    const thirds = {
      ...calendar.years,
      '2024-25': { terms: [{ from: '2024-09-02', to: '2024-09-04' }] },
    };
    const found = cycleSlack({
      today: '2024-09-03',
      closesOn: '2025-08-31',
      targetPerYear: 180,
      schoolsNotCovered: 0,
      calendar: { years: thirds, bankHolidays: [] },
    });
    expect(found.visitsStillPossible).toBe(120);
  });

  it('says when term dates had to be assumed', () => {
    const found = cycleSlack({
      today: '2024-09-02',
      closesOn: '2027-08-31',
      targetPerYear: 180,
      schoolsNotCovered: 540,
      calendar: { years: {}, bankHolidays: [] },
    });
    expect(found).toEqual({ slack: 0, visitsStillPossible: 540, assumed: true });
  });

  it('never grows while no visit is made', () => {
    fc.assert(
      fc.property(fc.nat(1094), fc.nat(60), (offset, later) => {
        const today = addDays('2024-09-01', offset);
        expect(slackOn(addDays(today, later), 100).slack).toBeLessThanOrEqual(
          slackOn(today, 100).slack,
        );
      }),
    );
  });

  it.each([
    [-14, 'at 180 a year, 14 schools will be missed'],
    [-1, 'at 180 a year, 1 school will be missed'],
    [0, 'at 180 a year, every school can be visited, with no visit to spare'],
    [1, 'at 180 a year, every school can be visited, with 1 visit to spare'],
    [12, 'at 180 a year, every school can be visited, with 12 visits to spare'],
  ])('of %i in words: %s', (slack, words) => expect(slackInWords(slack, 180)).toBe(words));

  it.each([
    [-14, '14 schools were missed'],
    [-1, '1 school was missed'],
    [0, 'every school was visited'],
  ])('of %i when the cycle is over: %s', (slack, words) =>
    expect(slackInWords(slack, 180, true)).toBe(words),
  );
});
