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

/** That a row is one of some that are found once for the whole statement, however often it asks. */
export class OneOfFound {
  /**
   * @param column of the list's rows
   * @param found a SELECT with a column `id`
   */
  constructor(
    readonly column: Sql,
    readonly found: Sql,
  ) {}
}

const foundAs = (n: number): Sql => raw(`found_${n}`);

/** A WHERE clause that grows: ``add(sql`s.phase = ${phase}`)``. */
export class SqlConditions {
  private readonly parts: Sql[] = [];
  private readonly found: Sql[] = [];
  /** Whether some of them hold for few rows and some for many, by what is asked for. */
  areSelective = false;

  /**
   * @param condition as text only in the program's own words
   * @param isSelective not for rows that are named by their keys, and what always holds of most
   */
  add(condition: string | Sql | OneOfFound, isSelective = true): this {
    this.areSelective ||= isSelective;
    this.parts.push(sql`(${this.write(condition)})`);
    return this;
  }

  /** Where no more is asked than to be one of some that are found: these, for the statement to read. */
  get onlyFound(): Sql | null {
    return this.parts.length === 1 && this.found.length === 1 ? foundAs(0) : null;
  }

  /** One plan does for whatever values they have, however many rows these hold for. */
  plannedOnce(): this {
    this.areSelective = false;
    return this;
  }

  private write(condition: string | Sql | OneOfFound): Sql {
    if (typeof condition === 'string') return raw(condition);
    if (!(condition instanceof OneOfFound)) return condition;
    const name = foundAs(this.found.length);
    this.found.push(sql`${name} AS MATERIALIZED (${condition.found})`);
    return sql`${condition.column} IN (SELECT id FROM ${name})`;
  }

  /** `WHERE ...`, or nothing when there is no condition. */
  get where(): Sql {
    return this.parts.length === 0 ? nothing : sql`WHERE ${joined(this.parts, ' AND ')}`;
  }

  /** `WITH ...`, which stands before a statement with these conditions; or nothing. @param more parts of it */
  beginning(more: readonly Sql[] = []): Sql {
    const parts = [...this.found, ...more];
    return parts.length > 0 ? sql`WITH ${joined(parts, ', ')}\n` : nothing;
  }
}
