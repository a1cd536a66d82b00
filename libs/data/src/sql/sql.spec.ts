import { joined, nothing, raw, shared, sql } from './sql';

it('gives each value the next number, through the pieces it is made of', () => {
  const open = sql`status = ${'open'}`;
  const both = joined([open, sql`region_id = ${'r'}`], ' AND ');
  expect(sql`SELECT ${raw('id')} FROM schools WHERE ${both} LIMIT ${25}`.toQuery()).toEqual({
    text: 'SELECT id FROM schools WHERE status = $1 AND region_id = $2 LIMIT $3',
    values: ['open', 'r', 25],
  });
});

it('binds a shared value once, and once in each statement', () => {
  const today = shared('2024-11-20');
  const twice = sql`a < ${today} OR b > ${today} OR c = ${1}`;
  for (let times = 0; times < 2; times += 1) {
    expect(twice.toQuery()).toEqual({
      text: 'a < $1 OR b > $1 OR c = $2',
      values: ['2024-11-20', 1],
    });
  }
});

it('goes on counting from what was bound before', () => {
  const values: unknown[] = ['x'];
  expect(sql`y = ${2}`.toQuery(values).text).toBe('y = $2');
  expect(values).toEqual(['x', 2]);
});

it.each([
  [nothing, ''],
  [joined([], ', '), ''],
  [joined([raw('a')], ', '), 'a'],
  [joined([raw('a'), raw('b'), raw('c')], ', '), 'a, b, c'],
])('joins %#', (piece, text) => {
  expect(`${piece}`).toBe(text);
});

it('binds what people typed, whatever it looks like', () => {
  const typed = `'; DROP TABLE visits; --`;
  expect(sql`name = ${typed}`.toQuery()).toEqual({ text: 'name = $1', values: [typed] });
  expect(sql`name = ${null} OR ${undefined} OR ${['a']}`.toQuery().values).toEqual([
    null,
    undefined,
    ['a'],
  ]);
});

it('does not become a text that has lost its values', () => {
  expect(() => `${sql`id = ${1}`}`).toThrow('Values would be lost');
});
