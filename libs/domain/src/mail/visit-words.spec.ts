import type { Invitation } from './invitation';
import { placeholdersOf, SCHOOL_LINK } from './placeholders';
import { visitMailValues, type VisitMailValues, dayAndTimeInWords } from './visit-words';

const invitation = (changes: Partial<Invitation> = {}): Invitation => ({
  ...{ method: 'REQUEST', uid: 'visit-1@school-engagement-tracker', sequence: 0 },
  ...{ summary: 'Visit of the hub', location: 'Birch Academy', minutes: 60 },
  ...{ day: '2024-12-03', startTime: '09:30', visitor: 'Ash Rook' },
  ...changes,
});
const values = (changes: Partial<VisitMailValues> = {}) =>
  visitMailValues({
    ...{ school: 'Birch Academy', contact: 'Jo Marsh', hub: 'the music hub' },
    ...{ now: invitation(), before: null, reason: null },
    ...changes,
  });

it.each([
  ['09:30', 'Tue 3 Dec 2024 at 09:30'],
  [null, 'Tue 3 Dec 2024 at a time still to be agreed'],
])('a visit at %s is on %s', (startTime, words) =>
  expect(dayAndTimeInWords({ day: '2024-12-03', startTime })).toBe(words),
);

it('tells the school the visitor and the time', () => {
  expect(values()).toEqual({
    ...{ school: 'Birch Academy', contact: 'Jo Marsh', hub: 'the music hub' },
    ...{ when: 'Tue 3 Dec 2024 at 09:30', day: 'Tue 3 Dec 2024', time: '09:30' },
    ...{ visitor: 'Ash Rook', before: 'not agreed', reason: 'none given', link: SCHOOL_LINK },
  });
});

it('tells of a moved visit when it was to be before', () => {
  const before = invitation({ day: '2024-12-02', startTime: '10:00' });
  expect(values({ before })).toMatchObject({
    ...{ when: 'Tue 3 Dec 2024 at 09:30', before: 'Mon 2 Dec 2024 at 10:00' },
  });
});

it('tells of a cancelled visit why', () => {
  expect(values({ reason: 'Inspection' }).reason).toBe('Inspection');
});

it('leaves no gap where something is not known', () => {
  const now = invitation({ startTime: null, visitor: null });
  expect(values({ now, contact: null })).toMatchObject({
    ...{ contact: 'colleague', time: 'a time still to be agreed', visitor: 'a member of our team' },
  });
});

it.each(['visit_confirmed', 'visit_moved', 'visit_cancelled'] as const)(
  'has a value for whatever a wording of %s may name',
  (kind) => {
    const names = placeholdersOf(kind).map(({ name }) => name);
    expect(Object.keys(values())).toEqual(expect.arrayContaining(names));
  },
);
