import { hubCalendar } from './calendar';
import { notAccepted, type PlanToJudge, visitTimesOverlap, visitWarnings } from './visit-warnings';

const calendar = hubCalendar(
  [
    {
      year: '2024-25',
      firstDay: '2024-09-02',
      lastDay: '2025-07-22',
      holidays: [
        { name: 'autumn half term', from: '2024-10-28', to: '2024-11-01' },
        { name: 'Christmas holiday', from: '2024-12-23', to: '2025-01-03' },
      ],
    },
  ],
  [
    { day: '2024-12-25', name: 'Christmas Day' },
    { day: '2025-05-05', name: 'Early May bank holiday' },
  ],
);

const MILL_LANE: PlanToJudge['school'] = {
  ...{ name: 'Mill Lane School', closed: false, closedOn: null, successorNames: [] },
  ...{ phase: 'Primary', place: { easting: 523_000, northing: 208_000 } },
  ...{ neverWeekdays: [], unavailable: [] },
};

const plan = (over: Partial<PlanToJudge> = {}): PlanToJudge => ({
  kind: 'cycle',
  scheduledOn: '2024-12-03',
  startTime: '09:30',
  visitor: { name: 'Ash Rook', capacity: null, isAway: false, isBusy: false, weekVisits: 0 },
  otherVisits: [],
  school: MILL_LANE,
  windows: [],
  openVisits: [],
  countingVisitDays: [],
  calendar,
  firstCycleStartsIn: '2024-25',
  today: '2024-11-20',
  ...over,
});
const told = (over: Partial<PlanToJudge>) =>
  visitWarnings(plan(over)).map(({ key, message }) => [key, message]);

it('has nothing against a visit on a school day at a school that is due', () => {
  expect(told({})).toEqual([]);
});

describe('the day', () => {
  it.each([
    [
      '2024-10-29',
      'school_holiday',
      'Tue 29 Oct 2024 is in the school holidays: Autumn half term.',
    ],
    ['2024-12-25', 'bank_holiday', 'Wed 25 Dec 2024 is a bank holiday: Christmas Day.'],
    ['2025-05-05', 'bank_holiday', 'Mon 5 May 2025 is a bank holiday: Early May bank holiday.'],
    [
      '2024-12-28',
      'school_holiday',
      'Sat 28 Dec 2024 is in the school holidays: Christmas holiday.',
    ],
    ['2024-12-07', 'weekend', 'Sat 7 Dec 2024 is at the weekend.'],
    ['2025-07-23', 'school_holiday', 'Wed 23 Jul 2025 is in the school holidays: Summer holiday.'],
    ['2026-08-12', 'school_holiday', 'Wed 12 Aug 2026 is in the school holidays: Summer holiday.'],
  ])('%s is warned of as %s', (scheduledOn, key, message) => {
    expect(told({ scheduledOn })).toEqual([[key, message]]);
  });

  it('is not judged before there is one', () => {
    expect(told({ scheduledOn: null })).toEqual([]);
  });
});

describe('what the school has said', () => {
  const residential = { from: '2024-12-02', to: '2024-12-06', why: 'Residential' };
  const concerts = { words: 'Christmas concerts', from: '2024-12-01', to: '2024-12-20' };

  it.each<[string, Partial<PlanToJudge>, string, string]>([
    [
      'days it cannot',
      { school: { ...MILL_LANE, unavailable: [residential] } },
      'school_unavailable',
      'Mill Lane School cannot on Tue 3 Dec 2024: Residential.',
    ],
    [
      'a weekday',
      { school: { ...MILL_LANE, neverWeekdays: [2] } },
      'school_unavailable',
      'Mill Lane School never can on Tuesdays.',
    ],
    [
      'a window of its phase',
      { windows: [{ ...concerts, phases: ['Primary'] }] },
      'planning_window',
      'Schools of its phase are not visited on Tue 3 Dec 2024: Christmas concerts.',
    ],
    [
      'a window of all',
      { windows: [{ ...concerts, phases: null }] },
      'planning_window',
      'Schools are not visited on Tue 3 Dec 2024: Christmas concerts.',
    ],
  ])('warns of %s', (_, over, key, message) => {
    expect(told(over)).toEqual([[key, message]]);
  });

  it('is nothing against a day outside', () => {
    const school = { ...MILL_LANE, unavailable: [residential], neverWeekdays: [5] };
    const windows = [{ ...concerts, phases: ['Secondary'] }];
    expect(told({ school, windows, scheduledOn: '2024-12-09' })).toEqual([]);
  });
});

