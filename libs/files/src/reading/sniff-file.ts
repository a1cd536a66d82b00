import { createReadStream } from 'node:fs';
import { foreignFileSentence, isZip } from './file-signatures';
import { UnreadableFileError } from './unreadable-file-error';
import { readZipDirectory } from './zip-directory';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type SniffedFile =
  | { kind: 'csv'; encoding: TextEncoding }
  | { kind: 'xlsx' }
  /** A sentence that says what the file is and what to send instead. */
  | { problem: string };

const EMPTY = 'The file is empty. Send a file with a line of column names and rows under it.';
const BINARY = 'This is not a table of text. Send a CSV file or an Excel workbook (.xlsx).';
const CHUNK_BYTES = 256 * 1024;
/** Control characters, of which a text has next to none: one in so many bytes is too many. */
const MOST_CONTROL = 1 / 200;

/** UTF-16 by its mark, or where it has none by every other byte being 0, as in most of a text. */
function findUtf16(start: Buffer): TextEncoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(start.length, 1024) / 2);
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (start[i] === 0) zeros[i % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd > pairs / 2) return 'utf-16le';
  return odd === 0 && even > pairs / 2 ? 'utf-16be' : null;
}

async function sniffZip(path: string): Promise<SniffedFile> {
  try {
    const names = (await readZipDirectory(path)).map(({ name }) => name.replace(/\\/g, '/'));
    const has = (part: string) => names.some((name) => name.startsWith(part));
    if (names.some((name) => /^xl\/workbook\d*\.xml$/.test(name)) && has('[Content_Types].xml'))
      return { kind: 'xlsx' };
    const saveAs = 'Save it as “Excel Workbook (.xlsx)” or as CSV and send that.';
    if (has('xl/')) return { problem: `This kind of Excel workbook cannot be read. ${saveAs}` };
    if (has('content.xml')) return { problem: `This is an OpenDocument file. ${saveAs}` };
    if (has('word/'))
      return { problem: 'This is a Word document, not a table. Send the table as CSV or .xlsx.' };
    return { problem: 'This is a zip archive. Unpack it and send the table inside.' };
  } catch (error) {
    if (error instanceof UnreadableFileError) return { problem: error.message };
    throw error;
  }
}

function countControl(chunk: Buffer): number {
  let count = 0;
  for (const byte of chunk) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) count++;
  }
  return count;
}

/**
 * What a file is, judged by its content and never by its name. Text is UTF-16 if it begins like
 * that, UTF-8 if all of it is valid UTF-8 or nearly so, and windows-1252 otherwise, which is what
 * GIAS and Excel write. The file is read through once, piece by piece.
 */
export async function sniffFile(path: string): Promise<SniffedFile> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  let isUtf8 = true;
  const nearly = new NearlyUtf8();
  let blank = true;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const bytes = chunk as Buffer;
    if (first) {
      first = false;
      if (isZip(bytes)) return sniffZip(path);
      const foreign = foreignFileSentence(bytes);
      if (foreign !== null) return { problem: foreign };
      const utf16 = findUtf16(bytes);
      if (utf16) return bytes.length > 2 ? { kind: 'csv', encoding: utf16 } : { problem: EMPTY };
      if (countControl(bytes) > bytes.length * MOST_CONTROL) return { problem: BINARY };
    }
    if (bytes.includes(0)) return { problem: BINARY };
    if (blank) blank = /^[\s\u00ef\u00bb\u00bf]*$/.test(bytes.toString('latin1'));
    nearly.take(bytes);
    if (isUtf8) {
      try {
        decoder.decode(bytes, { stream: true });
      } catch {
        isUtf8 = false;
      }
    }
  }
  if (blank) return { problem: EMPTY };
  try {
    // A character cut off by the end of the file is only noticed now.
    if (isUtf8) decoder.decode();
  } catch {
    isUtf8 = false;
  }
  return { kind: 'csv', encoding: isUtf8 || nearly.isLikely ? 'utf-8' : 'windows-1252' };
}

/** Whether a text is UTF-8 but for a byte here and there, as after a careless paste. */
class NearlyUtf8 {
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private characters = 0;
  private wrong = 0;
  private marked: boolean | null = null;

  take(bytes: Buffer): void {
    const text = this.decoder.decode(bytes, { stream: true });
    this.marked ??= text.startsWith('\ufeff');
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0xfffd) this.wrong += 1;
      else if (code >= 0x80 && code !== 0xfeff) this.characters += 1;
    }
  }

  get isLikely(): boolean {
    // Characters of UTF-8 as often as bytes that are none: no other encoding has them by chance.
    return this.marked === true || (this.characters > 0 && this.characters >= this.wrong);
  }
}
