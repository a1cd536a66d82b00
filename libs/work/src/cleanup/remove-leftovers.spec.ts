import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { removeLeftovers } from './remove-leftovers';

let database: TestDatabase;
let userId: string;
const sql = (text: string, values: unknown[] = []) => database.dataSource.query(text, values);
beforeAll(async () => {
  database = await createTestDatabase();
  [{ id: userId }] = await sql(
    `INSERT INTO users (name, email, role) VALUES ('A', 'a@test.example', 'head') RETURNING id`,
  );
});
afterAll(() => database.drop());

/** @param days from now on; before now when it is below 0 */
const at = (days: number | null) =>
  days === null ? null : new Date(Date.now() + days * 86_400_000);
const session = (name: string, expires: number, revoked: number | null) =>
  sql(
    `INSERT INTO sessions (token_hash, user_id, expires_at, revoked_at, user_agent)
     VALUES ($1, $2, $3, $4, $5)`,
    [Buffer.from(name), userId, at(expires), at(revoked), name],
  );
const link = (name: string, expires: number, used: number | null) =>
  sql(
    `INSERT INTO account_links (token_hash, purpose, user_id, expires_at, used_at)
     VALUES ($1, 'reset', $2, $3, $4)`,
    [Buffer.from(name), userId, at(expires), at(used)],
  );
const key = (days: number) =>
  sql(
    `INSERT INTO idempotency_keys (user_id, key, request_hash, created_at) VALUES ($1, $2, '', $3)`,
    [userId, randomUUID(), at(days)],
  );
const report = (name: string, expires: number | null) =>
  sql(
    `INSERT INTO reports (kind, format, parameters, file_name, expires_at)
     VALUES ('workbook', 'xlsx', '{}', $1, $2)`,
    [name, at(expires)],
  );

it('takes away what has been over for a month, and nothing else', async () => {
  await session('in use', 14, null);
  await session('just expired', -1, null);
  await session('just ended', 14, -29);
  await session('long expired', -31, null);
  await session('long ended', 14, -31);
  await link('waiting', 7, null);
  await link('just used', 7, -1);
  await link('long used', 7, -31);
  await link('long void', -31, null);
  await key(-29);
  await key(-31);
  await report('just expired', -29);
  await report('long expired', -31);
  await report('being made', null);
  const first = await removeLeftovers(database.dataSource);
  expect(first).toMatchObject({ sessions: 2, account_links: 2, idempotency_keys: 1, reports: 1 });
  const kept = await sql('SELECT user_agent FROM sessions ORDER BY user_agent');
  expect(kept).toEqual(
    ['in use', 'just ended', 'just expired'].map((name) => ({ user_agent: name })),
  );
  const links = await sql(`SELECT convert_from(token_hash, 'UTF8') AS name FROM account_links`);
  expect(links).toEqual([{ name: 'waiting' }, { name: 'just used' }]);
  const again = await removeLeftovers(database.dataSource);
  expect(new Set(Object.values(again))).toEqual(new Set([0]));
});
