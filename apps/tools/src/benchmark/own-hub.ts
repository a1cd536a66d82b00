import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, runMigrations } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { fillDemoHub } from '../demo';
import { type ApiServers, withApi } from './own-api';

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
  const admin = await createDataSource(databaseUrl, 1).initialize();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const uploads = await mkdtemp(join(tmpdir(), 'tracker-benchmark-'));
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name}`);
    const dataSource = await createDataSource(url.href, 2).initialize();
    try {
      await runMigrations(dataSource);
      await fillDemoHub(dataSource, today);
      const servers = {
        DATABASE_URL: url.href,
        REDIS_URL: redisUrl,
        TRACKER_DATA_DIR: uploads,
        TRACKER_TODAY: today,
      };
      await withApi(servers, (origin, { pid }) =>
        work({ origin, dataSource, today, pid, servers }),
      );
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.destroy();
    await rm(uploads, { recursive: true, force: true });
  }
}
