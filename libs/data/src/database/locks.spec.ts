import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { LOCKS, takeLock, tryLock } from './locks';

const migrations = join(__dirname, '../../../../migrations');

it('gives each purpose a number of its own', () => {
  const numbers = Object.values(LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('knows the numbers that migrations take', () => {
  const texts = readdirSync(migrations).filter((name) => /^\d+-.*\.ts$/.test(name));
  const taken = texts.flatMap((name) =>
    [
      ...readFileSync(join(migrations, name), 'utf8').matchAll(
        /advisory_xact_lock(?:_shared)?\((\d+)\)/g,
      ),
    ].map(([, number]) => Number(number)),
  );
  expect(taken).not.toHaveLength(0);
  expect([...new Set(taken)]).toEqual([LOCKS.auditSeal, LOCKS.standings]);
});

describe('two sessions', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  it('wait for the same lock only, and it ends with the transaction', async () => {
    const { dataSource } = database;
    await dataSource.transaction(async (holder) => {
      await takeLock(holder, 'import');
      await takeLock(holder, 'report', 'one');
      await dataSource.transaction(async (other) => {
        expect(await tryLock(other, 'import')).toBe(false);
        expect(await tryLock(other, 'report', 'one')).toBe(false);
        expect(await tryLock(other, 'report', 'another')).toBe(true);
        expect(await tryLock(other, 'firstAdmin')).toBe(true);
        expect(await tryLock(other, 'fillHub')).toBe(true);
      });
    });
    await dataSource.transaction(async (other) => {
      expect(await tryLock(other, 'import')).toBe(true);
    });
  });
});
