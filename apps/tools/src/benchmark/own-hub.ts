import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { fillDemoHub } from '../demo';
import { type ApiServers, withApi } from './own-api';
import { withOwnDatabase } from './own-database';

/** A demo hub in a database of its own, and an API that serves it. */
export interface OwnHub {
  /** `http://127.0.0.1:4100` */
  origin: string;
  dataSource: DataSource;
  today: string;
  /** The process of the API. */
  pid: number | undefined;
  /** For another API on the same hub. */
  servers: ApiServers;
}

export interface HubServers {
  databaseUrl: string;
  redisUrl: string;
  today: string;
}

/** Runs `work` on a hub that is made for it and dropped afterwards. @param name of the database */
export async function withOwnHub(
  name: string,
  { databaseUrl, redisUrl, today }: HubServers,
  work: (hub: OwnHub) => Promise<void>,
): Promise<void> {
  const uploads = await mkdtemp(join(tmpdir(), 'tracker-benchmark-'));
  try {
    await withOwnDatabase(databaseUrl, name, async (dataSource, url) => {
      await fillDemoHub(dataSource, today);
      const servers = {
        DATABASE_URL: url,
        REDIS_URL: redisUrl,
        TRACKER_DATA_DIR: uploads,
        TRACKER_TODAY: today,
      };
      await withApi(servers, (origin, { pid }) =>
        work({ origin, dataSource, today, pid, servers }),
      );
    });
  } finally {
    await rm(uploads, { recursive: true, force: true });
  }
}
