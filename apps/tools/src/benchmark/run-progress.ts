import { loadavg } from 'node:os';
import { academicYearOf, academicYearSpan, type Day, visitCycleOn } from '@tracker/domain';
import { OperatorError } from '@tracker/process';
import type { DataSource } from 'typeorm';
import { ENGLAND, type EnglandSize, fillEngland, ONE_HUB } from './england';
import { withApi } from './own-api';
import { withOwnDatabase } from './own-database';
import type { HubServers } from './own-hub';
import { People } from './people';
import {
  bareFigures,
  CANCEL_VISITS,
  HAND_IN_SURVEYS,
  PLAN_VISITS,
} from './progress-baseline.queries';

const DATABASE = 'tracker_benchmark_progress';
const ROUNDS = 25;
/** Warm both up and are not counted. */
const BEFORE = 3;

/** A music hub, with as many visits a school as England has. */

/**
 * Asks for the progress of one hub, of an England-sized one and of one region of that, in turn through
 * an API and by one statement that a person would write for the same figures by group, and prints the
 * medians. The databases are dropped afterwards.
 */
export async function benchmarkProgress(servers: HubServers): Promise<void> {
  await withHub(servers, ONE_HUB, async (ask) => print('A hub of 540 schools', await ask(null)));
  await withHub(servers, ENGLAND, async (ask, regionId) => {
    print('England, 25,000 schools in 430 regions', await ask(null));
    print('One region of England', await ask(regionId));
  });
}

interface Medians {
  /** Milliseconds. */
  api: number;
  sql: number;
  kilobytes: number;
}

type Ask = (regionId: string | null) => Promise<Medians>;

function print(what: string, { api, sql, kilobytes }: Medians): void {
  console.log(
    `${what}: the progress call ${api.toFixed(0)} ms (${kilobytes.toFixed(0)} kB), the figures by group by bare SQL ` +
      `${sql.toFixed(0)} ms (medians of ${ROUNDS}, in turn; load ${loadavg()[0]?.toFixed(1)})`,
  );
}

async function withHub(
  { databaseUrl, redisUrl, today }: HubServers,
  size: EnglandSize,
  work: (ask: Ask, regionId: string) => Promise<void>,
): Promise<void> {
  await withOwnDatabase(databaseUrl, DATABASE, async (dataSource, url) => {
    console.log(`Making ${size.schools} schools and ${size.visits} visits ...`);
    await fillEngland(dataSource, size, today);
    const regionId = await addWhatIsCounted(dataSource, today);
    await dataSource.query('VACUUM ANALYZE');
    const env = { DATABASE_URL: url, REDIS_URL: redisUrl, TRACKER_TODAY: today };
    await withApi(env, (origin) => work(asking(dataSource, origin, today), regionId));
  });
}

/** @returns the id of a region */
async function addWhatIsCounted(dataSource: DataSource, today: Day): Promise<string> {
  await dataSource.query(PLAN_VISITS, [today]);
  await dataSource.query(CANCEL_VISITS, [today]);
  const [version]: { id: string }[] = await dataSource.query(
    `WITH survey AS (INSERT INTO surveys DEFAULT VALUES RETURNING id)
     INSERT INTO survey_versions (survey_id, number, title, questions, published_at)
     SELECT id, 1, 'Benchmark', '[]', now() FROM survey RETURNING id`,
  );
  await dataSource.query(HAND_IN_SURVEYS, [version?.id, today]);
  const [region]: { id: string }[] = await dataSource.query(
    'SELECT id FROM regions ORDER BY name LIMIT 1',
  );
  if (!region) throw new Error('There is no region.');
  return region.id;
}

const asking =
  (dataSource: DataSource, origin: string, today: Day): Ask =>
  async (regionId) => {
    const { cookie } = await new People(dataSource).of('manager');
    const { opensOn } = academicYearSpan(academicYearOf(today));
    const parameters = [
      today,
      opensOn,
      visitCycleOn(today).opensOn,
      ...(regionId ? [regionId] : []),
    ];
    const address = new URL(`/api/progress${regionId ? `?regionId=${regionId}` : ''}`, origin);
    const times: Record<'api' | 'sql', number[]> = { api: [], sql: [] };
    let kilobytes = 0;
    for (let round = -BEFORE; round < ROUNDS; round += 1) {
      const api = await timeOf(async () => {
        const answer = await fetch(address, { headers: { cookie } });
        if (!answer.ok) throw new OperatorError(`${address.pathname} answered ${answer.status}.`);
        kilobytes = (await answer.arrayBuffer()).byteLength / 1024;
      });
      const sql = await timeOf(() => dataSource.query(bareFigures(regionId !== null), parameters));
      if (round < 0) continue;
      times.api.push(api);
      times.sql.push(sql);
    }
    return { api: median(times.api), sql: median(times.sql), kilobytes };
  };

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
