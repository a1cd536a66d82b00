import { keptLines, type LineBefore, supposed } from './made-again';
import { proposePlan } from './search/propose';
import { inventedHub } from './testing/invented-hub';
import { planInFull } from './in-full';
import { checkPlanSettings, supposes } from './visit-plan';
import { STALE_KEYS, staleSentence } from './stale-line';

const line = (urn: number, over: Partial<LineBefore> = {}): LineBefore => ({
  ...{ urn, date: '2024-10-08', visitorId: 'callum', status: 'proposed' },
  ...{ isLocked: false, hasVisit: false, by: null, ...over },
});

describe('a plan made again', () => {
  const lines = [
    line(1),
    line(2, { isLocked: true }),
    line(3, { status: 'accepted', hasVisit: true }),
    line(4, { status: 'stale' }),
    line(5, { status: 'stale', isLocked: true }),
    line(6, { status: 'stale', hasVisit: true }),
    line(7, { status: 'dropped', by: 'Imogen Farrant' }),
  ];
  const urns = (of: readonly { urn: number }[]) => of.map(({ urn }) => urn);

  it('keeps what is locked, proposals where they can stay, and what was left out by hand', () => {
    const kept = keptLines(lines, {});
    expect([urns(kept.locked), urns(kept.previous), urns(kept.dropped)]).toEqual([
      [2, 5],
      [1, 4],
      [7],
    ]);
  });

  it('forgets proposals where it is to', () => {
    expect(keptLines(lines, { keepProposals: false })).toMatchObject({
      ...{ locked: [{ urn: 2 }, { urn: 5 }], previous: [], dropped: [{ urn: 7 }] },
    });
  });

  it('leaves a school out that was left out by hand, and says by whom', () => {
    const problem = inventedHub({ seed: 3, schools: 30, regions: 1, visitorsARegion: 2 });
    const [first] = proposePlan(problem, { seed: 1, stepsALine: 100 });
    const without = line(first!.urn, { status: 'dropped', by: 'Imogen Farrant' });
    const again = supposed(problem, {}, [without]);
    const plan = planInFull(again, proposePlan(again, { seed: 1, stepsALine: 100 }));
    expect(urns(plan.visits)).not.toContain(first!.urn);
    expect(plan.leftOut.find(({ urn }) => urn === first!.urn)).toMatchObject({
      key: 'snoozed',
      sentence: expect.stringContaining('by Imogen Farrant: left out by hand'),
    });
  });
});

describe('what a plan supposes', () => {
  const problem = inventedHub({ seed: 3, schools: 30, regions: 1, visitorsARegion: 2 });

  it('one visit a day, and a window more', () => {
    const all = { words: 'Rebuilding', from: problem.asOf, to: problem.horizon.to, phases: null };
    const one = supposed(problem, { perDay: 1, windows: [all] });
    expect(one.visitors.map(({ perDay }) => perDay)).toEqual([1, 1]);
    expect(proposePlan(one, { seed: 1, stepsALine: 10 })).toEqual([]);
  });

  it('makes it a what-if', () => {
    expect([supposes({ perDay: 1 }), supposes({ wanted: 170, notice: 7 })]).toEqual([true, false]);
  });

  it.each([
    [{ wanted: -1 }, 'settings.wanted'],
    [{ wanted: 1.5 }, 'settings.wanted'],
    [{ cancelShare: 1 }, 'settings.cancelShare'],
    [{ notice: -3 }, 'settings.notice'],
    [{ perDay: 7 }, 'settings.perDay'],
    [{ perDay: 0 }, 'settings.perDay'],
    [
      { windows: [{ words: 'Trips', from: '2025-05-09', to: '2025-05-02', phases: null }] },
      'settings.windows.0.to',
    ],
  ])('%j is refused at %s', (settings, field) => {
    expect(checkPlanSettings('2024-25', settings).map((fault) => fault.field)).toEqual([field]);
  });
});

it('says of every change that can turn a line stale what it is', () => {
  for (const key of STALE_KEYS) expect(staleSentence(key)).toMatch(/^[A-Z].+\.$/);
  expect(staleSentence('booked')).toBe('A visit to the school is booked already.');
  expect(staleSentence('unavailable')).toBe('The school cannot.');
});
