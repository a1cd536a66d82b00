import { droppedOf, writable } from './writable';

const school = { id: 's', version: 3, name: 'Marsh Primary', notes: null, regionId: null };

it('sends of a school what the contract lets be changed', () => {
  expect(writable('schools', { ...school, notes: 'Ring.' })).toEqual({
    notes: 'Ring.',
    regionId: null,
  });
  const user = { name: 'Jo', role: 'head' };
  expect(writable('users', user)).toEqual(user);
});

it('names a changed field that is not sent, and none that is as it was', () => {
  expect(droppedOf('schools', { ...school, notes: 'Ring.', version: 4 }, school)).toEqual([]);
  expect(droppedOf('schools', { ...school, name: 'Marsh' }, school)).toEqual(['name']);
  expect(droppedOf('schools', { colour: 'red' }, school)).toEqual(['colour']);
  expect(droppedOf('users', { colour: 'red' }, {})).toEqual([]);
});
