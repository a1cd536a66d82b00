import { bestDayInWords } from './best-day-words';

const day = { date: '2024-10-08', visitorId: 'v1', visitorName: 'Callum Reed', with: [] };
const told = { ...day, kmMore: 4.2, halfTermsLate: 0 };
const hatchEnd = { schoolId: 's1', name: 'Hatch End Primary', km: 1.2 };

it.each([
  [[], 'Tue 8 Oct · Callum'],
  [[hatchEnd], 'Tue 8 Oct · Callum · with Hatch End Primary 1.2 km'],
  [[hatchEnd, hatchEnd], 'Tue 8 Oct · Callum · with Hatch End Primary 1.2 km and 1 more'],
])('says the day, who goes and with whom: %#', (companions, words) => {
  expect(bestDayInWords({ ...told, with: companions })).toBe(words);
});
