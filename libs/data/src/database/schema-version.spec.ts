import { createEmptyDatabase, createTestDatabase } from '@tracker/testing';
import { runMigrations } from './data-source';
import { NewerSchemaError, newestKnown, refuseNewerSchema } from './schema-version';

jest.setTimeout(60_000);

it('lets an empty database and one of the same version through', async () => {
  const empty = await createEmptyDatabase();
  const same = await createTestDatabase();
  try {
    await refuseNewerSchema(empty.dataSource);
    await refuseNewerSchema(same.dataSource);
  } finally {
    await empty.drop();
    await same.drop();
  }
});

it('refuses a database that a newer version has migrated, naming both, and changes nothing', async () => {
  const database = await createTestDatabase();
  try {
    const { dataSource } = database;
    await dataSource.query(
      `INSERT INTO migrations (timestamp, name) VALUES (4102444800000, 'AddTelepathy4102444800000')`,
    );
    const refused = await runMigrations(dataSource).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(NewerSchemaError);
    const { message } = refused as Error;
    expect(message).toContain('AddTelepathy4102444800000');
    expect(message).toContain(newestKnown(dataSource).name);
    // The lock was given back: the next one is told at once, too.
    await expect(runMigrations(dataSource)).rejects.toThrow(NewerSchemaError);
  } finally {
    await database.drop();
  }
});
