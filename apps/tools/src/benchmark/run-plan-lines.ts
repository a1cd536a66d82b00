import { academicYearOf, addDays, type Day } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { ENGLAND, type EnglandSize, fillEngland, ONE_HUB } from './england';
import { withOwnDatabase } from './own-database';
import type { HubServers } from './own-hub';
import {
  addPlan,
  COMPLETE_VISIT,
  INSERT_VISIT,
  SELECT_PAIRS,
  watchLines,
} from './plan-lines.queries';

const DATABASE = 'tracker_benchmark_plan_lines';
/** Blocks of each kind, in turn, and the visits of each. */
const BLOCKS = 6;
const VISITS = 30;

interface Write {
  watched: boolean;
  /** Milliseconds of the transactions that book it and that log it. */
  booked: number;
  logged: number;
}

/**
 * Books visits and logs them, in transactions of their own and audited, while a plan is in use, with the
 * triggers that see which of its lines turn stale and without, in turn, and prints the medians. The
 * databases are dropped afterwards.
 */
export async function benchmarkPlanLines(servers: HubServers): Promise<void> {
  await withPlan(servers, ONE_HUB, 170);
  await withPlan(servers, ENGLAND, 170);
  await withPlan(servers, ENGLAND, 8_000);
}

async function withPlan(
  { databaseUrl, today }: HubServers,
  size: EnglandSize,
  lines: number,
): Promise<void> {
  await withOwnDatabase(databaseUrl, DATABASE, async (dataSource) => {
    await fillEngland(dataSource, size, today);
    await dataSource.query('TRUNCATE stale_scores');
    await addPlan(dataSource.manager, { academicYear: academicYearOf(today), today, lines });
    await dataSource.query('VACUUM ANALYZE');
    const writes = await write(dataSource, today);
    const [{ stale }] = (await dataSource.query(
      `SELECT count(*)::int AS stale FROM visit_plan_lines WHERE status = 'stale'`,
    )) as [{ stale: number }];
    console.log(
      `${size.schools} schools, a plan of ${lines} lines, of which ${stale} turned stale:`,
    );
    for (const what of ['booked', 'logged'] as const) {
      const of = (watched: boolean) =>
        median(writes.filter((one) => one.watched === watched).map((one) => one[what]));
      console.log(
        `  a visit ${what}: ${of(true).toFixed(2)} ms, without the triggers ${of(false).toFixed(2)} ms ` +
          `(${(of(true) / of(false)).toFixed(2)} times; medians of ${BLOCKS * VISITS})`,
      );
    }
  });
}

async function write(dataSource: DataSource, today: Day): Promise<Write[]> {
  const pairs: { schoolId: string; visitorId: string }[] = await dataSource.query(SELECT_PAIRS, [
    2 * (BLOCKS + 1) * VISITS,
  ]);
  const writes: Write[] = [];
  // The first block of each warms up and is not counted.
  for (let block = -2; block < 2 * BLOCKS; block += 1) {
    const watched = block % 2 === 0;
    await dataSource.query(watchLines(watched));
    for (let visit = 0; visit < VISITS; visit += 1) {
      const { schoolId, visitorId } = pairs.pop()!;
      let id: string | undefined;
      const booked = await timeOf(dataSource, async (run) => {
        const [row] = await run(INSERT_VISIT, [
          schoolId,
          visitorId,
          addDays(today, 1 + (visit % 90)),
        ]);
        id = row?.id;
      });
      const logged = await timeOf(dataSource, (run) => run(COMPLETE_VISIT, [id]));
      if (block >= 0) writes.push({ watched, booked, logged });
    }
  }
  return writes;
}

type Run = (text: string, values: unknown[]) => Promise<{ id: string }[]>;

async function timeOf(
  dataSource: DataSource,
  work: (run: Run) => Promise<unknown>,
): Promise<number> {
  const begun = performance.now();
  await dataSource.transaction((manager) => work((text, values) => manager.query(text, values)));
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
