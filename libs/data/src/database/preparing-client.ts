import { createHash } from 'node:crypto';
import { types } from 'node:util';
import { SteadyClient } from './steady-client';

/** Texts that are remembered; the one that was longest not asked for goes first. */
export const MOST_TEXTS = 2_000;
/** Statements that one connection keeps at most; each is memory of the server's. */
export const MOST_PREPARED = 300;

/**
 * How a statement begins that PostgreSQL is to plan by its values each time. A plan for any value takes a
 * filter to hold for as many rows as it does on average, and walks a whole index for a small region.
 */
export const BY_ITS_VALUES = '/* by its values */ ';

/** What was asked before, by its text, with the name it has from its second time on. */
const asked = new Map<string, string | null>();

/** Most lists are asked for with one set of filters once, which is not worth a name. */
function nameFromTheSecondTime(text: string): string | null {
  const known = asked.get(text);
  const name =
    known === undefined
      ? null
      : (known ?? createHash('sha256').update(text).digest('base64url').slice(0, 24));
  asked.delete(text);
  asked.set(text, name);
  const oldest = asked.size > MOST_TEXTS ? asked.keys().next().value : undefined;
  if (oldest !== undefined) asked.delete(oldest);
  return name;
}

/**
 * A connection on which a statement with values is parsed and planned once. PostgreSQL still plans by
 * the values where that is cheaper (`plan_cache_mode` is left at `auto`).
 */
export class PreparingClient extends SteadyClient {
  private readonly prepared = new Set<string>();
  /** Counted on when a migration has changed what statements give: their names are of no use then. */
  private schema = 0;

  /** As pg's own, whose every form is taken; only that with a text, values and a promise is prepared. */
  override query(config: unknown, values?: unknown, callback?: unknown): never {
    const plain = () => super.query(config as never, values as never, callback as never) as unknown;
    if (typeof config !== 'string' || !Array.isArray(values) || values.length === 0 || callback) {
      return plain() as never;
    }
    const name = config.startsWith(BY_ITS_VALUES) ? null : this.nameOf(config);
    if (name === null) return plain() as never;
    return this.prepare(name, config, values) as never;
  }

  private async prepare(name: string, text: string, values: unknown[]): Promise<unknown> {
    const inTransaction = this.getTransactionStatus() !== 'I';
    try {
      return await super.query({ name, text, values });
    } catch (error) {
      if (!isOfAnotherSchema(error)) throw error;
      this.prepared.clear();
      this.schema += 1;
      // It was refused before it did anything; what a transaction had done before it is lost with it.
      if (inTransaction) throw error;
      return super.query(text, values);
    }
  }

  private nameOf(text: string): string | null {
    const base = nameFromTheSecondTime(text);
    if (base === null) return null;
    const name = `${base}_${this.schema}`;
    if (this.prepared.has(name)) return name;
    if (this.prepared.size >= MOST_PREPARED) return null;
    this.prepared.add(name);
    return name;
  }
}

/** A migration has changed the columns of a prepared statement: "cached plan must not change result type". */
const isOfAnotherSchema = (error: unknown): boolean =>
  types.isNativeError(error) &&
  'code' in error &&
  error.code === '0A000' &&
  error.message.startsWith('cached plan must not change result type');
