import { setTimeout as sleep } from 'node:timers/promises';
import { type Env, readEnv } from '@tracker/process';
import { findRunningServices, FolderInUseError } from './folder-claim';
import { type Services, startServices } from './services';

/**
 * The environment with both servers' addresses, wherever they come from; `databaseUrl` is the
 * owner's where there is one.
 */
export type CommandServices = Env & { databaseUrl: string; redisUrl: string };

const longestWait = 10 * 60_000;

/**
 * Runs a command's work with PostgreSQL and Redis at hand: those of DATABASE_OWNER_URL or
 * DATABASE_URL and of REDIS_URL, else those of a running `npm start` on the same data folder, else embedded ones that are
 * started for the work and stopped after it.
 *
 * @throws OperatorError when the environment is wrong or the servers cannot be started.
 */
export async function withServices<T>(work: (services: CommandServices) => Promise<T>): Promise<T> {
  const env = readEnv();
  // The operator's commands own the tables; what serves need not.
  const databaseUrl = env.databaseOwnerUrl ?? env.databaseUrl;
  const { redisUrl } = env;
  if (databaseUrl && redisUrl) return work({ ...env, databaseUrl, redisUrl });
  const found = await findOrStart(env);
  // A setting wins over what runs: it may be one of the two only.
  const services = {
    ...env,
    databaseUrl: databaseUrl ?? found.databaseUrl,
    redisUrl: redisUrl ?? found.redisUrl,
  };
  try {
    return await work(services);
  } finally {
    await found.stop();
  }
}

async function findOrStart(env: Env): Promise<Pick<Services, 'databaseUrl' | 'redisUrl' | 'stop'>> {
  const deadline = Date.now() + longestWait;
  let told = false;
  for (;;) {
    const running = findRunningServices(env.dataDir);
    if (running?.holder === 'start') return { ...running, stop: async () => undefined };
    try {
      const services = await startServices({ ...env, log: (sentence) => console.error(sentence) });
      const { databaseUrl, redisUrl } = services;
      services.claim.publish({ holder: 'command', databaseUrl, redisUrl });
      return services;
    } catch (error) {
      // Another command's servers end with it, so its turn is waited for; a start soon says where
      // its own are.
      if (!(error instanceof FolderInUseError) || Date.now() > deadline) throw error;
      if (!told) console.error('Waiting for another command of the tracker to end ...');
      told = true;
      await sleep(250);
    }
  }
}
