import { academicYearOf, type Day } from '@tracker/domain';
import { markAllStale, mendStandings } from '@tracker/data';
import { rebuildLineage } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { requireEmptyHub } from '../demo/empty-hub';
import {
  ANALYZE,
  CHANCE,
  DROP_CHANCE,
  INSERT_ACTIONS,
  INSERT_CONTACTS,
  INSERT_LINKS,
  INSERT_PLANS,
  INSERT_PREDECESSORS,
  INSERT_REGIONS,
  INSERT_SCHOOLS,
  INSERT_VISITORS,
  INSERT_VISITS,
} from './england.queries';

export interface EnglandSize {
  /** Schools in scope; a twelfth of them follow a closed one that comes on top. */
  schools: number;
  visits: number;
  /** Regions, each with one district and one visitor. */
  regions: number;
}

/** About what England has. */
export const ENGLAND: EnglandSize = { schools: 25_000, visits: 300_000, regions: 430 };
/** About what one music hub has. */
export const ONE_HUB: EnglandSize = { schools: 540, visits: 6_480, regions: 10 };

export interface EnglandCounts {
  schoolsInScope: number;
  schools: number;
  visits: number;
  contacts: number;
  actions: number;
  plans: number;
  /** Whole milliseconds it took to write all this. */
  milliseconds: number;
}

/**
 * Fills an empty, migrated database with generated schools and visits on the scale of England, for
 * benchmarks of the ranking: the same size and day give the same figures. All schools are stale at
 * the end and PostgreSQL's statistics are up to date. The visitors' accounts cannot sign in.
 *
 * @param today `YYYY-MM-DD`; the latest visit is some days before it
 * @throws HubNotEmptyError when a school or a user is on record
 */
export async function fillEngland(
  dataSource: DataSource,
  { schools, visits, regions }: EnglandSize,
  today: Day,
): Promise<EnglandCounts> {
  const begun = performance.now();
  const counts = await dataSource.transaction(async (manager) => {
    await requireEmptyHub(manager, 'A generated England');
    const run = async (sql: string, parameters: unknown[] = []): Promise<void> => {
      await manager.query(sql, parameters);
    };
    for (const table of AUDITED) await run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await run('ALTER TABLE schools ENABLE TRIGGER schools_search_text');
    await run(CHANCE);
    await run(INSERT_VISITORS, [regions]);
    await run(INSERT_REGIONS, [regions]);
    await run(INSERT_SCHOOLS, [schools, regions]);
    await run(INSERT_PREDECESSORS, [today]);
    await run(INSERT_LINKS);
    await run(INSERT_CONTACTS);
    await run(INSERT_VISITS, [visits, today]);
    await run(INSERT_ACTIONS, [today]);
    await run(INSERT_PLANS, [academicYearOf(today), today]);
    await run(DROP_CHANCE);
    for (const table of AUDITED) await run(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await rebuildLineage(manager);
    await mendStandings(manager);
    await markAllStale(manager);
    const [found]: Omit<EnglandCounts, 'milliseconds'>[] = await manager.query(COUNTS);
    if (!found) throw new Error('PostgreSQL gave no counts.');
    return found;
  });
  await dataSource.query(ANALYZE);
  return { ...counts, milliseconds: Math.round(performance.now() - begun) };
}

/** What is made up here is nobody's work: the audit trail says nothing of it. */
const AUDITED = [
  ...[
    'users',
    'regions',
    'user_regions',
    'region_districts',
    'schools',
    'school_links',
    'contacts',
  ],
  ...['visits', 'follow_up_actions', 'music_development_plans'],
];

const COUNTS = `
  SELECT (SELECT count(*) FROM schools WHERE in_scope)::int AS "schoolsInScope",
    (SELECT count(*) FROM schools)::int AS schools,
    (SELECT count(*) FROM visits)::int AS visits,
    (SELECT count(*) FROM contacts)::int AS contacts,
    (SELECT count(*) FROM follow_up_actions)::int AS actions,
    (SELECT count(*) FROM music_development_plans)::int AS plans`;
