import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD, visitState, type VisitState } from '@tracker/domain';
import { refreshPriorityScores } from '@tracker/work';
import { UserEntity, verifyPassword } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { fillDemoHub, HubNotEmptyError, importDemoCensus, isEmptyHub, queueDemoMails } from '.';
import { DEMO_ACCOUNTS } from './staff';

const TODAY = '2026-11-21';
jest.setTimeout(60_000);

/** Every table that the demo hub fills, with the columns that differ from one filling to the next. */
const TABLES: Record<string, string[]> = {
  regions: ['created_at', 'updated_at'],
  region_districts: [],
  users: ['created_at', 'updated_at', 'password_hash'],
  user_regions: [],
  schools: ['created_at', 'updated_at'],
  school_links: [],
  school_lineage: [],
  contacts: ['created_at', 'updated_at'],
  visit_cycles: ['id', 'created_at', 'updated_at'],
  visits: ['created_at', 'updated_at'],
  visit_events: [],
  visit_outcomes: [],
  visit_people_met: [],
  visit_outcome_tags: ['tag_id'],
  follow_up_actions: ['created_at', 'updated_at'],
  music_development_plans: ['created_at', 'updated_at'],
  plan_looks: ['created_at', 'updated_at'],
  plan_documents: ['created_at', 'updated_at'],
  plan_readings: [],
  plan_facts: [],
  plan_values: [],
  queue_holds: [],
  surveys: ['created_at', 'updated_at'],
  survey_versions: ['created_at', 'updated_at'],
  survey_responses: ['created_at', 'updated_at'],
  survey_answers: [],
  stale_scores: ['since'],
};

/** One line for each row of a table, without what may differ. */
async function contentOf(dataSource: DataSource, table: string): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(
    `SELECT (to_jsonb(t) - $1::text[])::text AS line FROM ${table} t ORDER BY 1`,
    [TABLES[table]],
  );
  return rows.map(({ line }) => line);
}

