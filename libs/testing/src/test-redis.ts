import Redis from 'ioredis';

export interface TestRedis {
  /** Address of a numbered database that nobody else uses. */
  url: string;
  /** Empties it and gives it free. */
  drop(): Promise<void>;
}

const claimKey = 'tracker-test-claim';
const claimSeconds = 3_600;

/**
 * A Redis database of its own for one test file: the first numbered one that is empty. Database 0
 * is never taken, and one with keys in it is left alone, so a shared Redis loses nothing.
 *
 * @throws Error when none is free.
 */
export async function createTestRedis(): Promise<TestRedis> {
  const client = new Redis(process.env.REDIS_URL ?? '', { disconnectTimeout: 100 });
  const count = await databaseCount(client);
  for (let number = 1; number < count; number += 1) {
    await client.select(number);
    if ((await client.dbsize()) > 0) continue;
    if ((await client.set(claimKey, process.pid, 'EX', claimSeconds, 'NX')) !== 'OK') continue;
    const url = new URL(process.env.REDIS_URL ?? '');
    url.pathname = `/${number}`;
    return {
      url: url.href,
      async drop() {
        await client.flushdb();
        await client.quit();
      },
    };
  }
  await client.quit();
  throw new Error(`None of the ${count} databases of the test Redis is empty.`);
}

async function databaseCount(client: Redis): Promise<number> {
  const [, count] = (await client.config('GET', 'databases')) as [string, string];
  return Number(count);
}
