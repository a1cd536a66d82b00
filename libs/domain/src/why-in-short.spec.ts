import { planStanding } from './development-plans';
import { scoreSchool } from './priority-score';
import type { ScoreFacts } from './score-factors';
import { DEFAULT_WEIGHTS } from './score-weights';
import { whyInShort } from './why-in-short';

const today = '2024-11-20';
const planOf = (...yearsCovered: number[]) =>
  planStanding({ yearsCovered, phase: null, lastLook: null, toldAddress: null }, today);

/** The line of a school that gets no points at all, changed as the test needs it. */
function whyOf(changes: Partial<ScoreFacts>, weights = DEFAULT_WEIGHTS): string {
  const facts: ScoreFacts = {
    ...{ lastVisitedOn: '2024-03-04', fsmPercent: 0, plan: planOf(2024), overdueActions: 0 },
    ...{ specialOrAlternative: false, hasMusicLead: true },
    ...changes,
  };
  return whyInShort({ ...facts, ...scoreSchool(facts, today, weights) });
}

it.each<[Partial<ScoreFacts>, string]>([
  [{}, 'Visited lately, and nothing else calls for a visit'],
  [{ lastVisitedOn: null }, 'Never visited'],
  [{ lastVisitedOn: '2021-11-19' }, '3 years since the last visit'],
  [{ lastVisitedOn: '2022-10-20' }, '2 years 1 month since the last visit'],
  // 24 months to the day give no points yet.
  [{ lastVisitedOn: '2022-11-20' }, 'Visited lately, and nothing else calls for a visit'],
  [{ fsmPercent: 31.4 }, '31.4% free school meals'],
  [{ fsmPercent: null }, 'Visited lately, and nothing else calls for a visit'],
  [{ plan: planOf() }, 'No music plan known'],
  [{ plan: planOf(2022) }, 'Music plan out of date'],
  [{ overdueActions: 1 }, '1 follow-up action overdue'],
  [{ overdueActions: 2 }, '2 follow-up actions overdue'],
  [{ specialOrAlternative: true }, 'Special or alternative provision'],
  [{ hasMusicLead: false }, 'No music lead known'],
])('%j: %s', (changes, line) => expect(whyOf(changes)).toBe(line));

it('begins with what weighs most', () => {
  // 16.7, 15.5, 10, 5 and 5 points: at even points the order of the factors stays.
  const all: Partial<ScoreFacts> = {
    ...{ lastVisitedOn: '2021-11-19', fsmPercent: 31, plan: planOf() },
    ...{ overdueActions: 1, hasMusicLead: false },
  };
  expect(whyOf(all)).toBe(
    '3 years since the last visit · 31% free school meals · no music plan known · ' +
      '1 follow-up action overdue · no music lead known',
  );
  expect(whyOf({ ...all, fsmPercent: 40 })).toMatch(
    /^40% free school meals · 3 years since the last visit · /,
  );
});

it('names no factor that the hub gives no points', () => {
  const changes = { hasMusicLead: false, plan: planOf() };
  const line = whyOf(changes, { ...DEFAULT_WEIGHTS, noMusicPlan: 0 });
  expect(line).toBe('No music lead known');
});
