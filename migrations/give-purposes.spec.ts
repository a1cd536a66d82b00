import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { runMigrations } from '@tracker/data';
import { migrations } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const back = async () => {
  const from = migrations.findIndex(({ name }) => name.startsWith('GivePurposes'));
  for (let at = from; at < migrations.length; at += 1) {
    await database.dataSource.undoLastMigration();
  }
};
const PURPOSES = [
  ...['have_your_say', 'audit', 'training_feedback', 'self_assessment', 'observation'],
  ...['programme_review', 'first_access', 'partnership_review', 'inclusion_self_assessment'],
];
const query = (sql: string, values: unknown[] = []) => database.dataSource.query(sql, values);
const FORM = `
  WITH form AS (INSERT INTO surveys DEFAULT VALUES RETURNING id)
  INSERT INTO survey_versions (survey_id, number, title, questions, published_at)
  SELECT id, 1, 'Say', '[]', now() FROM form RETURNING id`;

it('surveys on record are Have Your Say, as they were, with what was answered and every link', async () => {
  await back();
  const [{ id: schoolId }] = await query(
    `INSERT INTO schools (urn, name, status, in_scope) VALUES (100000, 'Birch', 'open', true) RETURNING id`,
  );
  const [{ id: versionId }] = await query(FORM);
  const [{ id: responseId }] = await query(
    `INSERT INTO survey_responses (school_id, survey_version_id, source, answered_on, submitted_at)
     VALUES ($1, $2, 'school', '2024-10-01', now()) RETURNING id`,
    [schoolId, versionId],
  );
  await query(
    `INSERT INTO survey_links (school_id, token_hash, expires_on, response_id)
     VALUES ($1, '\\x01', '2025-01-01', $2), ($1, '\\x02', '2025-01-01', NULL)`,
    [schoolId, responseId],
  );
  const trail = 'SELECT count(*)::int AS entries FROM audit_entries';
  const before = await query(trail);
  await runMigrations(database.dataSource);
  for (const table of ['surveys', 'survey_versions', 'survey_responses', 'survey_links']) {
    expect([table, await query(`SELECT DISTINCT purpose FROM ${table}`)]).toEqual([
      table,
      [{ purpose: 'have_your_say' }],
    ]);
  }
  expect(await query(trail)).toEqual(before);
  await expect(
    query(`UPDATE survey_versions SET title = 'x' WHERE id = $1`, [versionId]),
  ).rejects.toThrow('A published version of a survey never changes.');
});

it('takes the nine purposes and no other, a version of its survey and a response of its version', async () => {
  for (const purpose of PURPOSES) {
    await query('INSERT INTO surveys (purpose) VALUES ($1)', [purpose]);
  }
  await expect(query(`INSERT INTO surveys (purpose) VALUES ('quiz')`)).rejects.toThrow(
    'surveys_purpose_check',
  );
  const [{ id: audit }] = await query(`SELECT id FROM surveys WHERE purpose = 'audit'`);
  const version = (purpose: string) =>
    query(
      `INSERT INTO survey_versions (survey_id, purpose, number, title, questions)
       VALUES ($1, $2, 1, 'Audit', '[]') RETURNING id`,
      [audit, purpose],
    );
  await expect(version('have_your_say')).rejects.toThrow('survey_versions_survey_id_purpose_fk');
  const [{ id: versionId }] = await version('audit');
  const answer = (schoolId: string | null, purpose: string, id = versionId) =>
    query(
      `INSERT INTO survey_responses (school_id, survey_version_id, purpose, source, answered_on)
       VALUES ($1, $2, $3, 'school', '2024-10-01')`,
      [schoolId, id, purpose],
    );
  const [{ id: schoolId }] = await query('SELECT id FROM schools');
  await expect(answer(schoolId, 'have_your_say')).rejects.toThrow(
    'survey_responses_survey_version_id_purpose_fk',
  );
  await answer(schoolId, 'audit');
  await expect(answer(schoolId, 'audit')).rejects.toThrow('survey_responses_school_draft_unique');
  await expect(answer(null, 'audit')).rejects.toThrow('survey_responses_school_check');
  const [own] = await query(
    `WITH form AS (SELECT id FROM surveys WHERE purpose = 'inclusion_self_assessment')
     INSERT INTO survey_versions (survey_id, purpose, number, title, questions)
     SELECT id, 'inclusion_self_assessment', 1, 'Inclusion', '[]' FROM form RETURNING id`,
  );
  await answer(null, 'inclusion_self_assessment', own.id);
});

it('taken back keeps what schools said in Have Your Say and nothing of other forms', async () => {
  await query(`UPDATE survey_versions SET published_at = now() WHERE published_at IS NULL`);
  await back();
  expect(await query('SELECT count(*)::int AS count FROM surveys')).toEqual([{ count: 2 }]);
  expect(await query('SELECT count(*)::int AS count FROM survey_versions')).toEqual([{ count: 1 }]);
  expect(await query('SELECT count(*)::int AS count FROM survey_responses')).toEqual([
    { count: 1 },
  ]);
  await runMigrations(database.dataSource);
});
