import { loadavg } from 'node:os';
import { academicYearOf, academicYearStartingIn, type Day, startingYearOf } from '@tracker/domain';
import { OperatorError } from '@tracker/process';
import type { DataSource } from 'typeorm';
import { ENGLAND, type EnglandSize, fillEngland, ONE_HUB } from './england';
import { withApi } from './own-api';
import { withOwnDatabase } from './own-database';
import type { HubServers } from './own-hub';
import { People } from './people';
import { barePlanFigures, INSERT_DOCUMENTS, INSERT_VALUES, OPENED } from './plan-values.queries';

const DATABASE = 'tracker_benchmark_plan_figures';
const ROUNDS = 15;
/** Warm both up and are not counted. */
const BEFORE = 3;

interface Sent {
  what: string;
  path: string;
  /** Asked beside it; of one region with its id. */
  bare?: { regionId: string | null };
}

/**
 * Asks for the figures of plans of one hub and of an England-sized one, each school with five years of
 * confirmed plans, in turn through an API and by one statement that a person would write for the same
 * counts, and prints the medians. The databases are dropped afterwards.
 */
export async function benchmarkPlanFigures(servers: HubServers): Promise<void> {
  await withHub(servers, ONE_HUB, 'A hub of 540 schools');
  await withHub(servers, ENGLAND, 'England, 25,000 schools');
}

async function withHub(
  { databaseUrl, redisUrl, today }: HubServers,
  size: EnglandSize,
  name: string,
): Promise<void> {
  await withOwnDatabase(databaseUrl, DATABASE, async (dataSource, url) => {
    console.log(`Making ${size.schools} schools with five years of plans ...`);
    await fillEngland(dataSource, size, today);
    const { regionId, values } = await addPlans(dataSource, today);
    await dataSource.query('VACUUM ANALYZE');
    console.log(`${name}, ${values.toLocaleString('en-GB')} values of plans:`);
    const env = { DATABASE_URL: url, REDIS_URL: redisUrl, TRACKER_TODAY: today };
    await withApi(env, async (origin) => {
      const { cookie } = await new People(dataSource).of('manager');
      for (const sent of asked(today, regionId)) {
        await time(dataSource, { origin, cookie, today }, sent);
      }
    });
  });
}

async function addPlans(dataSource: DataSource, today: Day) {
  const [user]: { id: string }[] = await dataSource.query('SELECT id FROM users LIMIT 1');
  const [region]: { id: string }[] = await dataSource.query(
    'SELECT id FROM regions ORDER BY name LIMIT 1',
  );
  if (!user || !region) throw new Error('There is nobody.');
  await dataSource.query(INSERT_DOCUMENTS, [startingYearOf(today) - 4, user.id]);
  // A year at a time: a statement may take two minutes.
  for (let back = 4; back >= 0; back -= 1) {
    await dataSource.query(INSERT_VALUES, [String(startingYearOf(today) - back)]);
  }
  const [counted]: { values: number }[] = await dataSource.query(
    'SELECT count(*)::int AS values FROM plan_values',
  );
  return { regionId: region.id, values: counted?.values ?? 0 };
}

function asked(today: Day, regionId: string): Sent[] {
  const year = academicYearOf(today);
  const figures = `/api/plan-figures?academicYear=${year}`;
  const before = academicYearStartingIn(startingYearOf(today) - 2);
  const opened = { inScope: true, planYear: year, planFact: OPENED };
  return [
    { what: 'the figures', path: figures, bare: { regionId: null } },
    { what: 'of one region', path: `${figures}&regionId=${regionId}`, bare: { regionId } },
    { what: 'the hour by region', path: `${figures}&by=region&field=hour:ks2` },
    { what: 'of an earlier year', path: `/api/plan-figures?academicYear=${before}` },
    { what: 'the states alone', path: '/api/plan-figures' },
    {
      what: 'the list behind a number',
      path: `/api/schools?filter=${encodeURIComponent(JSON.stringify(opened))}`,
    },
  ];
}

async function time(
  dataSource: DataSource,
  { origin, cookie, today }: { origin: string; cookie: string; today: Day },
  { what, path, bare }: Sent,
): Promise<void> {
  const times: Record<'api' | 'sql', number[]> = { api: [], sql: [] };
  let kilobytes = 0;
  for (let round = -BEFORE; round < ROUNDS; round += 1) {
    const api = await timeOf(async () => {
      const answer = await fetch(new URL(path, origin), { headers: { cookie } });
      if (!answer.ok) throw new OperatorError(`${path} answered ${answer.status}.`);
      kilobytes = (await answer.arrayBuffer()).byteLength / 1024;
    });
    const sql = bare
      ? await timeOf(() =>
          dataSource.query(barePlanFigures(bare.regionId !== null), [
            startingYearOf(today),
            ...(bare.regionId === null ? [] : [bare.regionId]),
          ]),
        )
      : Number.NaN;
    if (round < 0) continue;
    times.api.push(api);
    times.sql.push(sql);
  }
  const beside = bare ? `, by bare SQL ${median(times.sql).toFixed(0)} ms` : '';
  console.log(
    `  ${what}: ${median(times.api).toFixed(0)} ms (${kilobytes.toFixed(0)} kB)${beside} ` +
      `(medians of ${ROUNDS}, in turn; load ${loadavg()[0]?.toFixed(1)})`,
  );
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
