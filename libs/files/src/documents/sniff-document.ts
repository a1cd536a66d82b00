import { decodeBytes } from '../reading/decode-text';
import { isZip } from '../reading/file-signatures';
import { UnreadableFileError } from '../reading/unreadable-file-error';
import { readZipDirectory, type ZipEntry } from '../reading/zip-directory';
import { SENTENCES } from './document-bounds';

export type SniffedDocument =
  | { kind: 'pdf' }
  | { kind: 'docx'; entries: ZipEntry[] }
  | { kind: 'html'; text: string }
  | { kind: 'text'; text: string }
  /** A sentence that says what the file is and what to send instead. */
  | { problem: string };

const PLEASE = 'Save it as .docx or PDF, or paste its text.';
const ascii = (text: string) => Buffer.from(text, 'latin1');
const SIGNATURES: [bytes: Buffer, sentence: string][] = [
  [
    Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    'This is a picture (PNG). Paste what it says, or record the plan as seen.',
  ],
  [
    Buffer.from([0xff, 0xd8, 0xff]),
    'This is a picture (JPEG). Paste what it says, or record the plan as seen.',
  ],
  [ascii('GIF8'), 'This is a picture (GIF). Paste what it says, or record the plan as seen.'],
  [
    ascii('RIFF'),
    'This is a picture or a recording. Paste what it says, or record the plan as seen.',
  ],
  [ascii('{\\rtf'), `This is a text document (RTF). ${PLEASE}`],
  [ascii('bplist00'), 'This is a web archive of Safari. Save the page as PDF, or paste its text.'],
  ...[Buffer.from([0x1f, 0x8b]), ascii('7z\xbc\xaf'), ascii('Rar!'), ascii('BZh')].map(
    (bytes): [Buffer, string] => [
      bytes,
      'This is a packed file. Unpack it and send the plan inside.',
    ],
  ),
];
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** Where a PDF may begin at the latest. */
const PDF_WITHIN = 1024;
const START = 64 * 1024;
const TAG = /<(?:p|div|table|h[1-6]|ul|ol|span|br|article|section|main|body|head|meta)\b[^<>]*>/gi;
const FEWEST_TAGS = 3;
const MOST_CONTROL = 1 / 200;

/** What a document is, judged by its content and never by its name. */
export async function sniffDocument(path: string, bytes: Buffer): Promise<SniffedDocument> {
  if (bytes.subarray(0, PDF_WITHIN).includes('%PDF-')) return { kind: 'pdf' };
  if (isZip(bytes)) return sniffArchive(path);
  if (bytes.subarray(0, 4).equals(OLE)) return { problem: oleSentence(bytes) };
  const known = SIGNATURES.find(([start]) => bytes.subarray(0, start.length).equals(start));
  if (known) return { problem: known[1] };
  const text = decodeBytes(bytes);
  if (text === null || isBinary(text)) {
    return {
      problem:
        'This is no document that can be read. Send a PDF, a Word document (.docx), a saved web page or text.',
    };
  }
  if (text.trim() === '') return { problem: SENTENCES.empty };
  const start = text.slice(0, START);
  if (
    /^[\s\S]{0,4000}\bmime-version:[\s\S]{0,2000}multipart\/related/i.test(start.slice(0, 6000))
  ) {
    return {
      problem:
        'This is a web archive (.mhtml). Save the page as "Web page, HTML only" or as PDF, or paste its text.',
    };
  }
  const isPage =
    /<!doctype html|<html[\s>]/i.test(start) || (start.match(TAG) ?? []).length >= FEWEST_TAGS;
  return { kind: isPage ? 'html' : 'text', text };
}

function isBinary(text: string): boolean {
  const start = text.slice(0, START);
  let control = 0;
  for (let at = 0; at < start.length; at += 1) {
    const code = start.charCodeAt(at);
    if (code === 0) return true;
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) control += 1;
  }
  return control > start.length * MOST_CONTROL;
}

/** Office's older container, which also holds whatever has a password. */
function oleSentence(bytes: Buffer): string {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return SENTENCES.wordPassword;
  if (holds('WordDocument')) return `This is an old Word document. ${PLEASE}`;
  return `This is an old Office document. ${PLEASE}`;
}

async function sniffArchive(path: string): Promise<SniffedDocument> {
  try {
    const entries = await readZipDirectory(path);
    const names = entries.map(({ name }) => name.replace(/\\/g, '/').replace(/^\//, ''));
    const has = (part: string) => names.some((name) => name.startsWith(part));
    if (names.some((name) => /^word\/document\d*\.xml$/i.test(name)))
      return { kind: 'docx', entries };
    if (has('word/')) return { problem: `This kind of Word document cannot be read. ${PLEASE}` };
    if (has('xl/'))
      return {
        problem: 'This is an Excel workbook. Send the plan as PDF or .docx, or paste its text.',
      };
    if (has('ppt/'))
      return { problem: 'This is a PowerPoint presentation. Save it as PDF, or paste its text.' };
    if (has('Index/') || has('Index.zip') || has('index.apxl')) {
      return { problem: 'This is a Pages document. Export it as PDF or Word, or paste its text.' };
    }
    if (has('content.xml')) return { problem: `This is an OpenDocument file (.odt). ${PLEASE}` };
    if (has('META-INF/container.xml'))
      return { problem: 'This is an e-book. Save it as PDF, or paste its text.' };
    return { problem: 'This is a zip archive. Unpack it and send the plan inside.' };
  } catch (error) {
    if (error instanceof UnreadableFileError) return { problem: error.message };
    throw error;
  }
}