describe('the visitor', () => {
  const visitor = { name: 'Ash Rook', capacity: null, isAway: false, isBusy: false, weekVisits: 0 };
  const at = (startTime: string | null, kmAway = 0) => ({
    ...{ schoolName: 'Birch', startTime },
    place: { easting: 523_000 + kmAway * 1000, northing: 208_000 },
  });
  const capacity = { perDay: 2, perWeek: 3, weekdays: [2, 4] };

  it.each([
    // 20 km on the map are 26 by road, 40 minutes.
    [20, '11:00', 'visitor_too_far'],
    [20, '11:15', null],
    [1, '10:40', null],
    [1, '10:30', 'visitor_too_far'],
  ])('with a visit %s km away at %s is told %s', (kmAway, startTime, key) => {
    const keys = told({ visitor, otherVisits: [at(startTime, kmAway)] }).map(([told]) => told);
    expect(keys).toEqual(key === null ? [] : [key]);
  });

  it('is told how far it is from the other visit', () => {
    expect(told({ visitor, otherVisits: [at('11:00', 20)] })).toEqual([
      ['visitor_too_far', 'Ash Rook is at Birch at 11:00 that day, about 40 minutes away.'],
    ]);
  });

  it.each<[string, Partial<PlanToJudge>, string, string]>([
    [
      'away',
      { visitor: { ...visitor, isAway: true } },
      'visitor_away',
      'Ash Rook is away on Tue 3 Dec 2024.',
    ],
    [
      'away, which says more than their calendar',
      { visitor: { ...visitor, isAway: true, isBusy: true } },
      'visitor_away',
      'Ash Rook is away on Tue 3 Dec 2024.',
    ],
    [
      'busy in their own calendar',
      { visitor: { ...visitor, isBusy: true } },
      'visitor_calendar',
      'Ash Rook is busy in their own calendar on Tue 3 Dec 2024.',
    ],
    [
      'on another weekday',
      { visitor: { ...visitor, capacity: { ...capacity, weekdays: [4] } } },
      'visitor_weekday',
      'Ash Rook does not visit on Tuesdays.',
    ],
    [
      'on a full day',
      { visitor: { ...visitor, capacity }, otherVisits: [at(null), at(null)] },
      'day_full',
      'Ash Rook has 2 visits on Tue 3 Dec 2024 already; 2 a day is their most.',
    ],
    [
      'in a full week',
      { visitor: { ...visitor, capacity, weekVisits: 3 } },
      'week_full',
      'Ash Rook has 3 visits in the week of Tue 3 Dec 2024 already; 3 a week is their most.',
    ],
  ])('is warned of %s', (_, over, key, message) => {
    expect(told(over)).toEqual([[key, message]]);
  });

  it('whose day is offered to others is told of it while there is room for them alone', () => {
    const offered = { ...visitor, capacity, offeredTo: ['Ash Grove'] };
    const message = 'Ash Rook is offered for Tue 3 Dec 2024 to Ash Grove, which may still take it.';
    expect(told({ visitor: offered, otherVisits: [at(null)] })).toEqual([['day_offered', message]]);
    expect(told({ visitor: offered })).toEqual([]);
  });

  it('whose capacity is only assumed is not warned of it', () => {
    expect(
      told({ visitor: { ...visitor, weekVisits: 9 }, otherVisits: [at(null), at(null)] }),
    ).toEqual([]);
  });

  it.each([
    ['09:30', '09:30', true],
    ['09:30', '10:29', true],
    ['09:30', '10:30', false],
    ['09:30', '08:31', true],
    ['09:30', '08:30', false],
    ['09:30', null, false],
    [null, '09:30', false],
    [null, null, false],
  ])('at %s and at %s: in the way %s', (one, other, overlap) => {
    expect(visitTimesOverlap(one, other)).toBe(overlap);
  });

  it('is warned of where the other visit is', () => {
    const otherVisits = [
      { schoolName: 'Birch', startTime: '13:00', place: null },
      { schoolName: 'Ash Grove', startTime: '10:00', place: null },
    ];
    expect(told({ otherVisits })).toEqual([
      ['visitor_busy', 'Ash Rook is at Ash Grove at 10:00 that day.'],
    ]);
    expect(told({ otherVisits, startTime: '11:00' })).toEqual([]);
    expect(told({ otherVisits, visitor: null })[0]?.[1]).toMatch(/^The visitor is at/);
  });
});

