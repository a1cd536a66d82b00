import { readdirSync } from 'node:fs';
import { createEmptyDatabase, type TestDatabase } from '@tracker/testing';
import { runMigrations } from '@tracker/data';
import { migrations } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

it('lists every migration of this folder, in order', () => {
  const files = readdirSync(__dirname).filter((file) => /^\d+-\w+\.ts$/.test(file));
  const named = migrations.map((migration) => migration.name.replace(/^(\D+)(\d+)$/, '$2-$1.ts'));
  expect(named).toEqual(files.sort());
});

it('builds an empty database, once, even when two processes start together', async () => {
  const runs = await Promise.all([
    runMigrations(database.dataSource),
    runMigrations(database.dataSource),
  ]);
  expect(runs.flat()).toHaveLength(migrations.length);
});

const drift = async () => {
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
};

it('leaves nothing between the database and the entities', async () => {
  expect(await drift()).toEqual([]);
});

it('would be seen to differ', async () => {
  await database.dataSource.query('ALTER TABLE schools ADD colour text');
  expect(await drift()).toEqual([expect.stringContaining('DROP COLUMN "colour"')]);
  await database.dataSource.query('ALTER TABLE schools DROP colour');
});

it('keeps the index of the search and every index named by hand', async () => {
  const rows: { indexname: string }[] = await database.dataSource.query(
    `SELECT indexname FROM pg_indexes WHERE schemaname = 'public'`,
  );
  const names = rows.map((row) => row.indexname);
  for (const index of [
    'schools_search_idx',
    'schools_name_idx',
    'visits_school_visited_idx',
    'visits_booked_idx',
    'visits_day_idx',
    'visits_planned_idx',
    'schools_place_idx',
  ]) {
    expect(names).toContain(index);
  }
  expect(names.filter((name) => /^(IDX|PK|UQ|REL)_/.test(name))).toEqual([]);
});

it('can be taken back', async () => {
  for (const migration of migrations) {
    expect(migration.name).toBeTruthy();
    await database.dataSource.undoLastMigration();
  }
  const left: { tablename: string }[] = await database.dataSource.query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  expect(left).toEqual([]);
});
