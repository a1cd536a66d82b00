import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { beginWithSettings, getHubSettings } from './hub-settings';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('are those the work began with, and in a transaction those it finds and changes', async () => {
  const { manager } = database.dataSource;
  const name = async (of = manager) => (await getHubSettings(of)).hubName;
  const rename = (to: string, of = manager) =>
    of.query(
      `INSERT INTO settings (key, value) VALUES ('hubName', $1::jsonb)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [JSON.stringify(to)],
    );
  await beginWithSettings('{"hubName": "Marshland Music"}', async () => {
    await rename('Fenland Music');
    expect(await name()).toBe('Marshland Music');
    await manager.transaction(async (within) => {
      expect(await name(within)).toBe('Fenland Music');
      await rename('Wold Music', within);
      expect(await name(within)).toBe('Wold Music');
    });
    expect(await name()).toBe('Marshland Music');
  });
  expect(await name()).toBe('Wold Music');
});
