import { makeFolder } from './testing/make-files';
import { detectDelimiter, readCsv } from './read-csv';
import type { TextEncoding } from './sniff-file';

const folder = makeFolder();
afterAll(() => folder.remove());

async function rowsOf(content: string | Uint8Array, encoding: TextEncoding = 'utf-8') {
  const rows: [number, ...string[]][] = [];
  for await (const { line, cells } of readCsv(folder.write('a.csv', content), encoding)) {
    rows.push([line, ...cells]);
  }
  return rows;
}

describe('readCsv', () => {
  it('numbers rows by the line they start on, blank and broken lines included', async () => {
    expect(
      await rowsOf('a,b\r\n\r\n"one\r\ntwo",c\r\n"x""y", z\r\n"1\n2\r3","4\n5"\r\nend'),
    ).toEqual([
      [1, 'a', 'b'],
      [2, ''],
      [3, 'one\r\ntwo', 'c'],
      [5, 'x"y', ' z'],
      [6, '1\n2\r3', '4\n5'],
      [10, 'end'],
    ]);
  });

  it('takes any ending of a line, mixed ones and none at the end', async () => {
    const rows = [[1, 'a'], [2, 'b'], [3, 'c']]; // prettier-ignore
    expect(await rowsOf('a\nb\nc')).toEqual(rows);
    expect(await rowsOf('a\rb\rc\r')).toEqual(rows);
    expect(await rowsOf('a\r\nb\nc\r\n')).toEqual(rows);
  });

  it('takes ragged rows and stray quotes as they are', async () => {
    expect(await rowsOf('a,b\n1\n1,2,3\nThe "Old" School,x\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1'],
      [3, '1', '2', '3'],
      [4, 'The "Old" School', 'x'],
    ]);
  });

  it.each([
    ['utf-8', Buffer.from('\ufeffÉ,“q”\n')],
    ['utf-16le', Buffer.from('\ufeffÉ,“q”\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffÉ,“q”\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('\xc9,\x93q\x94\n', 'latin1')],
  ] as const)('decodes %s', async (encoding, content) => {
    expect(await rowsOf(content, encoding)).toEqual([[1, 'É', '“q”']]);
  });

  it('keeps characters whole over the edges of chunks', async () => {
    const long = 'é'.repeat(300_000);
    expect(await rowsOf(`x,${long}\n`)).toEqual([[1, 'x', long]]);
  });

  it('gives no row for a file without any', async () => {
    expect(await rowsOf('')).toEqual([]);
  });

  it('tells how many bytes it has read', async () => {
    const told: number[] = [];
    const content = `${'a'.repeat(400)},b\n`.repeat(2_000);
    const path = folder.write('a.csv', content);
    let rows = 0;
    for await (const row of readCsv(path, 'utf-8', (bytes) => told.push(bytes))) rows = row.line;
    expect(rows).toBe(2_000);
    expect(new Set(told).size).toBeGreaterThan(2);
    expect(told.at(-1)).toBe(content.length);
  });

  it('lets go of the file when the reading is given up', async () => {
    const path = folder.write('a.csv', `${'a'.repeat(400)},b\n`.repeat(2_000));
    for await (const { line } of readCsv(path, 'utf-8')) if (line === 3) break;
    expect((await rowsOf('a')).length).toBe(1);
  });

  it('says where a quote is never closed', async () => {
    await expect(rowsOf('a,b\n1,2\n3,"4\n5,6\n')).rejects.toThrow(
      'Line 3 opens a quote that is never closed. Close or remove it and send the file again.',
    );
  });

  it('says where a row is too long', async () => {
    const long = `a,b\n1,2\n3,"${'x,y\n'.repeat(300_000)}`;
    await expect(rowsOf(long)).rejects.toMatchObject({
      name: 'UnreadableFileError',
      message:
        'The row that starts on line 3 is longer than 1 MB: a quote there may never be closed, ' +
        'or this is not a table.',
    });
  });

  it('fails for a file that is not there', async () => {
    const read = readCsv('/nowhere/at/all.csv', 'utf-8');
    await expect(read.next()).rejects.toThrow('ENOENT');
  });
});

describe('detectDelimiter', () => {
  it.each([
    ['a,b,c\n1;2;3', ','],
    ['a;b;c\n1,2', ';'],
    ['a\tb\tc', '\t'],
    ['"a;b;c",d', ','],
    ['A title\n\na;b', ';'],
    ['alone', ','],
    ['', ','],
  ])('%j: %j', (start, delimiter) => expect(detectDelimiter(start)).toBe(delimiter));
});
