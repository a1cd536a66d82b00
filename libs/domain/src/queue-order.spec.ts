import fc from 'fast-check';
import { compareInQueue, type QueuePlace } from './queue-order';

const place = (name: string, changes: Partial<QueuePlace> = {}): QueuePlace => ({
  band: 1,
  score: 50,
  lastVisitedOn: '2020-05-06',
  name,
  ...changes,
});

it('is pinned, band, score, longest unvisited, name; snoozed schools come last', () => {
  const inOrder = [
    place('pinned though on track', { pinned: true, band: 3, score: 1 }),
    place('high score', { score: 80, lastVisitedOn: '2021-01-01' }),
    place('never visited', { lastVisitedOn: null }),
    place('Longest unvisited', { lastVisitedOn: '2019-01-01' }),
    place('Ashfield'),
    place("d'Arcy"),
    place('École du Parc'),
    place('Élan'),
    place('Zoë'),
    place('low score', { score: 49.9, lastVisitedOn: null }),
    place('due', { band: 2, score: 90 }),
    place('on track', { band: 3, score: 100 }),
    place('snoozed', { snoozed: true, score: 100 }),
    place('snoozed and due', { snoozed: true, score: 100, band: 2 }),
  ];
  expect([...inOrder].reverse().sort(compareInQueue)).toEqual(inOrder);
});

it('is the same whichever of two schools comes first', () => {
  const anyPlace = fc.record<QueuePlace>({
    pinned: fc.boolean(),
    snoozed: fc.boolean(),
    band: fc.integer({ min: 1, max: 3 }),
    score: fc.integer({ min: 0, max: 3 }),
    lastVisitedOn: fc.constantFrom(null, '2020-05-06', '2021-05-06'),
    name: fc.constantFrom('Ash', 'Beech'),
  });
  fc.assert(
    fc.property(anyPlace, anyPlace, anyPlace, (a, b, c) => {
      expect(Math.sign(compareInQueue(a, b)) + Math.sign(compareInQueue(b, a))).toBe(0);
      if (compareInQueue(a, b) <= 0 && compareInQueue(b, c) <= 0) {
        expect(compareInQueue(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
