import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Redis from 'ioredis';
import { openServiceHome } from '../../embedded/src';
import { startEmbeddedRedis } from '../../embedded/src/redis';
import { defaultDataDir } from '../../process/src/places';

export interface OwnRedis {
  url: string;
  /** A line of the test's own, to do to the server what nobody should. */
  client: Redis;
  /** The server ends; what talks to it meets nobody. */
  stop(): Promise<void>;
  drop(): Promise<void>;
}

/** A Redis server that one test file may fill, empty, make read-only or stop. */
export async function startOwnRedis(): Promise<OwnRedis> {
  const log = () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tracker-redis-'));
  const dataDir = join(folder, 'data');
  // mkdtemp's folders are private, and root's servers run as another account.
  mkdirSync(dataDir);
  const { programs: programsDir } = openServiceHome(defaultDataDir, log);
  const server = await startEmbeddedRedis({ dataDir, log, programsDir });
  const client = new Redis(server.url, { disconnectTimeout: 100 });
  client.on('error', () => undefined);
  let runs = true;
  const stop = async () => {
    if (runs) await server.stop();
    runs = false;
  };
  return {
    url: server.url,
    client,
    stop,
    async drop() {
      client.disconnect();
      await stop();
      rmSync(openServiceHome(dataDir, log).path, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
