import { freedInWords } from './refill-words';

const place = { date: '2026-11-12', visitorId: 'v1', visitorName: 'Callum Reed' };
const school = { schoolId: 's1', urn: 1, name: 'Birch', km: 2, plannedFor: null, reason: 'Due.' };

it.each([
  [3, 'Thu 12 Nov is free for Callum. Three schools near Mill Lane could take it.'],
  [1, 'Thu 12 Nov is free for Callum. One school near Mill Lane could take it.'],
  [0, 'Thu 12 Nov is free for Callum. No schools near Mill Lane could take it.'],
])('says whose day is free and how many schools could take it: %i', (count, words) => {
  const schoolsForPlace = Array.from({ length: count }, () => school);
  expect(freedInWords({ place, schoolsForPlace }, 'Mill Lane')).toBe(words);
});

it('says nothing where no place is free', () => {
  expect(freedInWords({ place: null, schoolsForPlace: [] }, 'Mill Lane')).toBeNull();
});
