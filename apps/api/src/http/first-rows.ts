import { type ListQuery, type ListSpec, readListQuery } from './list-query';

interface FirstRows {
  rows: number;
  sort?: [field: string, direction: 'ASC' | 'DESC'];
}

/** The first rows of a list, read as if somebody had asked for them over HTTP. */
export function firstRows(spec: ListSpec, filter: object, { rows, sort }: FirstRows): ListQuery {
  const asked = { filter, range: [0, rows - 1], ...(sort && { sort }) };
  const raw = Object.entries(asked).map(([name, value]) => [name, JSON.stringify(value)]);
  return readListQuery(Object.fromEntries(raw), spec);
}
