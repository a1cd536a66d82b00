import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EXPORT_FORMATS, type ExportFormat } from '@tracker/contract';
import { OperatorError } from '@tracker/process';
import { to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { ENGLAND, fillEngland } from './england';
import { memoryInWords, memoryOf } from './memory-of';
import { type RunningApi, withApi } from './own-api';
import { withOwnDatabase } from './own-database';
import type { HubServers } from './own-hub';
import { People, type Person } from './people';

const DATABASE = 'tracker_benchmark_export';
const ROUNDS = 3;

/** What the exported columns are to a person with psql. */
const BARE = `
  SELECT coalesce(v.visited_on, v.scheduled_on) AS day, s.name, r.name, v.scheduled_on,
    v.start_time, v.visited_on, v.status, v.kind, coalesce(u.name, v.visitor_note), o.met_with,
    o.summary, v.cancelled_by, coalesce(v.cancel_reason, v.not_held_reason)
  FROM visits v JOIN schools s ON s.id = v.school_id LEFT JOIN regions r ON r.id = s.region_id
  LEFT JOIN users u ON u.id = v.visitor_id LEFT JOIN visit_outcomes o ON o.visit_id = v.id
  ORDER BY 1 DESC, v.id`;

/**
 * Exports the visits of an England-sized hub through an API of its own and, in turn, by the bare
 * COPY of PostgreSQL, and prints how long each took and how much the API's memory grew. The database
 * is dropped afterwards.
 */
export async function benchmarkExport({ databaseUrl, redisUrl, today }: HubServers): Promise<void> {
  await withOwnDatabase(databaseUrl, DATABASE, async (dataSource, url) => {
    console.log(`Making ${ENGLAND.schools} schools and ${ENGLAND.visits} visits ...`);
    await fillEngland(dataSource, ENGLAND, today);
    const servers = { DATABASE_URL: url, REDIS_URL: redisUrl, TRACKER_TODAY: today };
    const person = await new People(dataSource).of('head');
    await withApi(servers, (origin, api) => compare(dataSource, origin, api, person));
  });
}

async function compare(
  dataSource: DataSource,
  origin: string,
  { pid }: RunningApi,
  person: Person,
): Promise<void> {
  // What the API loads at its first request is not the exports'.
  await exported(origin, 'csv', person, '{"q":"nobody is called this"}');
  for (let round = 1; round <= ROUNDS; round += 1) {
    const bare = await timed(() => copied(dataSource));
    console.log(`Round ${round}: bare COPY ${told(bare)}`);
    for (const format of EXPORT_FORMATS) {
      const before = memoryOf(pid);
      const took = await timed(() => exported(origin, format, person));
      // The most it ever had: what the export before it took counts again, never less.
      const grown = memoryOf(pid, 'most') - before;
      console.log(
        `Round ${round}: ${format} ${told(took)}, ${(took.ms / bare.ms).toFixed(1)} times the bare COPY; ` +
          `memory of the API ${memoryInWords(before)} before it, at most ${memoryInWords(grown)} more`,
      );
    }
  }
}

interface Took {
  ms: number;
  bytes: number;
}

const told = ({ ms, bytes }: Took) => `${(ms / 1000).toFixed(1)} s, ${megabytes(bytes)} MB`;
const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);

async function timed(work: () => Promise<number>): Promise<Took> {
  const begun = performance.now();
  const bytes = await work();
  return { bytes, ms: performance.now() - begun };
}

/** @returns how many bytes came */
async function exported(
  origin: string,
  format: ExportFormat,
  { cookie }: Person,
  filter = '{}',
): Promise<number> {
  const query = new URLSearchParams({ format, filter });
  const answer = await fetch(`${origin}/api/visits/export?${query}`, { headers: { cookie } });
  if (!answer.ok || !answer.body)
    throw new OperatorError(`The export was answered ${answer.status}.`);
  return bytesOf(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]));
}

async function copied(dataSource: DataSource): Promise<number> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as { query(copy: Readable): Readable };
    return await bytesOf(client.query(copyTo(`COPY (${BARE}) TO STDOUT (FORMAT csv, HEADER)`)));
  } finally {
    await runner.release();
  }
}

async function bytesOf(stream: Readable): Promise<number> {
  let bytes = 0;
  const count = new Writable({
    write(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(stream, count);
  return bytes;
}