describe('fillDemoHub', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = [await createTestDatabase(), await createTestDatabase()];
    expect(await isEmptyHub(first.dataSource)).toBe(true);
    const counts = await fillDemoHub(first.dataSource, TODAY);
    expect(counts).toMatchObject({ regions: 5, users: 10, schoolsInScope: 540 });
    await fillDemoHub(second.dataSource, TODAY);
  });

  afterAll(async () => {
    await first?.drop();
    await second?.drop();
  });

  it.each(Object.keys(TABLES))('writes the same %s each time', async (table) => {
    const content = await contentOf(first.dataSource, table);
    expect(content.length).toBeGreaterThan(0);
    expect(await contentOf(second.dataSource, table)).toEqual(content);
  });

  it('refuses a hub that has records, and leaves it as it was', async () => {
    const before = await contentOf(first.dataSource, 'visits');
    expect(await isEmptyHub(first.dataSource)).toBe(false);
    await expect(fillDemoHub(first.dataSource, TODAY)).rejects.toThrow(
      new HubNotEmptyError(
        'The demo hub can only be made in an empty database, and this one has schools and users on record. Nothing was changed.',
      ),
    );
    expect(await contentOf(first.dataSource, 'visits')).toEqual(before);
  });

  it('refuses a database in which somebody has an account', async () => {
    const other = await createTestDatabase();
    try {
      const user = { name: 'A', email: 'a@b.example', role: 'admin', passwordHash: 'x' } as const;
      await other.dataSource.getRepository(UserEntity).insert(user);
      await expect(fillDemoHub(other.dataSource, TODAY)).rejects.toThrow(/has users on record/);
    } finally {
      await other.drop();
    }
  });

  it('fills once when two processes start together', async () => {
    const other = await createTestDatabase();
    try {
      const fills = [1, 2].map(() => fillDemoHub(other.dataSource, TODAY));
      const results = await Promise.allSettled(fills);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    } finally {
      await other.drop();
    }
  });

  it('leaves a third of the schools unvisited in three years, 6% ever', async () => {
    const rows: { lastOn: string | null }[] = await first.dataSource.query(
      `SELECT max(v.visited_on) AS "lastOn" FROM schools s
       JOIN school_lineage l ON l.school_id = s.id
       LEFT JOIN visits v ON v.school_id = l.ancestor_id AND v.status = 'completed'
       WHERE s.in_scope GROUP BY s.id`,
    );
    const states: Record<VisitState, number> = {
      never_visited: 0,
      overdue: 0,
      due: 0,
      on_track: 0,
    };
    for (const { lastOn } of rows) states[visitState(lastOn, TODAY)] += 1;
    const share = (count: number) => Math.round((100 * count) / 540);
    expect(share(states.never_visited)).toBe(6);
    expect(share(states.never_visited + states.overdue)).toBeGreaterThanOrEqual(31);
    expect(share(states.never_visited + states.overdue)).toBeLessThanOrEqual(35);
    expect(share(states.due)).toBeGreaterThanOrEqual(8);
    expect(states.on_track).toBeGreaterThan(200);
  });

  it('lets the clock of a successor run on from its predecessors', async () => {
    const rows: { inherited: number; chain: number }[] = await first.dataSource.query(
      `SELECT count(*) FILTER (WHERE last.at <> s.id)::int AS inherited,
         max((SELECT count(*) FROM school_lineage l WHERE l.school_id = s.id))::int AS chain
       FROM schools s CROSS JOIN LATERAL (
         SELECT v.school_id AS at FROM school_lineage l
         JOIN visits v ON v.school_id = l.ancestor_id AND v.status = 'completed'
         WHERE l.school_id = s.id ORDER BY v.visited_on DESC LIMIT 1
       ) last WHERE s.in_scope`,
    );
    expect(rows[0]?.inherited).toBeGreaterThanOrEqual(5);
    expect(rows[0]?.chain).toBe(3);
  });

  it('opens the demo accounts with the password', async () => {
    for (const { email, role } of DEMO_ACCOUNTS) {
      const [user]: { role: string; password_hash: string }[] = await first.dataSource.query(
        'SELECT role, password_hash FROM users WHERE email = $1',
        [email],
      );
      expect(user?.role).toBe(role);
      expect(await verifyPassword(user?.password_hash ?? '', DEMO_PASSWORD)).toBe(true);
    }
    expect(DEMO_ACCOUNTS.map(({ email }) => email)).toContain('regional@demo.example');
  });

  it('has the cycle that today is in', async () => {
    const later = await createTestDatabase();
    try {
      await fillDemoHub(later.dataSource, '2028-02-29');
      const cycles: { starts_in: string }[] = await later.dataSource.query(
        'SELECT starts_in FROM visit_cycles ORDER BY 1',
      );
      expect(cycles.map((cycle) => cycle.starts_in)).toEqual(['2024-25', '2027-28']);
    } finally {
      await later.drop();
    }
  });

  it('tells what happened to its visits, all of it in the past and in order', async () => {
    const [found]: { visits: number; told: number; late: number; odd: number }[] =
      await first.dataSource.query(
        `SELECT count(*)::int AS visits, count(e.visit_id)::int AS told,
           count(*) FILTER (WHERE e.last >= $1::date)::int AS late,
           count(*) FILTER (WHERE e.first <> v.created_at OR e.last <> v.updated_at)::int AS odd
         FROM visits v LEFT JOIN (
           SELECT visit_id, min(at) AS first, max(at) AS last FROM visit_events GROUP BY 1
         ) e ON e.visit_id = v.id`,
        [TODAY],
      );
    expect(found).toEqual({ visits: found?.visits, told: found?.visits, late: 0, odd: 0 });
  });

  it('says of this year’s and last year’s visits what was found and who was met', async () => {
    const [found]: { recent: number; told: number; met: number; tags: number }[] =
      await first.dataSource.query(
        `SELECT count(*)::int AS recent, count(o.engagement_level)::int AS told,
           count(*) FILTER (WHERE EXISTS
             (SELECT FROM visit_people_met p WHERE p.visit_id = v.id))::int AS met,
           count(*) FILTER (WHERE EXISTS
             (SELECT FROM visit_outcome_tags t WHERE t.visit_id = v.id))::int AS tags
         FROM visits v JOIN visit_outcomes o ON o.visit_id = v.id
         WHERE v.visited_on >= '2025-09-01'`,
      );
    const recent = found?.recent ?? 0;
    expect(recent).toBeGreaterThan(150);
    expect(found).toMatchObject({ told: recent, tags: recent });
    expect(found?.met).toBeGreaterThan(recent * 0.9);
  });

  it('has an import that is done and emails that wait', async () => {
    const { dataSource } = second;
    const dataDir = await mkdtemp(join(tmpdir(), 'tracker-demo-'));
    await importDemoCensus(dataSource, { dataDir, today: TODAY });
    await queueDemoMails(dataSource, TODAY);
    const [done]: unknown[] = await dataSource.query(
      'SELECT status, updated, unchanged, rejected FROM imports',
    );
    expect(done).toEqual({ status: 'done', updated: 26, unchanged: 3, rejected: 2 });
    const mails: { kind: string; n: number }[] = await dataSource.query(
      `SELECT kind, count(*)::int AS n FROM mails WHERE status = 'waiting' GROUP BY 1`,
    );
    const counts = new Map(mails.map(({ kind, n }) => [kind, n]));
    expect(counts.get('visit_confirmed')).toBeGreaterThan(2);
    expect(counts.get('daily_digest')).toBeGreaterThan(2);
    await rm(dataDir, { recursive: true });
  });

  it('can be ranked', async () => {
    expect(await refreshPriorityScores(second.dataSource, TODAY)).toMatchObject({ changed: 540 });
  });
});
