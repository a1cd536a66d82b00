import { randomBytes, randomUUID } from 'node:crypto';
import { createTestDatabase, storedContent, type TestDatabase } from '@tracker/testing';
import { fileContent, fileIsWhole, findFile, putFile, removeFile } from './stored-files';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function put(id: string, source: AsyncIterable<Buffer | string>): Promise<void> {
  await database.dataSource.transaction(async (manager) => {
    const bytes = await putFile(manager, id, 'upload', source);
    await fileIsWhole(manager, id, bytes ?? -1);
  });
}

const content = (id: string) => storedContent(database.dataSource, id);

it.each([
  [0, 1],
  [1, 1],
  [512 * 1024, 65_536],
  [512 * 1024 + 1, 65_536],
  [1_700_001, 7_777],
  [3_000_000, 2_999_999],
])('gives back %i bytes that came in pieces of %i', async (length, size) => {
  const bytes = randomBytes(length);
  const id = randomUUID();
  await put(id, inPieces(bytes, size));
  expect((await content(id)).equals(bytes)).toBe(true);
  const [{ most }] = await database.dataSource.query(
    'SELECT coalesce(max(length(content)), 0) AS most FROM stored_file_chunks WHERE file_id = $1',
    [id],
  );
  expect(most).toBe(Math.min(length, 512 * 1024));
});

it('gives back text', async () => {
  const id = randomUUID();
  await put(id, inPieces(Buffer.from('Zoë\0💥'), 3));
  expect((await content(id)).toString()).toBe('Zoë\0💥');
});

it('is found by nobody before it is whole', async () => {
  const id = randomUUID();
  const bytes = await putFile(database.dataSource, id, 'report', inPieces(randomBytes(10), 3));
  expect(await findFile(database.dataSource, id)).toBeNull();
  await fileIsWhole(database.dataSource, id, bytes ?? 0);
  expect(await findFile(database.dataSource, id)).toEqual({ id, bytes: 10, chunks: 1 });
});

it('is none where its transaction ends without it', async () => {
  const id = randomUUID();
  async function* broken() {
    yield randomBytes(600_000);
    await Promise.reject(new Error('cut'));
  }
  await expect(put(id, broken())).rejects.toThrow('cut');
  expect(await database.dataSource.query('SELECT FROM stored_files WHERE id = $1', [id])).toEqual(
    [],
  );
});

it('keeps the first of two that have one name', async () => {
  const id = randomUUID();
  await put(id, inPieces(Buffer.from('first'), 9));
  const second = inPieces(Buffer.from('second'), 9);
  expect(await putFile(database.dataSource, id, 'upload', second)).toBeNull();
  expect((await content(id)).toString()).toBe('first');
});

it('breaks off where it is removed meanwhile, and goes with all of its pieces', async () => {
  const id = randomUUID();
  await put(id, inPieces(randomBytes(1_200_000), 50_000));
  const file = await findFile(database.dataSource, id);
  const pieces = fileContent(database.dataSource, file as NonNullable<typeof file>);
  await pieces.next();
  await removeFile(database.dataSource, id);
  await expect(pieces.next()).rejects.toThrow('removed while it was read');
  expect(
    await database.dataSource.query('SELECT FROM stored_file_chunks WHERE file_id = $1', [id]),
  ).toEqual([]);
});

it('is never looked for under a name that is none of ours', async () => {
  expect(await findFile(database.dataSource, '../../etc/passwd')).toBeNull();
});
