import { OperatorError, readServerEnv } from '@tracker/process';
import type { Command } from 'commander';
import Redis from 'ioredis';
import { Client } from 'pg';

const patience = 5_000;

export function registerHealth(program: Command): void {
  program
    .command('health')
    .description('Check that a worker waits for jobs and PostgreSQL answers; for containers.')
    .action(async () => {
      const env = readServerEnv();
      await pingPostgres(env.databaseUrl);
      await findWorker(env.redisUrl);
      console.log('PostgreSQL answers and a worker waits for jobs.');
    });
}

async function pingPostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patience });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT');
  } catch (error) {
    throw new OperatorError(`PostgreSQL does not answer: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Bull names the connection on which a worker waits `bull:<queue in base64>`. */
async function findWorker(url: string): Promise<void> {
  const options = { lazyConnect: true, retryStrategy: () => null, connectTimeout: patience };
  const client = new Redis(url, { ...options, disconnectTimeout: 100 });
  let reason: Error | undefined;
  client.on('error', (error: Error) => (reason = error));
  let list: string;
  try {
    await client.connect();
    list = (await client.client('LIST')) as string;
  } catch (error) {
    throw new OperatorError(`Redis does not answer: ${(reason ?? (error as Error)).message}`);
  } finally {
    client.disconnect();
  }
  if (!/ name=bull:\S/.test(list)) throw new OperatorError('No worker waits for jobs.');
}
