import { createDataSource, runMigrations } from '@tracker/data';
import type { DataSource } from 'typeorm';

/** Runs `work` on an empty, migrated database that is made for it and dropped afterwards. */
export async function withOwnDatabase(
  serverUrl: string,
  name: string,
  work: (dataSource: DataSource, url: string) => Promise<void>,
): Promise<void> {
  const admin = await createDataSource(serverUrl, 1).initialize();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const drop = () => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  try {
    await drop();
    await admin.query(`CREATE DATABASE ${name}`);
    const dataSource = await createDataSource(url.href, 4).initialize();
    try {
      await runMigrations(dataSource);
      await work(dataSource, url.href);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await drop();
    await admin.destroy();
  }
}
