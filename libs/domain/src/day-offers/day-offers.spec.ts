import { DEFAULT_PLANNING_RULES, checkPlanningRules } from '../planning';
import { addDays } from '../day';
import { LIMITS } from '../limits';
import { checkOfferedDays, dayOfferState, isOfferOpen, offerExpiresOn } from './day-offer';
import { checkProposedDays } from './proposed-days';
import {
  schoolAnswerInWords,
  checkSchoolSaid,
  saidInWords,
  type SchoolSaid,
  saysMore,
  withSaid,
} from './school-said';
import { isReminderDue } from './visit-reminder';

const TODAY = '2024-11-20';
const day = (date: string) => ({ date, visitorId: 'v1' });
const said = (over: Partial<SchoolSaid> = {}): SchoolSaid => ({
  ...{ reason: null, notBefore: null, neverWeekdays: [], cannot: [] },
  ...over,
});
const messages = (faults: { field: string; message: string }[]) =>
  faults.map(({ field, message }) => [field, message]);

describe('offered days', () => {
  it.each<[string, string[], [string, string][]]>([
    ['two days', ['2024-12-03', '2024-12-05'], []],
    ['three days', ['2024-12-03', '2024-12-05', '2025-01-07'], []],
    ['one day', ['2024-12-03'], [['days', 'Offer two or three days.']]],
    [
      'four days',
      ['2024-12-03', '2024-12-04', '2024-12-05', '2024-12-06'],
      [['days', 'Offer two or three days.']],
    ],
    ['today', [TODAY, '2024-12-05'], [['days.0.date', 'Offer days after today.']]],
    ['one day twice', ['2024-12-03', '2024-12-03'], [['days', 'Offer each day once.']]],
    [
      'no day at all',
      ['2024-12-03', '2025-02-30'],
      [['days.1.date', 'Enter a date, such as 2026-11-18.']],
    ],
  ])('%s', (_, dates, faults) => {
    expect(messages(checkOfferedDays(dates.map(day), TODAY))).toEqual(faults);
  });

  it('are kept so long as the hub says, and no longer than the day before the last of them', () => {
    const days = [day('2024-12-03'), day('2024-12-05')];
    expect(offerExpiresOn(days, TODAY, 10)).toBe('2024-11-30');
    expect(offerExpiresOn(days, TODAY, 30)).toBe('2024-12-04');
  });

  it('can be taken up to that day and not on the next', () => {
    const offer = { status: 'sent', expiresOn: '2024-11-30' } as const;
    expect(isOfferOpen(offer, '2024-11-30')).toBe(true);
    expect(dayOfferState(offer, '2024-12-01')).toBe('expired');
    expect(dayOfferState({ ...offer, status: 'none' }, '2024-12-01')).toBe('none');
  });
});

describe('what a school says of its days', () => {
  it.each<[string, Partial<SchoolSaid>, [string, string][]]>([
    ['nothing', {}, []],
    ['never on Fridays, not before March', { neverWeekdays: [5], notBefore: '2025-03-03' }, []],
    [
      'a Saturday',
      { neverWeekdays: [6] },
      [
        [
          'neverWeekdays',
          'Weekdays must be numbers from 1 (Monday) to 5 (Friday), each of them once.',
        ],
      ],
    ],
    [
      'no weekday left',
      { neverWeekdays: [1, 2, 3, 4, 5] },
      [['neverWeekdays', 'Leave at least one weekday on which a visit is possible.']],
    ],
    [
      'not before yesterday',
      { notBefore: '2024-11-19' },
      [['notBefore', 'Give a day after today, up to Thu 20 Nov 2025.']],
    ],
    [
      'not before a day in two years',
      { notBefore: '2026-11-20' },
      [['notBefore', 'Give a day after today, up to Thu 20 Nov 2025.']],
    ],
    [
      'days the wrong way round',
      { cannot: [{ from: '2025-02-28', to: '2025-02-03' }] },
      [['cannot.0.to', 'The last day must not be before the first.']],
    ],
    [
      'days that have passed',
      { cannot: [{ from: '2024-11-01', to: '2024-11-05' }] },
      [['cannot.0.to', 'These days have passed.']],
    ],
  ])('%s', (_, over, faults) => {
    expect(messages(checkSchoolSaid(said(over), TODAY))).toEqual(faults);
  });

  const february = { from: '2025-02-03', to: '2025-02-28' };

  it('becomes its availability, beside what is known already', () => {
    const known = {
      ...{ neverWeekdays: [1], wishedWeekdays: [2, 5] },
      unavailable: [{ from: '2025-03-03', to: '2025-03-07', why: 'Residential' }],
    };
    const of = said({
      neverWeekdays: [5],
      cannot: [february],
      notBefore: '2024-12-02',
      reason: 'Ofsted',
    });
    const now = withSaid(known, of, TODAY);
    expect(now).toEqual({
      ...{ neverWeekdays: [1, 5], wishedWeekdays: [2] },
      unavailable: [
        { from: '2025-03-03', to: '2025-03-07', why: 'Residential' },
        { from: TODAY, to: '2024-12-01', why: 'Ofsted' },
        { ...february, why: 'Ofsted' },
      ],
    });
    // The same once more adds nothing.
    expect(withSaid(now, of, TODAY)).toEqual(now);
  });

  it('stops where as much is on record as is kept', () => {
    const unavailable = Array.from({ length: LIMITS.planning.unavailable }, (_, n) => {
      const on = addDays('2026-01-01', n);
      return { from: on, to: on, why: 'Closed' };
    });
    const known = { neverWeekdays: [], wishedWeekdays: [], unavailable };
    expect(withSaid(known, said({ cannot: [february] }), TODAY)).toEqual(known);
  });

  it('reads as sentences', () => {
    const of = said({ reason: 'building work', notBefore: '2025-03-03', neverWeekdays: [1, 5] });
    expect(
      saidInWords({ ...of, cannot: [february, { from: '2025-05-01', to: '2025-05-01' }] }),
    ).toBe(
      'Building work. Not before Mon 3 Mar 2025. Never on Mondays and Fridays. Cannot from Mon 3 Feb 2025 to Fri 28 Feb 2025. Cannot on Thu 1 May 2025.',
    );
    expect([saidInWords(said()), saysMore(said({ reason: 'Full' }))]).toEqual(['', false]);
  });
});

