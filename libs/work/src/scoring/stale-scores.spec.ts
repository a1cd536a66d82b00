import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { SCORE_FACTS } from './score-facts.queries';

const TODAY = '2024-11-20';
let database: TestDatabase;
let dataSource: DataSource;
let columns: Column[];
beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  columns = await columnsOfFacts();
  await dropRules([...new Set(columns.map(({ table }) => table))]);
  // So that another kind of visit is another fact.
  await dataSource.query(
    `INSERT INTO settings (key, value) VALUES ('kindsNotCounting', '["cyclex"]')`,
  );
});
afterAll(() => database.drop());

interface Column {
  table: string;
  column: string;
  type: string;
  isKey: boolean;
  isRead: boolean;
}

/** What a standing has and no score is made from. */
const OF_STANDINGS_ALONE = ['visits.scheduled_on'];

/** What decides between two predecessors alone, of which the scene has one. */
const OF_TIES_ALONE = ['music_development_plans.known_on'];

/**
 * Every column of the tables that the ranking reads, and whether it reads it: PostgreSQL knows of a view.
 * Of a school's standing what it is worked out from is read; which kinds count is a rule and marks all.
 */
async function columnsOfFacts(): Promise<Column[]> {
  const asked = { ids: [], today: TODAY } as const;
  const { text, values } = SCORE_FACTS.write(asked).toQuery();
  const literal = (value: unknown) => (Array.isArray(value) ? `'{}'` : `'${String(value)}'`);
  await dataSource.query(
    `CREATE VIEW facts_read AS ${text
      .replaceAll('school_standings', 'school_standings_on_record')
      .replace(/\$(\d+)/g, (_, n) => literal(values[Number(n) - 1]))}`,
  );
  const found: Column[] = await dataSource.query(
    `
    WITH RECURSIVE reading AS (
      SELECT 'facts_read'::regclass::oid AS relid, 0 AS attnum
      UNION
      SELECT d.refobjid, d.refobjsubid
      FROM reading v
      JOIN pg_rewrite r ON r.ev_class = v.relid
      JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
        AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
    )
    SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type,
      a.attnum = ANY (k.conkey) AND cardinality(k.conkey) = 1 AS "isKey",
      EXISTS (SELECT FROM reading r WHERE r.relid = c.oid AND r.attnum = a.attnum)
        AND c.relname || '.' || a.attname <> ALL ($1) AS "isRead"
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attgenerated = ''
    JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
    WHERE c.oid IN (SELECT relid FROM reading) AND c.relname <> 'settings'
    ORDER BY 1, a.attnum`,
    [[...OF_STANDINGS_ALONE, ...OF_TIES_ALONE]],
  );
  await dataSource.query('DROP VIEW facts_read');
  return found;
}

/** Any value may stand in any column here. */
async function dropRules(tables: string[]): Promise<void> {
  const rules: { text: string }[] = await dataSource.query(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS text
     FROM pg_constraint WHERE contype IN ('c', 'f') AND conrelid::regclass::text = ANY ($1)`,
    [tables],
  );
  for (const { text } of rules) await dataSource.query(text);
}

/** Another value than the one there is. @param school SQL for the id of another school */
function other({ column, type }: Column, school: string): string {
  if (column === 'school_id' || column === 'ancestor_id') return school;
  // Neither begins where it did, and ends where it did.
  if (column === 'academic_year') return `'2022-23'`;
  if (column === 'last_academic_year') return `'2026-27'`;
  const made: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    text: `coalesce(${column}, '') || 'x'`,
    boolean: `NOT coalesce(${column}, false)`,
    date: `coalesce(${column}, '2024-01-01') + 1`,
    'timestamp with time zone': `coalesce(${column}, now()) + interval '1 day'`,
    'time without time zone': `coalesce(${column}, '10:00') + interval '1 hour'`,
    integer: `coalesce(${column}, 0) + 1`,
    smallint: `coalesce(${column}, 0) + 1`,
    numeric: `coalesce(${column}, 0) + 1`,
    'double precision': `coalesce(${column}, 0) + 1`,
    jsonb: `'{"other": true}'`,
  };
  const value = made[type];
  if (value === undefined) throw new Error(`Say what another ${type} is, for ${column}.`);
  return value;
}

let urn = 100_000;
const ROWS: Record<string, string> = {
  visits: `INSERT INTO visits (school_id, status, visited_on) VALUES ($1, 'completed', '2024-05-06')`,
  follow_up_actions: `INSERT INTO follow_up_actions (school_id, title, due_on) VALUES ($1, 'Ring', '2024-05-06')`,
  contacts: `INSERT INTO contacts (school_id, name, role) VALUES ($1, 'Jo', 'music_lead')`,
  music_development_plans: `INSERT INTO music_development_plans (school_id, academic_year, last_academic_year, known_from, known_on, url)
    VALUES ($1, '2024-25', '2024-25', 'seen', '2024-09-01', NULL), ($1, '2024-25', '2024-25', 'told', '2024-09-01', 'www.school.example')`,
  plan_looks: `INSERT INTO plan_looks (school_id, looked_on, looked_by_id, result) VALUES ($1, '2024-10-12', gen_random_uuid(), 'none')`,
};

const VISIT_OF_ANOTHER_KIND = `INSERT INTO visits (school_id, kind, status, visited_on)
  VALUES ($1, 'other', 'completed', '2024-05-06')`;

interface Scene {
  /** With a row in each table. */
  school: string;
  successor: string;
  stranger: string;
}

async function newSchool(): Promise<string> {
  const [{ id }]: [{ id: string }] = await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, establishment_type)
     VALUES ($1, 'School', 'open', true, 'Community school') RETURNING id`,
    [(urn += 10)],
  );
  return id;
}

