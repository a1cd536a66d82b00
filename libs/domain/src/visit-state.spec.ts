import fc from 'fast-check';
import { addDays, fromSerial, toSerial } from './day';
import {
  countsTowardsCycle,
  dueOnAfter,
  isBooked,
  isUnlogged,
  lastCountingVisitOn,
  lastVisitedOnBounds,
  stateInWords,
  VISIT_STATES,
  VISIT_STATUSES,
  visitState,
  type HeldVisit,
} from './visit-state';

const today = '2024-11-20';
const completed = (visitedOn: string | null, kind: HeldVisit['kind'] = 'cycle'): HeldVisit => ({
  status: 'completed',
  visitedOn,
  kind,
});

describe('state of a school', () => {
  it.each([
    ['2021-11-19', 'overdue'],
    ['2021-11-20', 'due'],
    ['2022-08-31', 'due'],
    ['2022-09-01', 'on_track'],
    [null, 'never_visited'],
    ['1999-01-01', 'overdue'],
    ['2024-11-20', 'on_track'],
  ] as const)('last visited %s, seen on 20 November 2024, is %s', (last, state) =>
    expect(visitState(last, today)).toBe(state),
  );

  it.each([
    ['2020-02-29', '2023-02-28', 'due'],
    ['2020-02-29', '2023-03-01', 'overdue'],
    ['2021-08-31', '2024-08-31', 'due'],
    ['2021-08-31', '2024-09-01', 'overdue'],
    ['2021-09-01', '2024-08-31', 'on_track'],
    ['2021-09-01', '2024-09-01', 'due'],
  ] as const)('last visited %s, seen on %s, is %s', (last, day, state) =>
    expect(visitState(last, day)).toBe(state),
  );

  it.each([
    ['2021-11-20', '2024-11-20'],
    ['2020-02-29', '2023-02-28'],
  ])('after a visit on %s the next is due on %s', (last, due) =>
    expect(dueOnAfter(last)).toBe(due),
  );

  it('has words for a screen', () => {
    expect(VISIT_STATES.map(stateInWords)).toEqual([
      ...['Never visited', 'Overdue', 'Due this year', 'On track'],
    ]);
  });
});

describe('bounds of a state', () => {
  it('are those of the examples', () => {
    expect(lastVisitedOnBounds('never_visited', today)).toBe('none');
    expect(lastVisitedOnBounds('overdue', today)).toEqual({ to: '2021-11-19' });
    expect(lastVisitedOnBounds('due', today)).toEqual({ from: '2021-11-20', to: '2022-08-31' });
    expect(lastVisitedOnBounds('on_track', today)).toEqual({ from: '2022-09-01' });
  });

  const agree = (last: string, day: string) => {
    const holding = VISIT_STATES.filter((state) => {
      const bounds = lastVisitedOnBounds(state, day);
      if (bounds === 'none') return false;
      return (bounds.from ?? '') <= last && last <= (bounds.to ?? '9');
    });
    expect(holding).toEqual([visitState(last, day)]);
  };

  it('agree with the state on any two days', () => {
    const from = toSerial('2000-01-01');
    const days = fc.integer({ min: from, max: from + 36_525 }).map(fromSerial);
    const years = fc.integer({ min: 0, max: 2000 });
    fc.assert(fc.property(days, years, (day, back) => agree(addDays(day, -back), day)));
  });

  it.each(['2023-02-27', '2023-02-28', '2023-03-01', '2024-02-29', '2023-08-31', '2023-09-01'])(
    'agree with the state on every day of the five years before %s',
    (day) => {
      for (let back = 0; back <= 1830; back += 1) agree(addDays(day, -back), day);
    },
  );
});

describe('a visit counts', () => {
  it.each(VISIT_STATUSES.map((status) => [status, status === 'completed'] as const))(
    'when it is %s: %s',
    (status, counts) => {
      const visit: HeldVisit = { status, visitedOn: '2024-03-04', kind: 'cycle' };
      expect(countsTowardsCycle(visit, [])).toBe(counts);
    },
  );

  it('not when its kind is set not to count, nor without a day', () => {
    expect(countsTowardsCycle(completed('2024-03-04', 'other'), ['other'])).toBe(false);
    expect(countsTowardsCycle(completed('2024-03-04', 'follow_up'), ['other'])).toBe(true);
    expect(countsTowardsCycle(completed(null), [])).toBe(false);
  });

  it('and the latest one is the last visit', () => {
    const visits: HeldVisit[] = [
      completed('2022-03-04'),
      completed('2021-05-06'),
      completed('2023-01-01', 'other'),
      { status: 'cancelled', visitedOn: '2024-01-01', kind: 'cycle' },
      { status: 'not_held', visitedOn: '2024-02-01', kind: 'cycle' },
      completed('2034-03-04'),
    ];
    expect(lastCountingVisitOn(visits, ['other'], today)).toBe('2022-03-04');
    expect(lastCountingVisitOn(visits, [], today)).toBe('2023-01-01');
    expect(lastCountingVisitOn(visits, [])).toBe('2034-03-04');
    expect(lastCountingVisitOn([], [], today)).toBeNull();
  });
});

describe('booked and unlogged', () => {
  it.each(
    VISIT_STATUSES.map(
      (status) => [status, status === 'scheduled' || status === 'confirmed'] as const,
    ),
  )('can be a visit that is %s: %s', (status, agreed) => {
    expect(isBooked({ status, scheduledOn: today }, today)).toBe(agreed);
    expect(isBooked({ status, scheduledOn: '2024-11-19' }, today)).toBe(false);
    expect(isUnlogged({ status, scheduledOn: '2024-11-19' }, today)).toBe(agreed);
    expect(isUnlogged({ status, scheduledOn: today }, today)).toBe(false);
    expect(isBooked({ status, scheduledOn: null }, today)).toBe(false);
    expect(isUnlogged({ status, scheduledOn: null }, today)).toBe(false);
  });
});
