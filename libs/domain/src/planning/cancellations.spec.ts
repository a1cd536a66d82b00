import { bookingsNeeded, cancelShareOf, roomOfTeams, roomSentence } from './cancellations';
import { inventedProblem, inventedVisitor } from './testing/invented-hub';

it('P7: books for what falls through, rounded up', () => {
  expect(bookingsNeeded(180, 0.12)).toBe(205);
  expect(bookingsNeeded(90, 0.1)).toBe(100);
  expect(bookingsNeeded(0, 0.12)).toBe(0);
  expect(() => bookingsNeeded(180, 1)).toThrow(RangeError);
});

it('P7: goes by the hub’s own share once 100 bookings have passed', () => {
  expect(cancelShareOf(99, 50)).toBe(0.12);
  expect(cancelShareOf(200, 30)).toBe(0.15);
});

it('P7: says both numbers and what the teams have', () => {
  expect(roomSentence(180, 0.12, 216)).toBe(
    'To hold 180 when 12% fall through, 205 bookings are needed. Your teams have room for 216.',
  );
  expect(roomSentence(180, 0.12, 200)).toMatch(/room for 200: 5 short\.$/);
});

it('P7: room is counted by half term, week and day, less what is agreed', () => {
  const visitors = [inventedVisitor({ id: 'v1', perHalfTerm: 3 })];
  expect(roomOfTeams(inventedProblem({ visitors }))).toBe(18);
  const booked = [{ urn: 7, date: '2024-10-08', visitorId: 'v1', status: 'scheduled' }];
  expect(roomOfTeams(inventedProblem({ visitors, booked }))).toBe(17);
  // Away in all of a half term but its last week, which takes two.
  const away = [{ from: '2025-01-06', to: '2025-02-07' }];
  expect(roomOfTeams(inventedProblem({ visitors: [{ ...visitors[0]!, away }] }))).toBe(17);
});
