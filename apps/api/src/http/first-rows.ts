import type { AskedFilterOf, List, SortOf } from '@tracker/contract';
import { type ListQuery, type ListSpec, readListQuery } from './list-query';

interface FirstRows<L extends List> {
  rows: number;
  sort?: [field: SortOf<L>, direction: 'ASC' | 'DESC'];
}

/** The first rows of a list, read as if somebody had asked for them over HTTP. */
export function firstRows<L extends List>(
  spec: ListSpec<L>,
  filter: AskedFilterOf<L>,
  { rows, sort }: FirstRows<L>,
): ListQuery<L> {
  const asked = { filter, range: [0, rows - 1], ...(sort && { sort }) };
  const raw = Object.entries(asked).map(([name, value]) => [name, JSON.stringify(value)]);
  return readListQuery(Object.fromEntries(raw), spec);
}
