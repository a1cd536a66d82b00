import { runMigrations, today, type Env, type Log } from '@tracker/server';
import { withDatabase } from '../connect';
import { DEMO_ACCOUNTS, fillDemoHub, isEmptyHub } from '../demo';

/**
 * Brings the database to the present schema and, where the environment allows it, fills an empty
 * one with the demo hub.
 *
 * @returns whether the demo hub's accounts are there to sign in with.
 * @throws OperatorError when the database does not answer.
 */
export async function prepareDatabase(url: string, env: Env, log: Log): Promise<boolean> {
  return withDatabase(url, async (dataSource) => {
    const applied = await runMigrations(dataSource);
    if (applied.length > 0) log('Brought the database up to date.');
    if (env.demo && (await isEmptyHub(dataSource))) {
      log('Filling the empty database with the demo hub ...');
      const counts = await fillDemoHub(dataSource, today(env));
      log(`The demo hub has ${counts.schools} schools and ${counts.visits} visits.`);
    }
    const emails = DEMO_ACCOUNTS.map(({ email }) => email);
    const found: unknown[] = await dataSource.query(
      'SELECT FROM users WHERE active AND email = ANY($1) LIMIT 1',
      [emails],
    );
    return found.length > 0;
  });
}
