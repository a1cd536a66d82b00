import { type Sql, sql } from '@tracker/server';

/**
 * That a text contains what is searched for, whatever capitals, accents and apostrophes are typed:
 * "nunez" finds "Núñez". What is searched for is bound three times.
 *
 * @param text an expression of the statement
 */
export const containing = (text: string): string =>
  `strpos(lower(${text}), lower(?)) > 0 OR (school_plain_text(?) <> ''
    AND strpos(school_plain_text(${text}), school_plain_text(?)) > 0)`;

/** The condition, or that it does not hold. */
export const whether = (wanted: unknown, condition: Sql): Sql =>
  wanted ? condition : sql`NOT ${condition}`;

/**
 * A WHERE clause that grows while its values stay bound: ``add(sql`s.phase = ${phase}`)``. In a text
 * each `?` becomes the next parameter of the statement: `add('s.phase = ?', phase)`.
 */
export class SqlConditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** @param sql a condition, as text with as many `?` as there are values */
  add(sql: string | Sql, ...values: unknown[]): this {
    this.parts.push(`(${this.bind(sql, ...values)})`);
    return this;
  }

  /** Holds where a text contains what is searched for, see `containing`. */
  contains(text: string, searched: unknown): this {
    return this.add(containing(text), searched, searched, searched);
  }

  /** Binds values for another place of the same statement and gives its text. */
  bind(sql: string | Sql, ...values: unknown[]): string {
    let next = 0;
    const written = typeof sql === 'string' ? sql : sql.toQuery(this.values).text;
    const text = written.replace(/\?/g, () => {
      this.values.push(values[next++]);
      return `$${this.values.length}`;
    });
    if (next !== values.length) throw new Error(`Values and places differ in: ${written}`);
    return text;
  }

  /** `WHERE ...`, or nothing when there is no condition. */
  get where(): string {
    return this.parts.length === 0 ? '' : `WHERE ${this.parts.join(' AND ')}`;
  }
}
