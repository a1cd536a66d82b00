import * as shapes from '.';
import {
  type Component,
  integer,
  note,
  oneOf,
  optional,
  orNull,
  shape,
  showing,
  text,
  type TypeOf,
} from './shape';

const PERSON = shape('Person', 'Somebody.', {
  name: text('Jo Marsh'),
  nickname: optional(note('Where there is one.', text('Jo'))),
  role: orNull(oneOf(['head', 'lead'], 'lead'), null),
});
type Person = TypeOf<typeof PERSON>;

it('gives the type its fields: literals, null, and what may be absent', () => {
  const people: Person[] = [
    { name: 'Jo Marsh', role: 'head' },
    { name: 'Jo Marsh', role: null, nickname: 'Jo' },
    // @ts-expect-error there is no such role
    { name: 'Jo Marsh', role: 'cook' },
    // @ts-expect-error the role may be null and not absent
    { name: 'Jo Marsh' },
    // @ts-expect-error there is no such field
    { name: 'Jo Marsh', role: null, age: 40 },
  ];
  expect(people).toHaveLength(5);
});

it('refuses a type of the domain that it does not describe', () => {
  const exact: Component<{ name: string }> = shape('A', 'A.', { name: text('Jo') });
  // @ts-expect-error the field may be null there
  const looser: Component<{ name: string | null }> = shape('B', 'B.', { name: text('Jo') });
  // @ts-expect-error a field is missing
  const longer: Component<{ name: string; age: number }> = shape('C', 'C.', { name: text('Jo') });
  expect([exact, looser, longer].map(({ name }) => name)).toEqual(['A', 'B', 'C']);
});

it('describes the same fields', () => {
  expect(PERSON.definition).toEqual({
    type: 'object',
    description: 'Somebody.',
    required: ['name', 'role'],
    properties: {
      name: { type: 'string', example: 'Jo Marsh' },
      nickname: { type: 'string', description: 'Where there is one.', example: 'Jo' },
      role: { type: 'string', enum: ['head', 'lead', null], nullable: true, example: null },
    },
  });
  expect(PERSON.example).toEqual({ name: 'Jo Marsh', nickname: 'Jo', role: null });
});

it('refers to a shape inside another', () => {
  const pair = shape('Pair', 'Two.', { first: PERSON, second: orNull(PERSON) });
  const person = { $ref: '#/components/schemas/Person' };
  expect(pair.definition.properties).toEqual({
    first: person,
    second: {
      anyOf: [person, { type: 'object', nullable: true, enum: [null] }],
      example: PERSON.example,
    },
  });
});

it('counts from nought unless it is told otherwise', () => {
  const schemas = [integer(3), integer(3, 1), integer(3, null)].map(({ schema }) => schema);
  expect(schemas).toEqual([
    { type: 'integer', minimum: 0 },
    { type: 'integer', minimum: 1 },
    { type: 'integer' },
  ]);
});

it('shows another example', () => {
  expect(showing('Ash', text('Jo'))).toEqual({ schema: { type: 'string' }, example: 'Ash' });
});

it('gives each shape a name of its own', () => {
  const names = Object.values(shapes).map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(names).toContain('School');
});
