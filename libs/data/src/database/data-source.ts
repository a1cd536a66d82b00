import { migrations } from '@tracker/migrations';
import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type Actor, actorOptions } from '../audit/actor';
import * as entities from './entities';
import { withSessionLock } from './locks';
import { TrackerNamingStrategy } from './naming-strategy';
import { PreparingClient } from './preparing-client';
import { refuseNewerSchema } from './schema-version';
import { SteadyClient } from './steady-client';

// A `date` stays the text it is: JavaScript's Date would move a day across time zones.
types.setTypeParser(types.builtins.DATE, (text) => text);
// Percentages and scores have one decimal and counts stay far below 2^53, so both are exact as numbers.
types.setTypeParser(types.builtins.NUMERIC, Number);
types.setTypeParser(types.builtins.INT8, Number);

const allEntities = Object.values(entities).filter((exported) => typeof exported === 'function');

/**
 * How every process of ours talks to PostgreSQL.
 *
 * @param url postgres://user:password@host:port/database
 * @param poolSize connections at most
 * @param actor who is behind what this process writes, where a transaction does not say
 * @param prepares whether statements are prepared, which what asks each once is no faster for
 */
export function dataSourceOptions(
  url: string,
  poolSize = 10,
  actor: Actor = { kind: 'outside' },
  prepares = false,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: allEntities,
    migrations,
    migrationsTableName: 'migrations',
    namingStrategy: new TrackerNamingStrategy(),
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    connectTimeoutMS: 5_000,
    extra: {
      Client: prepares ? PreparingClient : SteadyClient,
      // What a connection has prepared goes with it: lists that are asked for today have their turn.
      maxLifetimeSeconds: 3_600,
      statement_timeout: 120_000,
      idle_in_transaction_session_timeout: 120_000,
      // Low enough that one wrong letter in a word of seven is forgiven (the default is 0.6).
      // Compiling a statement anew each time takes longer than any of them runs.
      options: `-c jit=off -c pg_trgm.word_similarity_threshold=0.45 ${actorOptions(actor)}`,
    },
  };
}

/** A data source that is not connected yet. */
export function createDataSource(url: string, poolSize?: number, actor?: Actor): DataSource {
  return new DataSource(dataSourceOptions(url, poolSize, actor));
}

/**
 * Applies the migrations that are missing. Two processes that start together take turns.
 *
 * @returns names of the migrations applied
 * @throws NewerSchemaError when a newer version of the tracker was here
 */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  try {
    return await withSessionLock(guard, 'migration', async () => {
      await refuseNewerSchema(dataSource);
      const applied = await dataSource.runMigrations({ transaction: 'each' });
      return applied.map((migration) => migration.name);
    });
  } finally {
    await guard.release();
  }
}
