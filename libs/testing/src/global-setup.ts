import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Relative, because Jest maps @tracker/* in tests only, not here.
import { isAlive, openServiceHome } from '../../embedded/src';
import { startEmbeddedPostgres } from '../../embedded/src/postgres';
import { startEmbeddedRedis } from '../../embedded/src/redis';
import { defaultDataDir } from '../../process/src/places';
import { keepForTeardown, type TestRun } from './test-run';

const prefix = 'tracker-tests-';
// Jest dresses up what is written with console.
const log = (sentence: string) => void process.stderr.write(`${sentence}\n`);

/**
 * Starts one PostgreSQL and one Redis for all test files, in a folder of its own under the
 * system's temporary folder, or takes those of DATABASE_URL and REDIS_URL. Test files find both
 * in those variables, and get their own database from `createTestDatabase`.
 */
export default async function setup(): Promise<void> {
  removeLeftovers();
  const folder = join(tmpdir(), `${prefix}${process.pid}`);
  mkdirSync(folder, { mode: 0o711 });
  const run: TestRun = { folders: [folder], services: [] };
  keepForTeardown(run);
  // Lower case, for it becomes part of database names.
  process.env.TEST_RUN = randomBytes(4).toString('hex');
  try {
    await startWhatIsMissing(folder, run);
  } catch (error) {
    for (const service of run.services) await service.stop();
    for (const path of run.folders) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

async function startWhatIsMissing(folder: string, run: TestRun): Promise<void> {
  if (process.env.DATABASE_URL && process.env.REDIS_URL) return;
  const home = openServiceHome(folder, log);
  run.folders.push(home.path);
  // What had to be fetched is kept for the next run, where the servers' account may use it.
  const kept = openServiceHome(defaultDataDir, log);
  const programsDir = kept.account?.uid === home.account?.uid ? kept.programs : home.programs;
  if (!process.env.DATABASE_URL) {
    const options = { dataDir: folder, log, programsDir, durable: false };
    const postgres = await startEmbeddedPostgres(options);
    run.services.push(postgres);
    process.env.DATABASE_URL = postgres.url;
  }
  if (!process.env.REDIS_URL) {
    const redis = await startEmbeddedRedis({ dataDir: folder, log, programsDir });
    run.services.push(redis);
    process.env.REDIS_URL = redis.url;
  }
}

/** A run that was killed could not clean up after itself. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}
