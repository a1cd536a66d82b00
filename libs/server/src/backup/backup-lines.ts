import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { OperatorError } from '../operator-error';

/** Characters of one line: a record with all of its texts. What unpacks to more is no backup. */
const LONGEST_LINE = 64 * 1024 * 1024;

export const damaged = (file: string) =>
  new OperatorError(
    `${file} is not a backup of the tracker, or not a whole one. Nothing was changed.`,
  );

/**
 * The lines of a backup, unpacked as they are asked for. Asked for to the end, they are as they were
 * written: the file's own sum is checked there.
 *
 * @throws OperatorError when the file cannot be read, is none of ours or is damaged
 */
export async function* backupLines(file: string): AsyncGenerator<string> {
  const bytes = createGunzip();
  const source = createReadStream(file).on('error', (error) => bytes.destroy(error));
  let rest = '';
  try {
    for await (const text of source.pipe(bytes).setEncoding('utf8')) {
      const lines = (rest + String(text)).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw damaged(file);
      yield* lines;
    }
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) throw damaged(file);
    if (syscall !== undefined && source.errored === error) {
      throw new OperatorError(`${file} cannot be read (${code}). Nothing was changed.`);
    }
    // Any other came back through the `yield`.
    throw error;
  } finally {
    source.destroy();
    bytes.destroy();
  }
  if (rest !== '') throw damaged(file);
}
