import { carryAnswers, type AnsweredRow, type TellingRow } from './carry-answers';
import { saidOfVisitors } from './visitors-named';

const written = (
  dayAsWritten: string,
  schoolName: string,
  more: Omit<TellingRow['said'], 'schoolName'> = {},
) => ({
  dayAsWritten,
  said: { schoolName, ...more },
});
const rows = (...of: ReturnType<typeof written>[]): TellingRow[] =>
  of.map((row, at) => ({ rowKey: String(at), ...row }));
const answered = (
  row: ReturnType<typeof written>,
  decision: AnsweredRow['decision'],
): AnsweredRow => ({ ...row, decision });
const carried = (now: TellingRow[], before: AnsweredRow[]) =>
  Object.fromEntries(carryAnswers(now, before));

const JAN = written('Jan 2024', 'Larch', { visitorName: 'CL', summary: 'choir' });
const NINTH = { visitedOn: '2024-01-09' };

it('gives the same row its answer again, in whatever case and spacing', () => {
  const now = written('jan  2024', 'LARCH', { visitorName: 'cl', summary: 'Choir' });
  expect(carried(rows(now), [answered(JAN, NINTH)])).toEqual({ 0: { ...NINTH, carried: 'same' } });
});

it('knows a row of several visitors by its cells, whatever the tracker added to its notes', () => {
  const now = written('9 May 2024', 'Larch', { visitorName: 'CL & NR', summary: 'choir' });
  const said = saidOfVisitors(now.said, true);
  expect(said).not.toEqual(now.said);
  expect(carried(rows(now), [answered({ ...now, said }, { skip: true })])).toEqual({
    0: { skip: true, carried: 'same' },
  });
});

it('gives rows with the same cells their answers in their order', () => {
  const before = [answered(JAN, NINTH), answered(JAN, { visitedOn: '2024-01-23' })];
  expect(carried(rows(JAN, JAN, JAN), before)).toEqual({
    0: { ...NINTH, carried: 'same' },
    1: { visitedOn: '2024-01-23', carried: 'same' },
  });
});

it.each([
  ['notes', written('Jan 2024', 'Larch', { visitorName: 'CL', summary: 'band' })],
  ['visitor', written('Jan 2024', 'Larch', { visitorName: 'Clare', summary: 'choir' })],
])('knows a row whose %s were corrected', (_, now) => {
  expect(carried(rows(now), [answered(JAN, NINTH)])).toEqual({ 0: { ...NINTH, carried: 'alike' } });
});

it.each([
  ['another day', [written('Feb 2024', 'Larch', JAN.said)]],
  ['another school', [written('Jan 2024', 'Birch', { visitorName: 'CL', summary: 'choir' })]],
  [
    'either of two rows',
    [
      written('Jan 2024', 'Larch', { visitorName: 'CL', summary: 'band' }),
      written('Jan 2024', 'Larch', { visitorName: 'CL', summary: 'brass' }),
    ],
  ],
])('carries nothing to %s', (what, now) => {
  const changed = what === 'another day' ? { ...now[0]!, dayAsWritten: 'Feb 2024' } : now[0]!;
  expect(carried(rows(changed, ...now.slice(1)), [answered(JAN, NINTH)])).toEqual({});
});

it('takes a blank day for the same only where all else is', () => {
  const blank = written('', 'Larch', { summary: 'choir' });
  const other = written('', 'Larch', { summary: 'band' });
  expect(carried(rows(other), [answered(blank, NINTH)])).toEqual({});
  expect(carried(rows(blank), [answered(blank, NINTH)])).toEqual({
    0: { ...NINTH, carried: 'same' },
  });
});

it('carries to a corrected row neither that it took place nor that it is left out', () => {
  const decision = { schoolId: 'a', tookPlace: true, skip: true, sameDay: 'another' as const };
  const now = written('Jan 2024', 'Larch', { visitorName: 'CL', summary: 'cancelled' });
  expect(carried(rows(now), [answered(JAN, decision)])).toEqual({
    0: { schoolId: 'a', carried: 'alike' },
  });
  expect(carried(rows(JAN), [answered(JAN, decision)])).toEqual({
    0: { schoolId: 'a', tookPlace: true, skip: true, carried: 'same' },
  });
  expect(carried(rows(JAN), [answered(JAN, { sameDay: 'another' })])).toEqual({});
});
