import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { verifyAudit } from './verify-audit';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) {
    await database.dataSource.query('INSERT INTO regions (name) VALUES ($1)', [name]);
  }
});
afterEach(() => database.drop());

/** What somebody can do who owns the database. */
async function tamper(...statements: string[]): Promise<void> {
  for (const table of ['audit_entries', 'audit_seals']) {
    await database.dataSource.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  }
  for (const sql of statements) await database.dataSource.query(sql);
}
const faults = async () => (await verifyAudit(database.dataSource)).faults;
const entryAt = (seq: number) => `(SELECT entry_id FROM audit_seals WHERE seq = ${seq})`;

it('finds nothing wrong with a trail that nobody has touched', async () => {
  const { entries, last, ...verdict } = await verifyAudit(database.dataSource);
  expect(verdict.faults).toEqual([]);
  expect(last).toEqual({ seq: entries, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(entries).toBeGreaterThanOrEqual(5);
});

it.each([
  [`changes = '{"name": "Other"}'`, 'what was changed'],
  [`at = at - interval '1 day'`, 'when'],
  [`actor = 'job'`, 'in what way'],
  [`user_id = gen_random_uuid()`, 'by whom'],
  [`record_id = 'another'`, 'which record'],
])('finds an entry with other %s', async (change) => {
  await tamper(`UPDATE audit_entries SET ${change} WHERE id = ${entryAt(3)}`);
  expect(await faults()).toEqual([expect.stringMatching(/^Number 3: entry \d+ or its seal/)]);
});

it('finds an entry that is gone, alone or with its seal', async () => {
  await tamper(`DELETE FROM audit_entries WHERE id = ${entryAt(2)}`);
  expect(await faults()).toEqual([expect.stringMatching(/^Number 2: entry \d+ has been removed/)]);
  await tamper('DELETE FROM audit_seals WHERE seq = 2');
  expect(await faults()).toEqual(['Number 2 has been removed.']);
});

it('finds numbers that were moved up to hide a gap', async () => {
  await tamper(
    `DELETE FROM audit_entries WHERE id = ${entryAt(2)}`,
    'DELETE FROM audit_seals WHERE seq = 2',
    'UPDATE audit_seals SET seq = seq - 1 WHERE seq = 3',
  );
  expect(await faults()).toEqual([
    expect.stringMatching(/^Number 2: entry \d+ or its seal has been changed/),
    'Number 3 has been removed.',
  ]);
});

it('finds an entry that was slipped in without a seal', async () => {
  await tamper(
    `INSERT INTO audit_entries (actor, entity, action, changes) VALUES ('job', 'regions', 'created', '{}')`,
  );
  expect(await faults()).toEqual([expect.stringMatching(/^Entry \d+ is not in the chain/)]);
});

it('finds the end cut off when it is told where the end was', async () => {
  const { last } = await verifyAudit(database.dataSource);
  if (!last) throw new Error('There is a trail');
  await tamper(
    `DELETE FROM audit_entries WHERE id = ${entryAt(last.seq)}`,
    `DELETE FROM audit_seals WHERE seq = ${last.seq}`,
  );
  expect(await faults()).toEqual([]);
  const verdict = await verifyAudit(database.dataSource, last);
  expect(verdict.faults).toEqual([
    `Number ${last.seq} is not there: the end of the trail has been cut off.`,
  ]);
  const other = await verifyAudit(database.dataSource, { seq: 1, hash: 'another' });
  expect(other.faults).toEqual(['Number 1: the hash is not the one that was kept.']);
});
