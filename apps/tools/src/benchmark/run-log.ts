import { randomUUID } from 'node:crypto';
import type { Visit } from '@tracker/contract';
import { addDays, type Day, newQuestion } from '@tracker/domain';
import { createUser } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { ENGLAND, fillEngland } from './england';
import { withApi } from './own-api';
import { withOwnDatabase } from './own-database';
import { signIn } from './run-import';

const DATABASE = 'tracker_benchmark_log';
const ROUNDS = 60;
const ANSWERS = 30;
const ACTIONS = 5;

/**
 * Logs visits with 30 answers and 5 actions in an England-sized hub, in turn through an API and as
 * the same rows by bare SQL in one transaction, and prints both medians and the fastest of each. The database is dropped
 * afterwards.
 */
export async function benchmarkLog(servers: {
  databaseUrl: string;
  redisUrl: string;
  today: Day;
}): Promise<void> {
  await withOwnDatabase(servers.databaseUrl, DATABASE, async (dataSource, url) => {
    console.log(`Making ${ENGLAND.schools} schools and ${ENGLAND.visits} visits ...`);
    await fillEngland(dataSource, ENGLAND, servers.today);
    // Nothing is to be ranked meanwhile: the worker has done it.
    await dataSource.query('TRUNCATE stale_scores');
    await dataSource.query('VACUUM ANALYZE');
    await compare(dataSource, url, servers);
  });
}

async function compare(
  dataSource: DataSource,
  databaseUrl: string,
  { redisUrl, today }: { redisUrl: string; today: Day },
): Promise<void> {
  const account = { email: 'benchmark@demo.example', password: randomUUID() };
  const name = 'Benchmark';
  await createUser(dataSource, { ...account, name, role: 'head', regions: [] });
  const versionId = await publishSurvey(dataSource);
  const visitIds = await planVisits(dataSource, 2 * (ROUNDS + 5), today);
  const times: Record<'api' | 'sql', number[]> = { api: [], sql: [] };
  await withApi({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }, async (url) => {
    const call = await signIn({ url, ...account });
    const body = outcome(versionId, today);
    // The first five of each warm both up and are not counted.
    for (let round = -5; round < ROUNDS; round += 1) {
      // Under a key of its own, as the form sends it.
      const key = { 'Idempotency-Key': randomUUID() };
      const log = () => call<Visit>('POST', `visits/${visitIds.pop()}/outcome`, body, key);
      const api = await timeOf(log);
      const sql = await timeOf(() =>
        logBySql(dataSource, visitIds.pop() as string, versionId, today),
      );
      if (round >= 0) {
        times.api.push(api);
        times.sql.push(sql);
      }
    }
  });
  console.log(
    `A visit logged with ${ANSWERS} answers and ${ACTIONS} actions: through the API ` +
      `${inWords(times.api)}, the same rows by bare SQL ${inWords(times.sql)} ` +
      `(medians of ${ROUNDS}, in turn, audited both)`,
  );
}

const keys = Array.from({ length: ANSWERS }, (_, n) => `question_${n + 1}`);
const answers = Object.fromEntries(keys.map((key, n) => [key, n]));
const actionTitles = Array.from({ length: ACTIONS }, (_, n) => `Send form ${n + 1}`);

function outcome(versionId: string, today: Day) {
  return {
    visitedOn: today,
    summary: 'Two choirs, no whole-class instrumental teaching; wants help with the plan.',
    peopleMet: [{ name: 'Jo Marsh', role: 'music_lead' }],
    engagementLevel: 3,
    engagementReason: 'Comes to the network meetings.',
    survey: { versionId, answers },
    actions: actionTitles.map((title) => ({ title, dueOn: addDays(today, 30) })),
  };
}

async function publishSurvey(dataSource: DataSource): Promise<string> {
  const questions = keys.map((key) =>
    newQuestion({ key, type: 'number', text: `How many (${key})?` }),
  );
  const [version]: { id: string }[] = await dataSource.query(
    `WITH survey AS (INSERT INTO surveys DEFAULT VALUES RETURNING id)
     INSERT INTO survey_versions (survey_id, number, title, questions, published_at)
     SELECT id, 1, 'Benchmark', $1, now() FROM survey RETURNING id`,
    [JSON.stringify(questions)],
  );
  return version?.id as string;
}

async function planVisits(dataSource: DataSource, count: number, today: Day): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `INSERT INTO visits (school_id, kind, status, scheduled_on)
     SELECT id, 'cycle', 'scheduled', $2 FROM schools WHERE in_scope ORDER BY id LIMIT $1
     RETURNING id`,
    [count, today],
  );
  return rows.map(({ id }) => id);
}

/** What logging is to the database and no more: no checks, no answer, no memory of the request. */
async function logBySql(
  dataSource: DataSource,
  visitId: string,
  versionId: string,
  today: Day,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [visit]: { schoolId: string }[] = await manager.query(
      `SELECT school_id AS "schoolId" FROM visits WHERE id = $1 FOR UPDATE`,
      [visitId],
    );
    const schoolId = visit?.schoolId;
    await manager.query(
      `UPDATE visits SET status = 'completed', visited_on = $2, version = version + 1 WHERE id = $1`,
      [visitId, today],
    );
    await manager.query(
      `INSERT INTO visit_outcomes (visit_id, summary, engagement_level, engagement_reason)
       VALUES ($1, 'Two choirs.', 3, 'Comes to the network meetings.')`,
      [visitId],
    );
    await manager.query(
      `WITH person AS (INSERT INTO contacts (school_id, name, role)
         VALUES ($2, 'Jo Marsh', 'music_lead') RETURNING id, name, role)
       INSERT INTO visit_people_met (visit_id, position, contact_id, name, role)
       SELECT $1, 0, id, name, role FROM person`,
      [visitId, schoolId],
    );
    await manager.query(
      `WITH response AS (INSERT INTO survey_responses
           (school_id, survey_version_id, source, visit_id, answered_on, submitted_at)
         VALUES ($2, $3, 'visit', $1, $4, now()) RETURNING id)
       INSERT INTO survey_answers (response_id, school_id, question_key, value)
       SELECT response.id, $2, key, value FROM response, jsonb_each($5::jsonb)`,
      [visitId, schoolId, versionId, today, JSON.stringify(answers)],
    );
    await manager.query(
      `INSERT INTO follow_up_actions (school_id, visit_id, title, due_on)
       SELECT $2, $1, title, $3::date + 30 FROM unnest($4::text[]) AS title`,
      [visitId, schoolId, today, actionTitles],
    );
  });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function inWords(times: readonly number[]): string {
  return `${median(times).toFixed(1)} ms (the fastest ${Math.min(...times).toFixed(1)})`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
