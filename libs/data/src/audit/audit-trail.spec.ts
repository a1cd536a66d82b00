import { randomUUID } from 'node:crypto';
import { AUDITED_RECORDS, AUDITED_TABLES } from '@tracker/domain';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { csvOf, ImportBench, registerRow } from '@tracker/testing/imports';
import { AuditEntryEntity } from '../database';
import { undoImport } from '@tracker/work';
import { type Actor, writeAs } from './actor';
import { verifyAudit } from './verify-audit';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const sql = (text: string, values: unknown[] = []) => database.dataSource.query(text, values);
const entriesOf = (entity: string, recordId: string) =>
  database.dataSource
    .getRepository(AuditEntryEntity)
    .find({ where: { entity, recordId }, order: { id: 'ASC' } });

async function region(name: string): Promise<string> {
  const [row] = await sql('INSERT INTO regions (name) VALUES ($1) RETURNING id', [name]);
  return row.id;
}

describe('a change', () => {
  it('is written down with who, from where, which fields, from what to what', async () => {
    const actor: Actor = { kind: 'user', userId: randomUUID(), source: 'a request' };
    const id = await writeAs(database.dataSource, actor, async (manager) => {
      const [row] = await manager.query(`INSERT INTO regions (name) VALUES ('West') RETURNING id`);
      await manager.query(`UPDATE regions SET name = 'Mid', version = 2 WHERE id = $1`, [row.id]);
      await manager.query(`UPDATE regions SET version = 3 WHERE id = $1`, [row.id]);
      await manager.query(`DELETE FROM regions WHERE id = $1`, [row.id]);
      return row.id as string;
    });
    const by = { actor: 'user', userId: actor.userId, source: 'a request' };
    expect(await entriesOf('regions', id)).toMatchObject([
      { ...by, action: 'created', changes: { id, name: 'West' } },
      { ...by, action: 'changed', changes: { name: ['West', 'Mid'] } },
      { ...by, action: 'removed', changes: { id, name: 'Mid' } },
    ]);
  });

  it('leaves nothing when it is rolled back, whole or to a savepoint', async () => {
    const before = await verifyAudit(database.dataSource);
    const failing = database.dataSource.transaction(async (manager) => {
      await manager.query(`INSERT INTO regions (name) VALUES ('Never')`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await database.dataSource.transaction(async (manager) => {
      await manager.query('SAVEPOINT here');
      await manager.query(`INSERT INTO regions (name) VALUES ('Nor this')`);
      await manager.query('ROLLBACK TO SAVEPOINT here');
    });
    expect(await verifyAudit(database.dataSource)).toEqual(before);
  });

  it('of a password is written down without it', async () => {
    const [{ id }] = await sql(
      `INSERT INTO users (name, email, role, password_hash)
       VALUES ('A', 'a@test.example', 'head', 'secret one') RETURNING id`,
    );
    await sql(`UPDATE users SET password_hash = 'secret two', role = 'admin' WHERE id = $1`, [id]);
    const [created, changed] = await entriesOf('users', id);
    expect(changed?.changes).toEqual({ password_hash: [], role: ['head', 'admin'] });
    expect(created).toMatchObject({ actor: 'outside', changes: { name: 'A' } });
    expect(JSON.stringify([created, changed])).not.toContain('secret');
  });

  it('is written down of every record people keep', async () => {
    const rows: { tablename: string }[] = await sql(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN (
         SELECT event_object_table FROM information_schema.triggers
         WHERE trigger_name LIKE '%_audit_update')`,
    );
    // What is worked out from the records, read elsewhere, remembered for a while, kept by the imports, or a history of its own.
    expect(rows.map(({ tablename }) => tablename).sort()).toEqual([
      ...[
        'account_links',
        'answer_links',
        'audit_entries',
        'audit_seals',
        'busy_calendars',
        'busy_days',
        'calendar_feeds',
        'clockwork',
        'daily_digests',
        'device_reports',
      ],
      ...['idempotency_keys', 'import_changes'],
      ...[
        'import_readings',
        'import_rejections',
        'import_rows',
        'mails',
        'migrations',
        'monthly_digests',
        'plan_readings',
        'plan_values',
        'priority_refreshes',
      ],
      ...[
        'priority_scores',
        'queue_places',
        'report_figures',
        'school_lineage',
        'school_standings',
        'sessions',
      ],
      'stale_scores',
      'stored_file_chunks',
      'stored_files',
      'target_changes',
      'touched_schools',
      'user_preferences',
      'visit_events',
      'visit_plan_left_out',
      'visit_plan_problems',
    ]);
  });

  it('is of a record that has a name in sentences', async () => {
    const rows: { table: string }[] = await sql(
      `SELECT DISTINCT event_object_table AS "table" FROM information_schema.triggers
       WHERE trigger_name LIKE '%_audit_update'`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ table }) => !(table in AUDITED_RECORDS))).toEqual([]);
  });

  it('calls a record by its name where it has one', async () => {
    const rows: { table: string }[] = await sql(
      `SELECT DISTINCT table_name AS "table" FROM information_schema.columns
       WHERE column_name IN ('name', 'title', 'label') AND table_schema = 'public' ORDER BY 1`,
    );
    const uncalled = Object.entries(AUDITED_TABLES).filter(([, { called }]) => !called);
    const unnamed = rows
      .map(({ table }) => table)
      .filter((table) => uncalled.some(([name]) => name === table));
    // A school has its URN with its name; the others are part of a record that has a name.
    expect(unnamed).toEqual(['known_names', 'schools', 'visit_people_met']);
  });
});

describe('an import', () => {
  it('is who changed the records, and its undoing who put them back', async () => {
    const bench = await ImportBench.open(database.dataSource);
    const { id: first } = await bench.import('schools', csvOf([registerRow(100_001)]));
    const renamed = registerRow(100_001, { EstablishmentName: 'Mill Lane School' });
    const { id: second } = await bench.import('schools', csvOf([renamed]));
    await undoImport(database.dataSource, second);
    const school = await bench.school(100_001);
    const id = school?.id as string;
    expect(await entriesOf('schools', id)).toMatchObject([
      { actor: 'import', source: first, schoolId: id, action: 'created' },
      { actor: 'import', source: second, changes: { name: ['School 100001', 'Mill Lane School'] } },
      { actor: 'undo', source: second, changes: { name: ['Mill Lane School', 'School 100001'] } },
    ]);
    const steps = (await entriesOf('imports', second)).map(({ changes }) => changes.status);
    expect(steps).toEqual([
      'queued',
      ['queued', 'running'],
      ['running', 'done'],
      ['done', 'undone'],
    ]);
    await bench.close();
  });

  it('leaves nothing of its records when it was a dry run', async () => {
    const bench = await ImportBench.open(database.dataSource);
    await bench.import('schools', csvOf([registerRow(100_002)]), { dryRun: true });
    expect(await sql(`SELECT FROM audit_entries WHERE changes ->> 'urn' = '100002'`)).toEqual([]);
    await bench.close();
  });
});

describe('the trail', () => {
  it.each(['audit_entries', 'audit_seals'])('%s is changed by nobody', async (table) => {
    const refused = /only ever added to/;
    await region(`For ${table}`);
    const column = table === 'audit_seals' ? 'seq' : 'actor';
    await expect(sql(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow(refused);
    await expect(sql(`DELETE FROM ${table}`)).rejects.toThrow(refused);
    await expect(sql(`TRUNCATE ${table}`)).rejects.toThrow(refused);
  });

  it('is numbered without a gap however many write at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        await writeAs(database.dataSource, { kind: 'job' }, async (manager) => {
          await manager.query('INSERT INTO regions (name) VALUES ($1)', [`One of many ${index}`]);
          await manager.query('UPDATE regions SET version = 2, name = $1 WHERE name = $2', [
            ...[`Many ${index}`, `One of many ${index}`],
          ]);
          if (index % 4 === 0) throw new Error('given up');
        }).catch(() => undefined);
      }),
    );
    const { entries, faults, last } = await verifyAudit(database.dataSource);
    expect(faults).toEqual([]);
    expect(last?.seq).toBe(entries);
  });
});
