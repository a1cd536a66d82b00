import { pathOf } from './route-path';

it('puts parameters into the path, escaped', () => {
  const ids = { id: 'a/b', rowId: '0-17-2' };
  expect(pathOf('POST /api/imports/{id}/rows/{rowId}/decide', ids)).toBe(
    '/api/imports/a%2Fb/rows/0-17-2/decide',
  );
});

it('writes texts and numbers as they are and the rest as JSON, and leaves out what is empty', () => {
  const query = { from: '2024-11-18', count: 5 };
  expect(pathOf('GET /api/visitors/{id}/free-days', { id: 'u', query })).toBe(
    '/api/visitors/u/free-days?from=2024-11-18&count=5',
  );
  const asked = { filter: { q: 'St Mary' }, range: [0, 9] as const };
  const sent = new URL(pathOf('GET /api/schools', { query: asked }), 'http://hub.example');
  expect(Object.fromEntries(sent.searchParams)).toEqual({
    filter: '{"q":"St Mary"}',
    range: '[0,9]',
  });
  expect(pathOf('GET /api/progress', { query: { academicYear: '', regionId: undefined } })).toBe(
    '/api/progress',
  );
});

it('knows the routes, what stands in their paths and what they take', () => {
  // @ts-expect-error there is no such route
  pathOf('GET /api/school');
  // @ts-expect-error its path has an id
  pathOf('GET /api/visits/{id}');
  // @ts-expect-error the list has no such filter
  pathOf('GET /api/visits', { query: { filter: { colour: 'red' } } });
  // @ts-expect-error nor can it be sorted by that
  expect(pathOf('GET /api/visits', { query: { sort: ['colour', 'ASC'] } })).toContain('sort');
});
