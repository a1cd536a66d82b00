import { defineList, type AskedFilterOf, type FilterOf, type SortOf } from '@tracker/contract';
import { sql } from '@tracker/data';
import {
  addFilters,
  type FilterConditions,
  holds,
  is,
  isAtSchool,
  isOneOf,
} from '../src/http/filter-conditions';
import { type ListSpec, readListQuery } from '../src/http/list-query';
import { SqlConditions } from '../src/http/sql-conditions';

const LIST = defineList({
  filters: {
    kind: ['cycle', 'other'],
    schoolId: 'uuid',
    withPredecessors: 'boolean',
    open: 'boolean',
    band: 'integer',
    q: 'text',
  },
  sorts: ['name', 'band'],
});

const SPEC: ListSpec<typeof LIST> = {
  filters: LIST.filters,
  sorts: { name: 'x.name', band: 'x.band' },
  defaultOrder: 'x.name',
  tieBreak: 'x.id',
};

const CONDITIONS: FilterConditions<typeof LIST, { today: string }> = {
  kind: isOneOf('x.kind'),
  schoolId: isAtSchool('x.school_id'),
  withPredecessors: null,
  open: holds('x.closed_on IS NULL'),
  band: is('x.band'),
  q: (q, { today }) => (q === ' ' ? [] : [sql`x.name = ${q}`, sql`x.day > ${today}`]),
};

const SCHOOL = '0b7a3c52-6e0f-4a86-8a4e-2f5f0c5d7a21';

function whereOf(filter: AskedFilterOf<typeof LIST>) {
  const asked = readListQuery({ filter: JSON.stringify(filter) }, SPEC).filter;
  const today = { today: '2024-11-20' };
  return addFilters(new SqlConditions(), CONDITIONS, asked, today).where.toQuery();
}

it('asks only for what is set, and for a false and a nought as well', () => {
  expect(whereOf({})).toEqual({ text: '', values: [] });
  expect(whereOf({ open: false, band: 0 })).toEqual({
    text: 'WHERE (NOT x.closed_on IS NULL) AND (x.band = $1)',
    values: [0],
  });
});

it('takes one value where several may be asked for', () => {
  const expected = { text: 'WHERE (x.kind = ANY ($1::text[]))', values: [['cycle']] };
  expect(whereOf({ kind: 'cycle' })).toEqual(expected);
  expect(whereOf({ kind: ['cycle'] })).toEqual(expected);
});

it('leaves a filter to the one that reads it', () => {
  expect(whereOf({ withPredecessors: true })).toEqual({ text: '', values: [] });
  expect(whereOf({ schoolId: SCHOOL })).toEqual({
    text: 'WHERE (x.school_id = $1)',
    values: [SCHOOL],
  });
  expect(whereOf({ schoolId: SCHOOL, withPredecessors: true }).text).toBe(
    'WHERE (x.school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = $1))',
  );
});

it('adds several conditions of one filter, or none', () => {
  expect(whereOf({ q: 'a' })).toEqual({
    text: 'WHERE (x.name = $1) AND (x.day > $2)',
    values: ['a', '2024-11-20'],
  });
  expect(whereOf({ q: ' ' }).text).toBe('');
});

it('is held to its list by the compiler', () => {
  const forgotten: Omit<typeof CONDITIONS, 'q'> = CONDITIONS;
  // @ts-expect-error a filter that is declared and not handled
  const short: FilterConditions<typeof LIST, { today: string }> = forgotten;
  // @ts-expect-error an order without its SQL
  const sorts: ListSpec<typeof LIST>['sorts'] = { name: 'x.name' };
  // @ts-expect-error a value that the list does not know
  const asked: AskedFilterOf<typeof LIST> = { kind: 'follow_up' };
  // @ts-expect-error one value: what is read is several
  const read: FilterOf<typeof LIST> = { kind: 'cycle' };
  // @ts-expect-error a field that the list is not sorted by
  const by: SortOf<typeof LIST> = 'day';
  expect([short, sorts, asked, read, by]).toHaveLength(5);
});
