import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database?.drop());

it('makes an account, and the audit trail names the command', async () => {
  const args = ['create-user', '--name', 'Hilary Marsh', '--email', 'h@hub.example'];
  const main = join(__dirname, '../dist/main.js');
  const command = spawn(process.execPath, [main, ...args, '--role', 'head'], {
    env: { PATH: process.env.PATH, DATABASE_URL: database.url, REDIS_URL: 'redis://127.0.0.1:1' },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  command.stdin?.end('three herons on a tram');
  expect(await once(command, 'exit')).toEqual([0, null]);
  const entries = await database.dataSource.query(
    `SELECT actor, source, entity, action, changes ->> 'name' AS name FROM audit_entries
     WHERE entity = 'users'`,
  );
  const by = { actor: 'command', source: 'create-user' };
  expect(entries).toEqual([{ ...by, entity: 'users', action: 'created', name: 'Hilary Marsh' }]);
}, 60_000);
