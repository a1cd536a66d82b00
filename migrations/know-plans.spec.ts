import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { runMigrations } from '@tracker/data';
import { migrations } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('plans that were on record are seen ones, as they were, and count from the start', async () => {
  const { dataSource } = database;
  const from = migrations.findIndex(({ name }) => name.startsWith('KnowPlans'));
  for (let at = migrations.length; at > from; at -= 1) await dataSource.undoLastMigration();
  const [{ id }]: [{ id: string }] = await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope) VALUES (100000, 'Birch', 'open', true) RETURNING id`,
  );
  await dataSource.query('INSERT INTO school_lineage VALUES ($1, $1)', [id]);
  await dataSource.query(
    `INSERT INTO music_development_plans (school_id, academic_year, url, known_on)
     VALUES ($1, '2023-24', NULL, '2023-10-02'), ($1, '2024-25', 'https://birch.example', '2024-10-02')`,
    [id],
  );
  await dataSource.query(
    `WITH s AS (INSERT INTO surveys DEFAULT VALUES RETURNING id),
      v AS (INSERT INTO survey_versions (survey_id, number, title, questions)
        SELECT id, 1, 'Have Your Say', '[]' FROM s RETURNING id),
      r AS (INSERT INTO survey_responses (school_id, survey_version_id, source, answered_on, submitted_at)
        SELECT $1, id, 'school', '2024-08-31', now() FROM v RETURNING id)
     INSERT INTO survey_answers (response_id, school_id, question_key, value)
     SELECT id, $1, key, value FROM r, (VALUES ('smdp_published', 'true'::jsonb),
       ('smdp_address', '" www.birch.example "')) AS a (key, value)`,
    [id],
  );
  await dataSource.query('DELETE FROM stale_scores');
  const trail = 'SELECT count(*)::int AS entries FROM audit_entries';
  const [before] = await dataSource.query(trail);
  await runMigrations(dataSource);
  const plans = await dataSource.query(
    `SELECT academic_year, last_academic_year, known_from, url, known_on, recorded_by_id, gone_on
     FROM music_development_plans WHERE known_from <> 'told' ORDER BY academic_year`,
  );
  const seen = { known_from: 'seen', recorded_by_id: null, gone_on: null };
  expect(plans).toEqual([
    {
      ...{ ...seen, academic_year: '2023-24', last_academic_year: '2023-24' },
      ...{ url: null, known_on: '2023-10-02' },
    },
    {
      ...{ ...seen, academic_year: '2024-25', last_academic_year: '2024-25' },
      ...{ url: 'https://birch.example', known_on: '2024-10-02' },
    },
  ]);
  expect(
    await dataSource.query(
      'SELECT plan_years, plan_told_year, plan_told_address FROM school_standings',
    ),
  ).toEqual([
    { plan_years: [2024, 2023], plan_told_year: 2023, plan_told_address: 'www.birch.example' },
  ]);
  expect(await dataSource.query('SELECT school_id FROM stale_scores')).toEqual([{ school_id: id }]);
  expect(await dataSource.query(trail)).toEqual([before]);
});
