import { plannedInSentences, plannedInWords, type PlannedVisits } from './planned-visits';

const NOTHING: PlannedVisits = { nextVisitOn: null, unloggedOn: null, proposed: false };

describe('what a school has in the way of a coming visit', () => {
  it.each<[Partial<PlannedVisits>, string[]]>([
    [{}, ['Nothing planned']],
    [{ nextVisitOn: '2024-12-03' }, ['Booked Tue 3 Dec 2024']],
    [{ unloggedOn: '2024-11-13' }, ['Wed 13 Nov 2024: not logged']],
    [{ proposed: true }, ['Proposed']],
    [
      { nextVisitOn: '2024-12-03', unloggedOn: '2024-11-13', proposed: true },
      ['Booked Tue 3 Dec 2024', 'Wed 13 Nov 2024: not logged', 'Proposed'],
    ],
  ])('%j', (planned, words) => {
    expect(plannedInWords({ ...NOTHING, ...planned })).toEqual(words);
  });

  it('in sentences says that no visit is booked even where one is not logged', () => {
    expect(plannedInSentences(NOTHING)).toBe('No visit is booked.');
    expect(plannedInSentences({ ...NOTHING, unloggedOn: '2024-11-13' })).toBe(
      'No visit is booked. The visit of Wed 13 Nov 2024 is not logged yet.',
    );
    expect(plannedInSentences({ ...NOTHING, nextVisitOn: '2024-12-03', proposed: true })).toBe(
      'Booked for Tue 3 Dec 2024. A visit is proposed.',
    );
  });
});