async function scene(): Promise<Scene> {
  const [school, successor, stranger] = [await newSchool(), await newSchool(), await newSchool()];
  await dataSource.query(
    'INSERT INTO school_lineage (school_id, ancestor_id) VALUES ($1, $1), ($2, $2), ($3, $3), ($2, $1)',
    [school, successor, stranger],
  );
  for (const row of Object.values(ROWS)) await dataSource.query(row, [school]);
  await stale();
  return { school, successor, stranger };
}

/** Which schools are stale, and from here on none. */
async function stale(): Promise<string[]> {
  const [rows]: [{ id: string }[]] = await dataSource.query(
    'DELETE FROM stale_scores RETURNING school_id AS id',
  );
  return rows.map(({ id }) => id).sort();
}

/** What is marked when a column of the scene's row changes. */
async function markedBy(changed: Column): Promise<string[]> {
  const { school, successor, stranger } = await scene();
  const { table, column } = changed;
  const ofLineage = 'ancestor_id = $1 AND school_id <> $1';
  const where = { schools: 'id = $1', school_lineage: ofLineage }[table] ?? 'school_id = $1';
  await dataSource.query(
    `UPDATE ${table} SET ${column} = ${other(changed, `'${stranger}'`)} WHERE ${where}`,
    [school],
  );
  const names: Record<string, string> = { [school]: 'school', [successor]: 'successor' };
  return (await stale()).map((id) => names[id] ?? 'stranger').sort();
}

function expected({ table, column, isRead }: Column): string[] {
  if (!isRead) return [];
  if (column === 'ancestor_id') return ['successor'];
  // A lineage that is given away: the school itself follows the one that gets it.
  if (table === 'school_lineage') return ['stranger', 'successor'];
  return column === 'school_id' ? ['school', 'stranger', 'successor'] : ['school', 'successor'];
}

it('a school and those that followed it are stale when, and only when, a fact changes', async () => {
  const read = columns.filter(({ isRead }) => isRead);
  expect(new Set(read.map(({ table }) => table)).size).toBe(7);
  expect(read).toContainEqual(expect.objectContaining({ table: 'visits', column: 'visited_on' }));
  const marked: Record<string, string[]> = {};
  const wanted: Record<string, string[]> = {};
  for (const column of columns.filter(({ isKey }) => !isKey)) {
    const name = `${column.table}.${column.column}`;
    marked[name] = await markedBy(column);
    wanted[name] = expected(column);
  }
  expect(Object.keys(marked).length).toBeGreaterThan(60);
  expect(marked).toEqual(wanted);
}, 60_000);

it('a school is stale when another of two before it was the last to speak of its plan', async () => {
  const [first, second, last] = [await newSchool(), await newSchool(), await newSchool()];
  await dataSource.query(
    `INSERT INTO school_lineage (school_id, ancestor_id)
     VALUES ($1, $1), ($2, $2), ($3, $3), ($2, $1), ($3, $2), ($3, $1)`,
    [first, second, last],
  );
  await dataSource.query(
    `INSERT INTO music_development_plans
       (school_id, academic_year, last_academic_year, known_from, known_on, url)
     VALUES ($1, '2024-25', '2024-25', 'told', '2024-09-01', NULL),
       ($2, '2024-25', '2024-25', 'told', '2024-10-01', 'www.school.example')`,
    [first, second],
  );
  await stale();
  await dataSource.query(
    `UPDATE music_development_plans SET known_on = '2024-11-01' WHERE school_id = $1`,
    [first],
  );
  expect(await stale()).toContain(last);
});

