import fc from 'fast-check';
import {
  ACTION_DUES,
  ACTION_STATUSES,
  actionDue,
  actionDueBounds,
  closingAfter,
  isActionOpen,
} from './follow-up-action';
import { addDays, mondayOf, sundayOf, weekday } from './day';

// 2024-11-20 is a Wednesday.
const TODAY = '2024-11-20';

describe('actionDue', () => {
  it.each([
    ['open', '2024-11-19', 'overdue'],
    ['in_progress', '2024-11-19', 'overdue'],
    ['open', '2024-11-20', 'this_week'],
    ['open', '2024-11-24', 'this_week'],
    ['open', '2024-11-25', 'later'],
    ['open', null, 'no_date'],
    ['done', '2024-11-19', null],
    ['dropped', null, null],
  ] as const)('an action %s due %s is %s', (status, dueOn, expected) => {
    expect(actionDue({ status, dueOn }, TODAY)).toBe(expected);
  });

  it('has the bounds that a list is filtered by', () => {
    const days = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));
    const dated = fc.constantFrom(...ACTION_DUES.filter((due) => due !== 'no_date'));
    fc.assert(
      fc.property(days, days, dated, (today, dueOn, due) => {
        const { from, to } = actionDueBounds(due, today);
        const inside = (from === undefined || dueOn >= from) && (to === undefined || dueOn <= to);
        expect(actionDue({ status: 'open', dueOn }, today) === due).toBe(inside);
      }),
    );
  });
});

it('knows the week of a day', () => {
  expect([mondayOf(TODAY), sundayOf(TODAY)]).toEqual(['2024-11-18', '2024-11-24']);
  expect(mondayOf('2024-11-18')).toBe('2024-11-18');
  expect(sundayOf('2024-11-24')).toBe('2024-11-24');
  expect(weekday(mondayOf('1969-12-31'))).toBe(1);
});

describe('closingAfter', () => {
  const open = { status: 'open', closedAt: null, closedById: null } as const;
  const done = { status: 'done', closedAt: 'then', closedById: 'jo' } as const;
  const by = { at: 'now', userId: 'sam' };

  it('writes down who closed it and when', () => {
    expect(closingAfter(open, 'done', by)).toEqual({ closedAt: 'now', closedById: 'sam' });
    expect(closingAfter(open, 'dropped', by)).toEqual({ closedAt: 'now', closedById: 'sam' });
  });

  it('keeps the first name when it is changed without being opened again', () => {
    expect(closingAfter(done, 'done', by)).toEqual({ closedAt: 'then', closedById: 'jo' });
    expect(closingAfter(done, 'dropped', by)).toEqual({ closedAt: 'now', closedById: 'sam' });
  });

  it.each(ACTION_STATUSES.filter(isActionOpen))('forgets it when the action is %s again', (to) => {
    expect(closingAfter(done, to, by)).toEqual({ closedAt: null, closedById: null });
  });
});