it.each<[string, string[], string | null, [string, string][]]>([
  ['a day', ['2025-01-14'], null, []],
  ['words alone', [], 'Any Tuesday in January', []],
  ['nothing', [], '  ', [['days', 'Propose a day, or write what would suit you.']]],
  [
    'yesterday',
    ['2024-11-19'],
    null,
    [['days.0', 'Give a day after today, up to Thu 20 Nov 2025.']],
  ],
  ['a day twice', ['2025-01-14', '2025-01-14'], null, [['days', 'Propose each day once.']]],
  ['nonsense', ['soon'], null, [['days.0', 'Enter a date, such as 2026-11-18.']]],
  [
    'four days',
    ['2025-01-13', '2025-01-14', '2025-01-15', '2025-01-16'],
    null,
    [['days', 'Propose at most 3 days.']],
  ],
])('a school proposes %s', (_, days, words, faults) => {
  expect(messages(checkProposedDays(days, words, TODAY))).toEqual(faults);
});

it.each([
  // The day of the visit, the day it was confirmed, today, whether it is remembered.
  ['2024-12-03', '2024-11-11', '2024-11-26', true],
  ['2024-12-03', '2024-11-11', '2024-11-25', false],
  // A worker that was away makes up for it, and not on the eve.
  ['2024-12-03', '2024-11-11', '2024-11-29', true],
  ['2024-12-03', '2024-11-11', '2024-11-30', false],
  // Confirmed in the week before, or on the day on which the reminder would go.
  ['2024-12-03', '2024-11-27', '2024-11-28', false],
  ['2024-12-03', '2024-11-26', '2024-11-26', false],
  ['2024-12-03', '2024-11-25', '2024-11-26', true],
])(
  'a visit on %s that was confirmed on %s is remembered on %s: %s',
  (scheduledOn, confirmedOn, today, due) => {
    expect(isReminderDue({ scheduledOn, confirmedOn }, today)).toBe(due);
  },
);

it.each([0, 61, 1.5])('days are not kept for %s days', (offerDays) => {
  expect(checkPlanningRules({ ...DEFAULT_PLANNING_RULES, offerDays })).toEqual([
    'Offered days are kept for 1 to 60 whole days.',
  ]);
});

it('an answer is told in a sentence', () => {
  const none = said({ neverWeekdays: [5] });
  const days = ['2025-01-14', '2025-01-16'];
  expect([
    schoolAnswerInWords({ kind: 'none', ...none }),
    schoolAnswerInWords({ kind: 'none', ...said() }),
    schoolAnswerInWords({ kind: 'cannot', day: '2024-12-03', ...said({ reason: 'Ofsted' }) }),
    schoolAnswerInWords({ kind: 'proposed', days, words: 'Early, please' }),
    schoolAnswerInWords({ kind: 'taken', date: '2024-12-03' }),
  ]).toEqual([
    'None of the days offered suits. Never on Fridays.',
    'None of the days offered suits.',
    'Cannot make Tue 3 Dec 2024. Ofsted.',
    'Proposes Tue 14 Jan 2025 and Thu 16 Jan 2025. “Early, please”',
    'Took Tue 3 Dec 2024.',
  ]);
});
