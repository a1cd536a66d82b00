import type { FilePurpose } from '../database';
import { type Runner, sql, statement } from '../sql';

/** Of one piece of a file: so much of it is in memory, and goes in one statement. */
const CHUNK_BYTES = 512 * 1024;

const BEGIN = statement(
  'stored-files.begin',
  (id: string, purpose: FilePurpose) => sql<{ id: string }>`
  INSERT INTO stored_files (id, purpose) VALUES (${id}, ${purpose})
  ON CONFLICT DO NOTHING RETURNING id`,
);

const ADD_CHUNK = statement(
  'stored-files.add-chunk',
  (id: string, seq: number, content: Buffer) => sql`
  INSERT INTO stored_file_chunks (file_id, seq, content) VALUES (${id}, ${seq}, ${content})`,
);

const IS_WHOLE = statement(
  'stored-files.is-whole',
  (id: string, bytes: number) => sql`
  UPDATE stored_files SET bytes = ${bytes} WHERE id = ${id}`,
);

// The lengths stand beside the chunks: no content is read for them.
const FIND = statement(
  'stored-files.find',
  (id: string) => sql<{ bytes: number; chunks: number }>`
  SELECT coalesce(sum(octet_length(c.content)), 0)::bigint AS bytes, count(c.seq)::int AS chunks
  FROM stored_files f LEFT JOIN stored_file_chunks c ON c.file_id = f.id
  WHERE f.id = ${id} AND f.bytes IS NOT NULL GROUP BY f.id`,
);

const CHUNK = statement(
  'stored-files.chunk',
  (id: string, seq: number) => sql<{ content: Buffer }>`
  SELECT content FROM stored_file_chunks WHERE file_id = ${id} AND seq = ${seq}`,
);

const REMOVE = statement(
  'stored-files.remove',
  (id: string) => sql`DELETE FROM stored_files WHERE id = ${id}`,
);

/** A file in the database, all of which was there when it was looked for. */
export interface StoredFile {
  id: string;
  bytes: number;
  chunks: number;
}

/**
 * Writes a file a piece at a time. Only `fileIsWhole` lets others see it; call it in the transaction
 * that writes down whose file it is.
 *
 * @param on each piece is a transaction of its own, unless this is the manager of one
 * @returns how many bytes there are; null where there is a file of this name
 */
export async function putFile(
  on: Runner,
  id: string,
  purpose: FilePurpose,
  source: AsyncIterable<Buffer | string>,
): Promise<number | null> {
  if (!(await BEGIN.row(on, id, purpose))) return null;
  let bytes = 0;
  let seq = 0;
  for await (const chunk of chunksOf(source)) {
    await ADD_CHUNK.run(on, id, seq, chunk);
    bytes += chunk.length;
    seq += 1;
  }
  return bytes;
}

export async function fileIsWhole(on: Runner, id: string, bytes: number): Promise<void> {
  await IS_WHOLE.run(on, id, bytes);
}

/** Looks for a whole file; `id` may be any text. */
export async function findFile(on: Runner, id: string): Promise<StoredFile | null> {
  if (!isFileId(id)) return null;
  const found = await FIND.row(on, id);
  return found ? { id, ...found } : null;
}

/** Its bytes, a statement for each piece, so that a slow reader holds no connection. */
export async function* fileContent(on: Runner, { id, chunks }: StoredFile): AsyncGenerator<Buffer> {
  for (let seq = 0; seq < chunks; seq += 1) {
    const chunk = await CHUNK.row(on, id, seq);
    if (!chunk) throw new Error('The file was removed while it was read.');
    yield chunk.content;
  }
}

/** Takes a file away, whole or not; one that is gone already is fine. */
export async function removeFile(on: Runner, id: string): Promise<void> {
  if (isFileId(id)) await REMOVE.run(on, id);
}

export const isFileId = (name: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(name);

/** The same bytes in pieces of `CHUNK_BYTES`, but for the last. */
async function* chunksOf(source: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of source) {
    let rest = typeof piece === 'string' ? Buffer.from(piece) : piece;
    while (length + rest.length >= CHUNK_BYTES) {
      const taken = CHUNK_BYTES - length;
      yield Buffer.concat([...held, rest.subarray(0, taken)]);
      rest = rest.subarray(taken);
      held = [];
      length = 0;
    }
    if (rest.length > 0) held.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(held);
}
