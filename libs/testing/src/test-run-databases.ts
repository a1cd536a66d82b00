import { Client } from 'pg';

/** Names of this run's databases begin with this, so that a shared server stays tidy. */
export function databasePrefix(): string {
  return `tracker_test_${process.env.TEST_RUN}`;
}

/** Runs work on the server that global setup started or was given. */
export async function withServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops whatever databases of this run are left. */
export async function dropTestDatabases(): Promise<void> {
  await withServer(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [databasePrefix()],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  });
}
