import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { OperatorError } from '@tracker/process';

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
  // In pieces: joined only where a line ends, or a long line would be copied with each of them.
  let rest: string[] = [];
  let length = 0;
  try {
    for await (const piece of source.pipe(bytes).setEncoding('utf8')) {
      const text = String(piece);
      length += text.length;
      rest.push(text);
      if (text.includes('\n')) {
        const lines = rest.join('').split('\n');
        const last = lines.pop() ?? '';
        rest = [last];
        length = last.length;
        yield* lines;
      } else if (length > LONGEST_LINE) throw damaged(file);
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
  if (length > 0) throw damaged(file);
}
