import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { csvOf, ImportBench, registerRow } from '@tracker/testing/imports';
import { createDataSource, runMigrations } from '../database';
import { undoImport, refreshPriorityScores } from '@tracker/work';
import { addressFor, prepareAppRole } from './app-role';
import { verifyAudit } from './verify-audit';

const role = `tracker_app_${randomBytes(4).toString('hex')}`;
let database: TestDatabase;
let app: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  const url = addressFor(database.url, role, `it's "${role}"`);
  await prepareAppRole(database.dataSource, url);
  // Each start does it again.
  await prepareAppRole(database.dataSource, url);
  app = await createDataSource(url, 4).initialize();
});
afterAll(async () => {
  await app.destroy();
  await database.dataSource.query(`DROP OWNED BY ${role}`);
  await database.dataSource.query(`DROP ROLE ${role}`);
  await database.drop();
});

it('does the application’s work: imports, undoing, ranking', async () => {
  expect(await runMigrations(app)).toEqual([]);
  const bench = await ImportBench.open(app);
  const { id, status } = await bench.import('schools', csvOf([registerRow(100_001)]));
  expect(status).toBe('done');
  await refreshPriorityScores(app, '2024-11-20');
  expect((await undoImport(app, id)).status).toBe('undone');
  await bench.close();
  const { entries, faults } = await verifyAudit(app);
  expect(entries).toBeGreaterThan(4);
  expect(faults).toEqual([]);
});

it.each([
  `INSERT INTO audit_entries (actor, entity, action, changes) VALUES ('job', 'x', 'created', '{}')`,
  `UPDATE audit_entries SET actor = 'job'`,
  'DELETE FROM audit_entries',
  'TRUNCATE audit_entries',
  `UPDATE audit_seals SET hash = ''`,
  'DELETE FROM audit_seals',
  'ALTER TABLE audit_entries DISABLE TRIGGER ALL',
  'ALTER TABLE schools DISABLE TRIGGER ALL',
  'DROP TABLE audit_entries',
  'DROP FUNCTION audit_changes CASCADE',
  `SET session_replication_role = 'replica'`,
  'UPDATE migrations SET name = name',
  `INSERT INTO touched_schools VALUES ('{}')`,
  'UPDATE school_standings SET last_visited_on = NULL',
  'DROP TRIGGER visits_touch_insert ON visits',
])('cannot %s', async (sql) => {
  await expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner/);
});

it('cannot put a temporary table before the trail', async () => {
  const before = await verifyAudit(app);
  await app.transaction(async (manager) => {
    await manager.query(
      'CREATE TEMP TABLE audit_entries (LIKE public.audit_entries) ON COMMIT DROP',
    );
    await manager.query(`INSERT INTO regions (name) VALUES ('Seen all the same')`);
  });
  const after = await verifyAudit(app);
  expect(after.faults).toEqual([]);
  expect(after.entries).toBe(before.entries + 1);
});