describe('the school', () => {
  const closed = { ...MILL_LANE, closed: true };
  it.each([
    [{ closedOn: '2024-08-31', successorNames: [] }, 'Mill Lane School closed on Sat 31 Aug 2024.'],
    [
      { closedOn: null, successorNames: ['A', 'B', 'C'] },
      'Mill Lane School is closed. It was followed by A, B and C.',
    ],
    [
      { closedOn: null, successorNames: ['Mill Lane Academy'] },
      'Mill Lane School is closed. It was followed by Mill Lane Academy.',
    ],
  ])('%j is closed', (over, message) => {
    expect(told({ school: { ...closed, ...over } })).toEqual([['school_closed', message]]);
  });

  it('was visited in the cycle of the new day, by it or a predecessor', () => {
    const countingVisitDays = ['2021-10-01', '2024-11-19', '2024-09-10'];
    const message = 'Mill Lane School was visited in this cycle already, on Tue 19 Nov 2024.';
    expect(told({ countingVisitDays })).toEqual([['already_covered', message]]);
    expect(told({ countingVisitDays, scheduledOn: null })).toEqual([['already_covered', message]]);
    expect(told({ countingVisitDays: ['2024-08-31'] })).toEqual([]);
    // The next cycle begins on 1 September 2027.
    expect(told({ countingVisitDays, scheduledOn: '2027-09-01' })).toEqual([]);
    expect(told({ countingVisitDays, kind: 'follow_up' })).toEqual([]);
  });
});

it('tells what nobody has accepted', () => {
  const warnings = visitWarnings(
    plan({ scheduledOn: '2024-12-07', countingVisitDays: ['2024-11-19'] }),
  );
  expect(notAccepted(warnings, ['weekend']).map(({ key }) => key)).toEqual(['already_covered']);
  expect(notAccepted(warnings, ['weekend', 'already_covered'])).toEqual([]);
  expect(notAccepted(warnings, [])).toEqual(warnings);
});

describe('another visit to the school that is open', () => {
  it.each<[PlanToJudge['openVisits'], string]>([
    [
      [{ status: 'confirmed', scheduledOn: '2024-12-10' }],
      'A visit is already booked for Tue 10 Dec 2024. This would be another one.',
    ],
    [
      [{ status: 'scheduled', scheduledOn: '2024-11-13' }],
      'The visit of Wed 13 Nov 2024 is not logged yet. This would be another one.',
    ],
    [
      [{ status: 'proposed', scheduledOn: null }],
      'A visit is already proposed. This would be another one.',
    ],
    [
      [
        { status: 'scheduled', scheduledOn: '2024-11-13' },
        { status: 'scheduled', scheduledOn: '2024-11-20' },
        { status: 'confirmed', scheduledOn: '2025-01-14' },
        { status: 'proposed', scheduledOn: null },
      ],
      'A visit is already booked for Wed 20 Nov 2024 and Tue 14 Jan 2025. The visit of Wed 13 Nov 2024 is not logged yet. A visit is already proposed. This would be another one.',
    ],
  ])('%j', (openVisits, message) => {
    expect(told({ openVisits })).toEqual([['visit_open', message]]);
  });

  it('is nothing against a visit that is only proposed', () => {
    const openVisits: PlanToJudge['openVisits'] = [
      { status: 'confirmed', scheduledOn: '2024-12-10' },
    ];
    expect(told({ openVisits, scheduledOn: null })).toEqual([]);
  });
});
