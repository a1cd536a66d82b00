import type { Filtered, FilterOf } from '@tracker/contract';
import { raw, type Sql, sql } from '@tracker/data';
import { containing, type OneOfFound, type SqlConditions, whether } from './sql-conditions';

/**
 * What holds of a list's rows by each of its filters. Null for one that says no more than how
 * another is meant, which reads it.
 */
export type FilterConditions<L extends Filtered, Context = unknown> = {
  readonly [Name in keyof FilterOf<L>]-?: Condition<
    NonNullable<FilterOf<L>[Name]>,
    Context,
    FilterOf<L>
  > | null;
};

type Condition<Value, Context, Filter> = (
  value: Value,
  context: Context,
  filter: Filter,
) => Holds | Holds[];

type Holds = Sql | OneOfFound;

/** Adds what the filters that are set ask for. */
export function addFilters<L extends Filtered, Context>(
  conditions: SqlConditions,
  of: FilterConditions<L, Context>,
  filter: FilterOf<L>,
  ...[context]: unknown extends Context ? [] : [context: Context]
): SqlConditions {
  const all = Object.entries(of) as [keyof FilterOf<L>, Condition<unknown, unknown, unknown>][];
  for (const [name, condition] of all) {
    const value = filter[name];
    if (value === undefined || condition === null) continue;
    for (const part of [condition(value, context, filter)].flat()) {
      conditions.add(part, name !== 'id');
    }
  }
  return conditions;
}

type Expression = string | Sql;
const asSql = (text: Expression): Sql => (typeof text === 'string' ? raw(text) : text);

export const isOneOfIds =
  (column: Expression) =>
  (ids: readonly string[]): Sql =>
    sql`${asSql(column)} = ANY (${ids}::uuid[])`;

export const isOneOf =
  (column: Expression) =>
  (texts: readonly string[]): Sql =>
    sql`${asSql(column)} = ANY (${texts}::text[])`;

export const is =
  (column: Expression) =>
  (value: string | number | boolean): Sql =>
    sql`${asSql(column)} = ${value}`;

export const holds =
  (condition: Expression) =>
  (wanted: boolean): Sql =>
    whether(wanted, asSql(condition));

export const contains =
  (text: string) =>
  (searched: string): Sql =>
    containing(text, searched);

/** At one of the schools, or with `withPredecessors` at one that it follows. */
export const isAtSchool =
  (column: Expression) =>
  (
    schoolId: string | readonly string[],
    _context: unknown,
    { withPredecessors }: { withPredecessors?: boolean },
  ): Sql => {
    const asked = withPredecessors ? 'school_id' : column;
    const isAsked =
      typeof schoolId === 'string' ? is(asked)(schoolId) : isOneOfIds(asked)(schoolId);
    if (!withPredecessors) return isAsked;
    return sql`${asSql(column)} IN (SELECT ancestor_id FROM school_lineage WHERE ${isAsked})`;
  };
