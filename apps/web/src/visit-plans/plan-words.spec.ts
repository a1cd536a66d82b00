import type { VisitPlan, VisitPlanFiguresOnRecord, VisitPlanLine } from '@tracker/contract';
import { besideEachOther, supposedInWords } from './beside';
import { namesInWords } from './missing-words';
import {
  acceptSentence,
  halfTermInWords,
  kmMoreInWords,
  lateInWords,
  planInSentences,
} from './plan-words';
import { NO_WHAT_IF, settingsOf } from './what-if-form';
import { yourPlanInWords } from './your-plan';

const ROOM =
  'To hold 179 when 12% fall through, 204 bookings are needed. Your teams have room for 216.';

const FIGURES = {
  ...{ visits: 168, total: 179, km: 1842.4, days: 111, roomSentence: ROOM },
  placed: { 1: 94, 2: 74, 3: 0 },
  waiting: { 1: 94, 2: 111, 3: 0 },
  ...{ late: 61.24, lateSchools: 37, room: 216 },
} as unknown as VisitPlanFiguresOnRecord;

const planOf = (over: Partial<VisitPlanFiguresOnRecord>, leftOut = 37) =>
  ({ leftOut, figures: { ...FIGURES, ...over } }) as Pick<VisitPlan, 'leftOut' | 'figures'>;

it('says a plan in sentences', () => {
  expect(planInSentences(planOf({}))).toEqual([
    '168 visits for 179 in the year, with 11 held or booked.',
    'All 94 schools not visited in three years are in it.',
    '74 of 111 schools that are due this year are in it.',
    '37 schools are left out.',
    '1,842 km on 111 days, by straight lines times 1.3.',
    ROOM,
  ]);
  expect(planInSentences({ leftOut: 0, figures: null })).toEqual([]);
});

it.each([
  [{ visits: 0, total: 0 }, 'No school needs a visit.'],
  [{ visits: 0, total: 1 }, 'No visit is proposed; 1 visit is held or booked.'],
  [{ visits: 1, total: 1 }, '1 visit is proposed.'],
  [{ visits: 2, total: 2 }, '2 visits are proposed.'],
])('begins %j with “%s”', (over, words) => {
  expect(planInSentences(planOf(over))[0]).toBe(words);
});

it('counts schools in and out of it one by one', () => {
  const bands = { placed: { 1: 1, 2: 0, 3: 0 }, waiting: { 1: 1, 2: 3, 3: 0 } };
  expect(planInSentences(planOf(bands, 1)).slice(1, 4)).toEqual([
    'The one school not visited in three years is in it.',
    'None of 3 schools that are due this year is in it.',
    '1 school is left out.',
  ]);
});

const visitBy = (visitorName: string) => ({ visitorName }) as VisitPlanLine;

it('says what accepting does, to whom', () => {
  expect(acceptSentence(['Callum', 'Lucy', 'Callum', 'Owen'].map(visitBy))).toBe(
    '4 visits become scheduled for Callum, Lucy and Owen; schools hear nothing until a visit is confirmed.',
  );
  expect(acceptSentence([visitBy('Lucy')])).toMatch(/^1 visit becomes scheduled for Lucy;/);
  expect(acceptSentence([])).toBe('There is nothing to accept here.');
});

it('says what another day costs', () => {
  expect([3.24, -4, 0.02, 18.4].map(kmMoreInWords)).toEqual([
    '3.2 km more',
    '4 km less',
    'no further',
    '18 km more',
  ]);
  expect([0, 1, 2].map(lateInWords)).toEqual(['in time', '1 half term late', '2 half terms late']);
});

it('names half terms by their season where a year has six', () => {
  expect([1, 4, 6, 0].map((halfTerm) => halfTermInWords(halfTerm, 6))).toEqual([
    ...['Autumn 1', 'Spring 2', 'Summer 2', 'In a holiday'],
  ]);
  expect(halfTermInWords(2, 5)).toBe('Half term 2');
});

it('names the first of many', () => {
  expect(namesInWords(['Ash', 'Bo'], 2)).toBe('Ash and Bo');
  expect(namesInWords(['Ash', 'Bo'], 5)).toBe('Ash, Bo and 3 more');
});

it('lays two plans beside each other', () => {
  const rows = besideEachOther(planOf({ days: 179, km: 2671 }), planOf({}));
  expect(rows).toContainEqual({ label: 'Days out', here: '179', there: '111' });
  expect(rows).toContainEqual({ label: 'Kilometres', here: '2,671', there: '1,842' });
  expect(rows).toContainEqual({ label: 'Left out, due this year', here: '37', there: '37' });
  expect(besideEachOther(planOf({}), { figures: null })).toEqual([]);
});

it('sends of a what-if what it supposes, and says it again', () => {
  const values = {
    ...NO_WHAT_IF,
    ...{ wanted: 170, cancelPercent: 20, withoutId: 'bethan', withoutFrom: '2027-01-04' },
    ...{ onePerDay: true, regionIds: ['west'] },
    ...{ moreDays: true, daysWords: ' county festival ', daysFrom: '2027-03-08' },
    ...{ daysTo: '2027-03-12', daysPhases: ['Secondary'] },
  };
  const settings = settingsOf(values, 4);
  expect(settings).toEqual({
    ...{ wanted: 170, cancelShare: 0.2, perDay: 1, regionIds: ['west'] },
    without: { visitorIds: ['bethan'], from: '2027-01-04' },
    windows: [
      { words: 'county festival', from: '2027-03-08', to: '2027-03-12', phases: ['Secondary'] },
    ],
  });
  const names = { visitor: () => 'Bethan', region: () => 'West' };
  expect(supposedInWords(settings, names)).toEqual([
    '170 visits in the year',
    '20% of bookings fall through',
    'without Bethan from Mon 4 Jan 2027',
    'one visit a day at most',
    'West alone',
    'no visits from Mon 8 Mar 2027 to Fri 12 Mar 2027 (Secondary): county festival',
  ]);
  expect(settingsOf({ ...values, daysPhases: [] }, 4).windows?.[0]?.phases).toBeNull();
  expect(settingsOf(NO_WHAT_IF, 4)).toEqual({});
  expect(settingsOf({ ...NO_WHAT_IF, regionIds: ['west', 'east'] }, 2)).toEqual({});
});

it('says on Today what is proposed for somebody', () => {
  const next = { date: '2024-10-08', schoolName: 'Mill Lane Primary School' };
  expect(yourPlanInWords(12, next)).toBe(
    '12 visits are proposed for you, the next on Tue 8 Oct 2024 at Mill Lane Primary School.',
  );
  expect(yourPlanInWords(1, next)).toMatch(/^1 visit is proposed for you, on Tue 8 Oct 2024/);
  expect(yourPlanInWords(0, undefined)).toBeNull();
});
