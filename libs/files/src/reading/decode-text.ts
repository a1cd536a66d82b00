import type { TextEncoding } from './sniff-file';

/** What windows-1252 has at 0x80 to 0x9f; five places are undefined and stay control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Not TextDecoder: some versions of Node 22 and 23 decode windows-1252 as if it were Latin-1.
function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}

/** Bytes of one text, without the byte order mark; null where they are none. */
export function decodeBytes(bytes: Buffer): string | null {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const loose = new TextDecoder('utf-8').decode(bytes);
    const wrong = loose.split('\ufffd').length - 1;
    const right = (loose.match(/[\u0080-\ufffc]/g) ?? []).length;
    // UTF-8 but for a byte here and there, as after a careless paste.
    return right > 0 && right >= wrong * 2 ? loose : decodeWindows1252(bytes);
  }
}

/** Turns a stream of bytes into one of text, without the byte order mark. */
export async function* decodeText(
  chunks: AsyncIterable<Buffer>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  if (encoding === 'windows-1252') {
    for await (const chunk of chunks) yield decodeWindows1252(chunk);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
