import { droppedOf, writableOf } from './writable';

const school = { id: 's', version: 3, name: 'Marsh Primary', notes: null, regionId: null };
const writable = { notes: true, regionId: true, regionSetByHand: true } as const;

it('sends of a school what the contract lets be changed', () => {
  expect(writableOf(writable, { ...school, notes: 'Ring.' })).toEqual({
    notes: 'Ring.',
    regionId: null,
  });
  const user = { name: 'Jo', role: 'head' };
  expect(writableOf(undefined, user)).toEqual(user);
});

it('names a changed field that is not sent, and none that is as it was', () => {
  expect(droppedOf(writable, { ...school, notes: 'Ring.', version: 4 }, school)).toEqual([]);
  expect(droppedOf(writable, { ...school, name: 'Marsh' }, school)).toEqual(['name']);
  expect(droppedOf(writable, { colour: 'red' }, school)).toEqual(['colour']);
  expect(droppedOf(undefined, { colour: 'red' }, {})).toEqual([]);
});
