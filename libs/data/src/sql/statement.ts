import type { Sql } from './sql';

/** What runs a statement: a data source, or the manager of a transaction. */
export interface Runner {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** What a statement is, whatever it gives and takes. */
export interface AnyStatement {
  readonly write: (...args: never) => Sql;
  readonly sample: readonly unknown[] | undefined;
  readonly earlier: readonly AnyStatement[];
}

/**
 * A statement under a name of its own. All that are declared are prepared against the migrated schema
 * by one test, which also holds their columns to the type of their rows.
 */
export class Statement<Row, Args extends readonly unknown[]> {
  constructor(
    readonly name: string,
    readonly write: (...args: Args) => Sql<Row>,
    readonly sample: Args | undefined,
    readonly earlier: AnyStatement[] = [],
  ) {}

  /** @param makers make the temporary tables it works on, earlier in the same transaction */
  after(...makers: AnyStatement[]): this {
    this.earlier.push(...makers);
    return this;
  }

  /** Its rows; of an INSERT, UPDATE or DELETE those it returns. */
  async rows(on: Runner, ...args: Args): Promise<Row[]> {
    return (await run(on, this.write(...args))).rows as Row[];
  }

  /** Its first row. */
  async row(on: Runner, ...args: Args): Promise<Row | undefined> {
    return (await this.rows(on, ...args))[0];
  }

  /** Its row, where there always is one: of a count, say. */
  async one(on: Runner, ...args: Args): Promise<Row> {
    const row = await this.row(on, ...args);
    if (row === undefined) throw new Error(`${this.name} gave no row.`);
    return row;
  }

  /** @returns how many rows an UPDATE or DELETE has changed */
  async run(on: Runner, ...args: Args): Promise<number> {
    return (await run(on, this.write(...args))).changed;
  }
}

const declared = new Map<string, Statement<unknown, never>>();

/**
 * Declares a statement.
 *
 * @param name where it belongs and what it does: `contacts.read`; each once
 * @param sample what the test writes it with; without it every argument is left out, which does where
 *   all are merely bound
 */
export function statement<Row, Args extends readonly unknown[]>(
  name: string,
  write: (...args: Args) => Sql<Row>,
  sample?: NoInfer<Args>,
): Statement<Row, Args> {
  if (declared.has(name)) throw new Error(`Two statements are called ${name}.`);
  const made = new Statement(name, write, sample);
  declared.set(name, made as unknown as Statement<unknown, never>);
  return made;
}

/** Every statement of the modules that are loaded. */
export const declaredStatements = (): readonly Statement<unknown, never>[] => [
  ...declared.values(),
];

/**
 * Runs SQL that is put together anew each time, or of which preparing checks nothing: ANALYZE, SAVEPOINT.
 * What can be declared is declared.
 */
export async function rowsOf<Row>(on: Runner, sql: Sql<Row>): Promise<Row[]> {
  return (await run(on, sql)).rows as Row[];
}

async function run(on: Runner, sql: Sql): Promise<{ rows: unknown[]; changed: number }> {
  const { text, values } = sql.toQuery();
  const answer = (await on.query(text, values)) as unknown[] | [unknown[], number];
  // TypeORM gives rows, or for UPDATE and DELETE the rows and how many there were.
  const [first, count] = answer;
  if (Array.isArray(first) && typeof count === 'number') return { rows: first, changed: count };
  return { rows: answer, changed: answer.length };
}
