import { randomBytes } from 'node:crypto';
import { DEMO_DOMAIN } from '@tracker/domain';
import { addressFor, APP_ROLE, prepareAppRole, runMigrations, withDatabase } from '@tracker/data';
import { todayOf, type Env, type Log } from '@tracker/process';
import type { DataSource } from 'typeorm';
import { findTools } from '../find-tools';

const DEMO_IN_PRODUCTION =
  'This database holds the demo hub, and NODE_ENV is production: its accounts cannot sign in. Set TRACKER_DATA_DIR or DATABASE_URL to one of your own.';

/**
 * Brings the database to the present schema and, where the environment allows it, fills an empty
 * one with the demo hub. Sets up the role that the API and the worker connect as, which cannot touch
 * the audit trail; where DATABASE_URL alone is given, its role does everything.
 *
 * @param url address for the owner of the tables
 * @returns whether the demo hub's accounts are there to sign in with, and the application's address.
 * @throws OperatorError when the database does not answer.
 */
export async function prepareDatabase(
  url: string,
  env: Env,
  log: Log,
): Promise<{ demo: boolean; appUrl: string }> {
  return withDatabase(url, async (dataSource) => {
    const applied = await runMigrations(dataSource);
    if (applied.length > 0) log('Brought the database up to date.');
    if (env.demo) await fillIfEmpty(dataSource, env, log);
    const found: unknown[] = await dataSource.query(
      'SELECT FROM users WHERE active AND lower(email) LIKE $1 LIMIT 1',
      [`%@${DEMO_DOMAIN}`],
    );
    const appUrl = appAddress(url, env);
    if (appUrl !== url) await prepareAppRole(dataSource, appUrl);
    const demo = found.length > 0;
    if (demo && env.nodeEnv === 'production') log(DEMO_IN_PRODUCTION);
    return { demo: demo && env.nodeEnv !== 'production', appUrl };
  });
}

async function fillIfEmpty(dataSource: DataSource, env: Env, log: Log): Promise<void> {
  const tools = await findTools();
  if (!tools || !(await tools.isEmptyHub(dataSource))) return;
  const { fillDemoHub, importDemoCensus, queueDemoMails } = tools;
  log('Filling the empty database with the demo hub ...');
  const counts = await fillDemoHub(dataSource, todayOf(env));
  await importDemoCensus(dataSource, { dataDir: env.dataDir, today: todayOf(env) });
  // With a mail server they would go out at once, to people who do not exist.
  if (env.smtpUrl === undefined) await queueDemoMails(dataSource, todayOf(env));
  log(`The demo hub has ${counts.schools} schools and ${counts.visits} visits.`);
}

/** Of our own server: a password for this start alone, which is kept nowhere. */
function appAddress(url: string, { databaseUrl }: Env): string {
  return databaseUrl ?? addressFor(url, APP_ROLE, randomBytes(24).toString('hex'));
}
