interface Signature {
  /** The bytes a file of this kind begins with. */
  bytes: number[];
  what: string;
  /** What to do about it; by default to send a table. */
  advice?: string;
}

const SEND_A_TABLE = 'Send a CSV file or an Excel workbook (.xlsx).';
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];

const SIGNATURES: Signature[] = [
  { bytes: [0x89, ...ascii('PNG')], what: 'a picture (PNG)' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)' },
  { bytes: ascii('GIF8'), what: 'a picture (GIF)' },
  { bytes: ascii('RIFF'), what: 'a picture or a recording' },
  { bytes: ascii('%PDF'), what: 'a PDF document' },
  { bytes: ascii('{\\rtf'), what: 'a text document (RTF)' },
  { bytes: ascii('SQLite format 3'), what: 'a database' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'an old Excel workbook (.xls), or one with a password',
    advice:
      'Open it in Excel and save it without a password as “Excel Workbook (.xlsx)” or as CSV.',
  },
  ...[[0x1f, 0x8b], ascii('7z\xbc\xaf'), ascii('Rar!'), ascii('BZh'), [0xfd, ...ascii('7zXZ')]].map(
    (bytes) => ({ bytes, what: 'a packed file', advice: 'Unpack it and send the table inside.' }),
  ),
];

/** What the first bytes of a file tell of it, as a sentence; null when they are none we know. */
export function foreignFileSentence(start: Buffer): string | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => start[i] === byte));
  if (found) return `This is ${found.what}, not a table. ${found.advice ?? SEND_A_TABLE}`;
  const text = start.subarray(0, 512).toString('latin1').trimStart().toLowerCase();
  if (/^(ï»¿)?\s*(<!doctype html|<html|<head)/.test(text)) {
    return `This is a web page, not a table: perhaps a page that asks to sign in was saved in its place. ${SEND_A_TABLE}`;
  }
  if (/^(ï»¿)?\s*<\?xml/.test(text)) return `This is an XML file, not a table. ${SEND_A_TABLE}`;
  return null;
}

/** Whether a file begins as a zip archive does, and with it every `.xlsx`. */
export function isZip(start: Buffer): boolean {
  return start.length >= 4 && start.readUInt32LE(0) === 0x04034b50;
}
