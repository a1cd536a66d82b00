import { makeFolder, makeWorkbook, makeZip } from './testing/make-files';
import { sniffFile } from './sniff-file';

const folder = makeFolder();
afterAll(() => folder.remove());

const sniff = (content: string | Uint8Array) => sniffFile(folder.write('file.csv', content));
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const SEND = 'Send a CSV file or an Excel workbook (.xlsx).';

describe('the encoding of a text', () => {
  const CHUNK = 256 * 1024;

  it.each([
    ['ASCII', Buffer.from('URN,Name\n1,A\n'), 'utf-8'],
    ['UTF-8', Buffer.from('URN,Name\n1,Étoile\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeffURN,Name\n'), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from('\ufeffURN\tName\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way', Buffer.from('\ufeffURN\tName\n', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('URN\tName\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way without', Buffer.from('URN\tName\n', 'utf16le').swap16(), 'utf-16be'],
    ['windows-1252', latin1('URN,Name\n1,St Mary\x92s\n'), 'windows-1252'],
    ['Latin-1', latin1('URN,Name\n1,\xc9toile\n'), 'windows-1252'],
    ['UTF-8 over the edge of a chunk', `${'a'.repeat(CHUNK - 1)}é`, 'utf-8'],
    ['one bad byte far down', latin1(`${'a'.repeat(CHUNK * 2)}\x92`), 'windows-1252'],
    [
      'UTF-8 with one wrong byte',
      Buffer.concat([
        Buffer.from('School\nCafé “x” – y\nbad '),
        Buffer.from([0x96]),
        Buffer.from('\n'),
      ]),
      'utf-8',
    ],
    [
      'one character of UTF-8 and one wrong byte',
      Buffer.concat([Buffer.from('School\nYsgol Gŵyl\nCaf'), Buffer.from([0xe9])]),
      'utf-8',
    ],
    ['more wrong bytes than characters', latin1('\xc9\x92 \xe9 \x96'), 'windows-1252'],
    ['a character cut off at the end', latin1(`${'a'.repeat(9)}\xc3`), 'windows-1252'],
  ])('of %s is found', async (_what, content, encoding) => {
    expect(await sniff(content)).toEqual({ kind: 'csv', encoding });
  });
});

describe('a file that is no table', () => {
  const files: [content: string | Uint8Array, problem: string][] = [
    ['', 'The file is empty. Send a file with a line of column names and rows under it.'],
    [
      '\ufeff \r\n\r\n',
      'The file is empty. Send a file with a line of column names and rows under it.',
    ],
    [latin1('\x89PNG\r\n\x1a\n\0\0'), `This is a picture (PNG), not a table. ${SEND}`],
    [latin1('\xff\xd8\xff\xe0'), `This is a picture (JPEG), not a table. ${SEND}`],
    ['%PDF-1.7', `This is a PDF document, not a table. ${SEND}`],
    [
      latin1('\xd0\xcf\x11\xe0\xa1\xb1'),
      'This is an old Excel workbook (.xls), or one with a password, not a table. Open it in Excel ' +
        'and save it without a password as “Excel Workbook (.xlsx)” or as CSV.',
    ],
    [
      latin1('\x1f\x8b\x08'),
      'This is a packed file, not a table. Unpack it and send the table inside.',
    ],
    [
      '<!DOCTYPE html><html>',
      'This is a web page, not a table: perhaps a page that asks to sign in was saved in its ' +
        `place. ${SEND}`,
    ],
    ['<?xml version="1.0"?>', `This is an XML file, not a table. ${SEND}`],
    ['URN,Name\n1,\0\n', 'This is not a table of text. ' + SEND],
    [Buffer.from('\x01\x02\x03\x04abc'), 'This is not a table of text. ' + SEND],
    [
      makeZip({ 'register.csv': 'URN' }),
      'This is a zip archive. Unpack it and send the table inside.',
    ],
    [
      makeZip({ 'content.xml': '<a/>' }),
      'This is an OpenDocument file. Save it as “Excel Workbook (.xlsx)” or as CSV and send that.',
    ],
    [
      makeZip({ 'xl/workbook.bin': 'x' }),
      'This kind of Excel workbook cannot be read. Save it as “Excel Workbook (.xlsx)” or as CSV and send that.',
    ],
    [
      makeZip({ 'word/document.xml': '<a/>' }),
      'This is a Word document, not a table. Send the table as CSV or .xlsx.',
    ],
    [
      makeWorkbook({ A: [['x']] }).subarray(0, 400),
      'The file is a damaged or cut-off archive. Send it again.',
    ],
  ];

  it.each(files.map(([content, problem]) => ({ content, problem })))(
    '$problem',
    async ({ content, problem }) => {
      expect(await sniff(content)).toEqual({ problem });
    },
  );

  it('is not what a workbook named .csv is', async () => {
    expect(await sniff(makeWorkbook({ A: [['x']] }))).toEqual({ kind: 'xlsx' });
  });
});
