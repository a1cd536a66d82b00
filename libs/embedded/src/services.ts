import type { Log } from '@tracker/process';
import { claimFolder, type FolderClaim } from './folder-claim';
import { startEmbeddedPostgres, type EmbeddedService } from './postgres';
import { startEmbeddedRedis } from './redis';

export interface ServicesOptions {
  dataDir: string;
  log: Log;
  /** Servers that run elsewhere; none of the kind is started then. */
  databaseUrl?: string;
  redisUrl?: string;
}

/** PostgreSQL and Redis, and the data folder they (and the uploads) live in. */
export interface Services {
  databaseUrl: string;
  redisUrl: string;
  claim: FolderClaim;
  /** Ends what was started, Redis first, and gives the folder free. */
  stop(): Promise<void>;
}

/**
 * Claims the data folder and starts the servers that are not given.
 *
 * @throws OperatorError with a sentence; nothing is left running then.
 */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const claim = claimFolder(options.dataDir);
  const started: EmbeddedService[] = [];
  const stop = async () => {
    for (const service of started.reverse()) await service.stop();
    claim.release();
  };
  try {
    const databaseUrl = options.databaseUrl ?? (await add(startEmbeddedPostgres(options)));
    const redisUrl = options.redisUrl ?? (await add(startEmbeddedRedis(options)));
    return { databaseUrl, redisUrl, claim, stop };
  } catch (error) {
    await stop();
    throw error;
  }

  async function add(starting: Promise<EmbeddedService>): Promise<string> {
    const service = await starting;
    started.push(service);
    return service.url;
  }
}
