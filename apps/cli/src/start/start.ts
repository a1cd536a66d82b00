import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  findHolder,
  findRunningServices,
  FolderInUseError,
  openAppAccount,
  openDataDir,
  startServices,
} from '@tracker/embedded';
import {
  localAddress,
  OperatorError,
  repositoryRoot,
  survivePrinting,
  type Env,
  untilItServes,
} from '@tracker/process';
import { checkPort } from './check-port';
import { prepareDatabase } from './prepare-database';
import { Shutdown, StopRequested } from './shutdown';
import { SupervisedApp } from './supervised-app';
import { welcome } from './welcome';

const say = (sentence: string) => console.log(sentence);

/**
 * Runs the tracker until somebody stops it: checks first, then PostgreSQL and Redis where none are
 * given, the migrations, the demo hub in an empty database, the worker and the API.
 *
 * @throws OperatorError with a sentence; everything started before it is stopped then.
 */
export async function start(env: Env): Promise<void> {
  survivePrinting(process.stdout, process.stderr);
  await checkBeforehand(env);
  const shutdown = new Shutdown(say);
  try {
    const address = localAddress(env);
    const demo = await bringUp(env, address, shutdown);
    shutdown.check();
    say(welcome(address, env.dataDir, demo));
    await shutdown.untilRequested();
  } catch (error) {
    if (!(error instanceof StopRequested)) throw error;
  } finally {
    await shutdown.finish();
  }
  say('Stopped.');
}

/** Nothing has been started yet when one of these fails. */
async function checkBeforehand({ dataDir, host, port }: Env): Promise<void> {
  openDataDir(dataDir);
  // A start that was killed leaves its claim behind, and for a moment its API.
  const hadPredecessor = existsSync(join(dataDir, 'claim.json'));
  await refuseSecondStart(dataDir);
  await checkPort(host, port, hadPredecessor ? 10_000 : 0);
}

/** One that is just stopping is waited for. */
async function refuseSecondStart(dataDir: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const holder = findHolder(dataDir);
    if (holder === undefined) return;
    const address = findRunningServices(dataDir)?.address;
    if (address) {
      throw new OperatorError(
        `The tracker already runs at ${address} (process ${holder}). Stop it first, or run a second one with another PORT and another TRACKER_DATA_DIR.`,
      );
    }
    if (Date.now() > deadline) throw new FolderInUseError(dataDir, holder);
    await sleep(200);
  }
}

async function bringUp(env: Env, address: string, shutdown: Shutdown): Promise<boolean> {
  if (!env.databaseUrl || !env.redisUrl) say('Starting PostgreSQL and Redis ...');
  const services = await startServices({ ...env, log: say });
  shutdown.add(services);
  const { redisUrl } = services;
  const databaseUrl = env.databaseOwnerUrl ?? services.databaseUrl;
  const { demo, appUrl } = await prepareDatabase(databaseUrl, env, say);
  shutdown.check();
  // Not sooner: another command would find tables missing.
  services.claim.publish({ holder: 'start', address, databaseUrl, redisUrl });
  void shutdown.untilRequested().then(() => services.claim.withdraw());

  say('Starting the API and the worker ...');
  const childEnv = environmentOf(env, appUrl, redisUrl);
  const programOf = (name: string) => join(repositoryRoot, 'apps', name, 'dist/main.js');
  const account = openAppAccount(env.dataDir, programOf('api'), say);
  const apps = ['worker', 'api'].map(
    (name) =>
      new SupervisedApp({
        name: name === 'api' ? 'The API' : 'The worker',
        program: programOf(name),
        account,
        env: name === 'api' ? childEnv : besideApi(env, childEnv),
        logFile: join(env.dataDir, 'logs', `${name}.log`),
        log: say,
      }),
  );
  for (const app of apps) shutdown.add({ stop: () => app.stop(), kill: () => app.kill() });
  // For whoever builds them anew while this runs.
  process.on('SIGUSR2', () => apps.forEach((app) => void app.restart()));
  await Promise.race([
    Promise.all(apps.map((app) => app.start())).then(() => untilItServes(address)),
    shutdown.untilRequested(),
  ]);
  return demo;
}

function environmentOf(env: Env, databaseUrl: string, redisUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: env.nodeEnv,
    // What they print goes to files.
    NO_COLOR: '1',
    PORT: String(env.port),
    HOST: env.host,
    DATABASE_URL: databaseUrl,
    // Not for those who serve.
    DATABASE_OWNER_URL: '',
    REDIS_URL: redisUrl,
    TRACKER_DATA_DIR: env.dataDir,
    // Nobody else serves meanwhile.
    TRACKER_STOP_GRACE_MS: '0',
  };
}

/** The worker is on the same machine, so its figures have the port after the API's. */
const besideApi = ({ metricsPort }: Env, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  metricsPort === undefined ? env : { ...env, TRACKER_METRICS_PORT: String(metricsPort + 1) };
