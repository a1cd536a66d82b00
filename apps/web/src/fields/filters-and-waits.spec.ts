import { joined, split } from './several';
import { ownRegionsFilter, regionIdsOf } from './own-regions';
import { keyByBody } from '../providers/idempotency';
import { keepToday, today } from '../providers/today';
import { visitFilterOf } from '../providers/visit-times';
import { retryAfterMs, withinLimit } from '../providers/waiting-limits';

beforeEach(() => void jest.useFakeTimers({ now: new Date('2024-11-20T12:00:00Z') }));
afterEach(() => void jest.useRealTimers());

it('calls today what the server does', () => {
  expect(today()).toBe('2024-11-20');
  keepToday('2024-11-18');
  expect(today()).toBe('2024-11-18');
  keepToday('2024-11-20');
  expect(today()).toBe('2024-11-20');
});

it('asks for visits by how they stand to today', () => {
  expect(visitFilterOf({ when: 'upcoming', regionId: 'north' })).toEqual({
    ...{ regionId: 'north', from: '2024-11-20', status: ['scheduled', 'confirmed'] },
  });
  expect(visitFilterOf({ when: 'upcoming', status: 'cancelled' }).status).toBe('cancelled');
  expect(visitFilterOf({ when: 'unlogged' })).toEqual({ unlogged: true });
  expect(visitFilterOf({ when: 'no_date' })).toEqual({ status: 'proposed' });
  expect(visitFilterOf({ when: 'all', q: 'alder' })).toEqual({ q: 'alder' });
  expect(visitFilterOf({ when: 'often' as 'all', q: 'alder' })).toEqual({ q: 'alder' });
});

it('starts lists on the own regions of a regional team, and on all for others', () => {
  expect(ownRegionsFilter({ role: 'regional', regionIds: ['a'] })).toEqual({ regionId: 'a' });
  expect(ownRegionsFilter({ role: 'regional', regionIds: ['a', 'b'] }).regionId).toEqual([
    'a',
    'b',
  ]);
  expect(ownRegionsFilter({ role: 'regional', regionIds: [] })).toEqual({});
  expect(ownRegionsFilter({ role: 'head', regionIds: ['a'] })).toEqual({});
  expect([regionIdsOf({}), regionIdsOf({ regionId: '' })]).toEqual([[], []]);
  expect(regionIdsOf({ regionId: 'a' })).toEqual(['a']);
});

it('holds several values in one choice', () => {
  expect(split(joined(['a', 'b']))).toEqual(['a', 'b']);
  expect(split(joined('a'))).toBe('a');
  expect(joined(undefined)).toBe('');
});

it('gives one key to one body', () => {
  const keyOf = keyByBody();
  expect(keyOf({ a: 1 })).toBe(keyOf({ a: 1 }));
  expect(keyOf({ a: 2 })).not.toBe(keyOf({ a: 1 }));
  expect(keyOf({ a: 1 })).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
});

it.each([
  [null, null],
  ['', null],
  ['soon', null],
  ['3', 3_000],
  ['-3', 0],
  ['Wed, 20 Nov 2024 12:00:10 GMT', 10_000],
  ['Wed, 20 Nov 2024 11:00:00 GMT', 0],
])('reads Retry-After %p as %p ms', (header, ms) => {
  expect(retryAfterMs(header)).toBe(ms);
});

it('gives up after its time, or when nobody wants the answer any more', () => {
  const late = withinLimit(1_000);
  jest.advanceTimersByTime(999);
  expect([late.signal.aborted, late.isOver()]).toEqual([false, false]);
  jest.advanceTimersByTime(1);
  expect([late.signal.aborted, late.isOver()]).toEqual([true, true]);
  const wanted = new AbortController();
  const waiting = withinLimit(1_000, wanted.signal);
  wanted.abort();
  expect([waiting.signal.aborted, waiting.isOver()]).toEqual([true, false]);
  waiting.stop();
});
