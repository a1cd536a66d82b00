import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase, storedContent, type TestDatabase } from '@tracker/testing';
import { csvOf, ImportBench, registerRow, TODAY } from '@tracker/testing/imports';
import { sweepImports } from '../imports';
import { clearFolder, findOrTakeOver, removeOldParts } from './take-over';

jest.setTimeout(60_000);

let database: TestDatabase;
let bench: ImportBench;
beforeAll(async () => {
  database = await createTestDatabase();
  bench = await ImportBench.open(database.dataSource);
});
afterAll(async () => {
  await bench.close();
  await database.drop();
});

const folder = (name: string) => join(bench.dataDir, name);
const LONG_AGO = new Date(Date.now() - 25 * 3_600_000);

/** A file where an earlier version put it. */
async function asBefore(within: string, name: string, bytes: Buffer, age?: Date): Promise<void> {
  await mkdir(folder(within), { recursive: true });
  await writeFile(join(folder(within), name), bytes);
  if (age) await utimes(join(folder(within), name), age, age);
}

it('is done by whoever asks first, several at one time, and the file is deleted then', async () => {
  const storedAs = randomUUID();
  const bytes = randomBytes(1_300_000);
  await asBefore('reports', storedAs, bytes);
  const found = await Promise.all(
    [1, 2, 3].map(() => findOrTakeOver(bench.dataSource, bench.dataDir, 'report', storedAs)),
  );
  expect(found).toEqual(Array(3).fill({ id: storedAs, bytes: bytes.length, chunks: 3 }));
  expect((await storedContent(bench.dataSource, storedAs)).equals(bytes)).toBe(true);
  expect(await readdir(folder('reports'))).toEqual([]);
});

it('leaves the file where it is when the database does not take it', async () => {
  const storedAs = randomUUID();
  await asBefore('reports', storedAs, randomBytes(10));
  await bench.dataSource.query(
    `ALTER TABLE stored_file_chunks ADD CONSTRAINT none CHECK (false) NOT VALID`,
  );
  const asked = findOrTakeOver(bench.dataSource, bench.dataDir, 'report', storedAs);
  await expect(asked).rejects.toThrow('none');
  await bench.dataSource.query('ALTER TABLE stored_file_chunks DROP CONSTRAINT none');
  expect(await readdir(folder('reports'))).toEqual([storedAs]);
  expect(await findOrTakeOver(bench.dataSource, bench.dataDir, 'report', storedAs)).toMatchObject({
    bytes: 10,
  });
});

it('of a whole folder takes what is needed, and what nothing needs goes once it is a day old', async () => {
  const needed = randomUUID();
  await asBefore('reports', needed, Buffer.from('needed'), LONG_AGO);
  await asBefore('reports', randomUUID(), Buffer.from('of nothing'), LONG_AGO);
  await asBefore('reports', 'old.part', Buffer.from('x'), LONG_AGO);
  await asBefore('reports', 'young.part', Buffer.from('x'));
  const ask = () => Promise.resolve([{ storedAs: needed }]);
  await clearFolder(bench.dataSource, bench.dataDir, 'report', ask);
  expect((await storedContent(bench.dataSource, needed)).toString()).toBe('needed');
  expect(await readdir(folder('reports'))).toEqual(['young.part']);
});

it('lets an import run that an earlier version queued, and keeps the file for the real run', async () => {
  const content = csvOf([registerRow(200001), registerRow(200002)]);
  const kept: string[] = [];
  for (const dryRun of [true, false]) {
    const { storedAs } = await bench.queue('schools', content, { dryRun });
    await bench.dataSource.query('DELETE FROM stored_files WHERE id = $1', [storedAs]);
    await asBefore('uploads', storedAs, Buffer.from(content), LONG_AGO);
    kept.push(storedAs);
  }
  await sweepImports(bench.dataSource, { dataDir: bench.dataDir, today: TODAY });
  const done = await bench.dataSource.query(
    'SELECT status, created FROM imports ORDER BY dry_run DESC',
  );
  expect(done).toEqual(Array(2).fill({ status: 'done', created: 2 }));
  expect(await readdir(folder('uploads'))).toEqual([]);
  for (const storedAs of kept) {
    expect((await storedContent(bench.dataSource, storedAs)).toString()).toBe(content);
  }
});

it('leaves young files that are on their way to the processes that write them', async () => {
  await asBefore('uploads', 'old.part', Buffer.from('x'), LONG_AGO);
  await asBefore('uploads', 'young.part', Buffer.from('x'));
  await removeOldParts(folder('uploads'));
  expect(await readdir(folder('uploads'))).toEqual(['young.part']);
});
