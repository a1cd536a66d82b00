// SQL with its values inside. `sql-template-tag` does the same but is an ES module only and knows no type
// of the rows; Kysely would spell every statement anew in another language. Sixty lines carry both.

/** A piece of SQL and what it binds; a whole statement, or a part that others are made of. */
export class Sql<Row = unknown> {
  /** Only for the compiler: what the rows of the statement look like. */
  declare readonly row: Row;

  /**
   * @param texts what stands before, between and after the parts, one more than these
   * @param parts values, pieces of SQL, or values that are bound once for several places
   */
  constructor(
    private readonly texts: readonly string[],
    private readonly parts: readonly unknown[],
  ) {}

  /**
   * As PostgreSQL takes it: each value is the next `$n`.
   *
   * @param values those bound before it in the same statement; its own are added
   */
  toQuery(values: unknown[] = []): { text: string; values: unknown[] } {
    const shared = new Map<Shared, number>();
    const write = (piece: Sql): string =>
      piece.texts.reduce((text, next, i) => text + place(piece.parts[i - 1]) + next);
    const bind = (value: unknown): number => values.push(value);
    const place = (part: unknown): string => {
      if (part instanceof Sql) return write(part);
      if (!(part instanceof Shared)) return `$${bind(part)}`;
      const number = shared.get(part) ?? bind(part.value);
      shared.set(part, number);
      return `$${number}`;
    };
    return { text: write(this), values };
  }

  /** For texts that bind by hand. @throws where values stand inside, which would be lost */
  toString(): string {
    const { text, values } = this.toQuery();
    if (values.length > 0) throw new Error(`Values would be lost from: ${text}`);
    return text;
  }
}

class Shared {
  constructor(readonly value: unknown) {}
}

/**
 * SQL as it is written, its values in their places: ``sql<Row>`SELECT .. WHERE id = ${id}` ``. A part
 * that is SQL itself becomes part of the text, anything else is bound.
 */
export function sql<Row = unknown>(
  texts: TemplateStringsArray,
  ...parts: readonly unknown[]
): Sql<Row> {
  return new Sql<Row>(texts, parts);
}

/** Words of the program's own as SQL: a name of a table, a fragment kept as text. Never what somebody typed. */
export const raw = (text: string): Sql => new Sql([text], []);

/** No SQL at all. */
export const nothing = raw('');

/** Pieces one after the other: conditions with ` AND ` between. */
export const joined = (pieces: readonly Sql[], between: string): Sql =>
  pieces.length === 0 ? nothing : new Sql(['', ...pieces.slice(1).map(() => between), ''], pieces);

/**
 * A value that is bound once, in however many places it stands; PostgreSQL then sees that two
 * expressions with it are the same, in GROUP BY say.
 */
export const shared = (value: unknown): Sql => new Sql(['', ''], [new Shared(value)]);
