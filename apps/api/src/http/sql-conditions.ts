import { joined, nothing, raw, type Sql, shared, sql } from '@tracker/data';

/**
 * That a text contains what is searched for, whatever capitals, accents and apostrophes are typed:
 * "nunez" finds "Núñez".
 *
 * @param text an expression of the statement
 */
export function containing(text: string, searched: unknown): Sql {
  const [within, q] = [raw(text), shared(searched)];
  return sql`strpos(lower(${within}), lower(${q})) > 0 OR (school_plain_text(${q}) <> ''
    AND strpos(school_plain_text(${within}), school_plain_text(${q})) > 0)`;
}

/** The condition, or that it does not hold. */
export const whether = (wanted: unknown, condition: Sql): Sql =>
  wanted ? condition : sql`NOT ${condition}`;

/** A WHERE clause that grows: ``add(sql`s.phase = ${phase}`)``. */
export class SqlConditions {
  private readonly parts: Sql[] = [];

  /** @param condition as text only in the program's own words */
  add(condition: string | Sql): this {
    this.parts.push(sql`(${typeof condition === 'string' ? raw(condition) : condition})`);
    return this;
  }

  /** `WHERE ...`, or nothing when there is no condition. */
  get where(): Sql {
    return this.parts.length === 0 ? nothing : sql`WHERE ${joined(this.parts, ' AND ')}`;
  }
}
