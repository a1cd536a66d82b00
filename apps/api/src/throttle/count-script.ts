import type { Queue } from 'bull';

/** One round trip, however many are counted. */
const COUNT = `
local counts = {}
for i, key in ipairs(KEYS) do
  counts[i] = redis.call('INCR', key)
  redis.call('PEXPIRE', key, ARGV[1])
end
return counts`;

type Redis = Queue['client'];
type Counting = Redis & {
  countAll(keys: number, ...keysAndTimes: (string | number)[]): Promise<number[]>;
};

/** Adds one to each key. @param ttl milliseconds after the last addition until they are forgotten */
export function countIn(redis: Redis, keys: readonly string[], ttl: number): Promise<number[]> {
  if (!('countAll' in redis)) redis.defineCommand('countAll', { lua: COUNT });
  return (redis as Counting).countAll(keys.length, ...keys, Math.ceil(ttl));
}