it('what is written as it was marks nothing', async () => {
  await scene();
  for (const table of [...Object.keys(ROWS), 'schools']) {
    const read = columns.filter((one) => one.table === table && one.isRead && !one.isKey);
    const same = read.map(({ column }) => `${column} = ${column}`).join(', ');
    await dataSource.query(`UPDATE ${table} SET ${same}`);
    await dataSource.query(`UPDATE ${table} SET ${same} WHERE false`);
  }
  expect(await stale()).toEqual([]);
});

it('rows that only look the same taken together are others', async () => {
  const { school, successor } = await scene();
  const days = ['2024-05-06', '2024-11-25'];
  await dataSource.query(
    `INSERT INTO follow_up_actions (school_id, title, due_on) VALUES ($1, 'Two', $2), ($1, 'Three', $3)`,
    [school, ...days],
  );
  await stale();
  // Two were due on the first day and one on the other; now it is the other way round.
  await dataSource.query(
    `UPDATE follow_up_actions SET due_on = CASE title WHEN 'Two' THEN $2 ELSE due_on END
     WHERE school_id = $1`,
    [school, days[1]],
  );
  expect(await stale()).toEqual([school, successor].sort());
});

it('what comes or goes marks its school and those that followed it', async () => {
  for (const [table, row] of Object.entries(ROWS)) {
    const { school, successor } = await scene();
    await dataSource.query(`DELETE FROM ${table} WHERE school_id = $1`, [school]);
    expect([table, await stale()]).toEqual([table, [school, successor].sort()]);
    await dataSource.query(row, [school]);
    expect([table, await stale()]).toEqual([table, [school, successor].sort()]);
  }
  const { school, successor, stranger } = await scene();
  await dataSource.query('DELETE FROM school_lineage WHERE ancestor_id = $1', [school]);
  expect(await stale()).toEqual([school, successor].sort());
  await dataSource.query('INSERT INTO school_lineage VALUES ($1, $2)', [stranger, school]);
  expect(await stale()).toEqual([stranger]);
  const added = await newSchool();
  expect(await stale()).toEqual([added]);
  await dataSource.query('DELETE FROM schools WHERE id = $1', [added]);
  expect(await stale()).toEqual([]);
});

it('what is rolled back marks nothing, and nothing is left of what committed', async () => {
  const { school, stranger } = await scene();
  const visit = 'UPDATE visits SET visited_on = visited_on + 1 WHERE school_id = $1';
  await dataSource.transaction(async (manager) => {
    await manager.query('SAVEPOINT half');
    await manager.query(visit, [school]);
    await manager.query('ROLLBACK TO SAVEPOINT half');
    await manager.query(ROWS.contacts ?? '', [stranger]);
    await manager.query('UPDATE contacts SET role = $1 WHERE school_id = $2', ['other', stranger]);
  });
  expect(await stale()).toEqual([stranger]);
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query(visit, [school]);
  await runner.rollbackTransaction();
  await runner.release();
  expect(await stale()).toEqual([]);
  expect(await dataSource.query('SELECT FROM touched_schools')).toEqual([]);
});

it('a mark of a change is no one refresh’s own', async () => {
  const { school, successor } = await scene();
  await dataSource.query(
    'INSERT INTO stale_scores (school_id, refresh_id) VALUES ($1, gen_random_uuid())',
    [school],
  );
  await dataSource.query('UPDATE visits SET visited_on = visited_on + 1 WHERE school_id = $1', [
    school,
  ]);
  const kept: { own: boolean }[] = await dataSource.query(
    'SELECT refresh_id IS NULL AS own FROM stale_scores',
  );
  expect(kept).toEqual([{ own: true }, { own: true }]);
  expect(await stale()).toEqual([school, successor].sort());
});

it('when other kinds of visits count, the schools are stale whose visits they are', async () => {
  const { school, successor, stranger } = await scene();
  await dataSource.query(VISIT_OF_ANOTHER_KIND, [stranger]);
  await stale();
  await dataSource.query(
    `UPDATE settings SET value = '["cyclex", "cycle"]' WHERE key = 'kindsNotCounting'`,
  );
  const marked = await stale();
  expect(marked).toEqual(expect.arrayContaining([school, successor]));
  expect(marked).not.toContain(stranger);
});
