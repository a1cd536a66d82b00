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

  it('says where a line is too long', async () => {
    const long = `a,b\n1,2\n3,${'x,y;'.repeat(300_000)}`;
    await expect(rowsOf(long)).rejects.toMatchObject({
      name: 'UnreadableFileError',
      message:
        'Line 3 is longer than 1 MB, so this is not a table. Send a CSV file with a row on each line.',
    });
  });

  it('fails for a file that is not there', async () => {
    const read = readCsv('/nowhere/at/all.csv', 'utf-8');
    await expect(read.next()).rejects.toThrow('ENOENT');
  });
});

describe('readCsv where quotes are out of order', () => {
  const NOT_DOUBLED = expect.stringMatching(/is not doubled/);
  const NEVER_CLOSED = expect.stringMatching(/never closed/);
  const UNCLEAR = expect.stringMatching(/not clear where the value ends/);
  const SWALLOWS = expect.stringMatching(/run on into the rows below/);

  async function faultsOf(content: string) {
    const rows: [number, string | undefined, ...string[]][] = [];
    for await (const row of readCsv(folder.write('q.csv', content), 'utf-8')) {
      rows.push([row.line, row.fault, ...row.cells]);
    }
    return rows;
  }

  it('hands back the line of a quote that is not doubled, with its likeliest values', async () => {
    const file =
      'urn,name,town\n"1","The "Old" School","Ware"\n2,"The "Old, New" School",Ware\n' +
      '"3","Ends so"","Ware"\n4,"Says ""so"", twice",Ware\n5,Its "Old" name,Ware\n';
    expect(await faultsOf(file)).toEqual([
      [1, undefined, 'urn', 'name', 'town'],
      [2, NOT_DOUBLED, '1', 'The "Old" School', 'Ware'],
      [3, NOT_DOUBLED, '2', 'The "Old, New" School', 'Ware'],
      [4, NOT_DOUBLED, '3', 'Ends so"', 'Ware'],
      [5, undefined, '4', 'Says "so", twice', 'Ware'],
      [6, undefined, '5', 'Its "Old" name', 'Ware'],
    ]);
  });

  it('reads the rows below a quote that is never closed', async () => {
    expect(await faultsOf('a,b\n1,2\n3,"4\n5,6\n')).toEqual([
      [1, undefined, 'a', 'b'],
      [2, undefined, '1', '2'],
      [3, NEVER_CLOSED, '3', '"4'],
      [4, undefined, '5', '6'],
    ]);
  });

  it.each([
    ['at the end of a row', 'Ash,15/01/2024,"Open\nElm,16/01/2024,ok\nOak,17/01/2024,5"\n'],
    ['inside a row', 'Ash,"15/01/2024,Open\nElm,16/01/2024,ok\nOak,17/1/2024,5"\n'],
    ['two rows on', '"Ash,15/01/2024,Open\nElm,16/01/2024,5"\nOak,17/01/2024,ok\n'],
  ])('takes no row into a value whose quote closes %s', async (_, rows) => {
    const read = await faultsOf(`School,Day,Notes\n${rows}`);
    expect(read.map(([line, fault, name]) => [line, fault, name])).toEqual([
      [1, undefined, 'School'],
      [2, SWALLOWS, expect.stringContaining('Ash')],
      [3, undefined, 'Elm'],
      [4, undefined, 'Oak'],
    ]);
  });

  it('takes no row into a value that ends where another one opens', async () => {
    const rows = 'Ash,15/01/2024,"Open\nElm,16/01/2024,ok\nOak,17/01/2024,"x"\n';
    expect(await faultsOf(`School,Day,Notes\n${rows}`)).toEqual([
      [1, undefined, 'School', 'Day', 'Notes'],
      [2, UNCLEAR, 'Ash', '15/01/2024', '"Open'],
      [3, undefined, 'Elm', '16/01/2024', 'ok'],
      [4, undefined, 'Oak', '17/01/2024', 'x'],
    ]);
  });

  it('keeps notes of many lines, with commas and days in them', async () => {
    const notes =
      'We met\n\n3 classes, 2 of strings,\nand agreed:\n- 12/02/2024, again\n- ask, soon, Ms Ash';
    const file = `School,Day,Notes\nAsh,15/01/2024,"${notes}"\nElm,16/01/2024,ok\n`;
    expect(await faultsOf(file)).toEqual([
      [1, undefined, 'School', 'Day', 'Notes'],
      [2, undefined, 'Ash', '15/01/2024', notes],
      [8, undefined, 'Elm', '16/01/2024', 'ok'],
    ]);
  });

  it('gives up a value of more than 1 MB and reads on below it', async () => {
    const file = `a,b\n1,"x\n${'some text\n'.repeat(120_000)}2,y\n`;
    const read = await faultsOf(file);
    expect(read).toHaveLength(120_003);
    expect(read[1]).toEqual([2, NEVER_CLOSED, '1', '"x']);
    expect(read.at(-1)).toEqual([120_003, undefined, '2', 'y']);
  }, 60_000);

  it('reads a file with a quote on every line once, not once for each line', async () => {
    const secondsOf = async (lines: number) => {
      const started = performance.now();
      expect(await faultsOf('1,"a""b\n'.repeat(lines))).toHaveLength(lines);
      expect(await faultsOf(`1,"a\n${'""b""\n'.repeat(lines)}`)).toHaveLength(lines + 1);
      return performance.now() - started;
    };
    await secondsOf(1_000);
    const few = await secondsOf(10_000);
    // Fifteen times as long for so many more lines; read once for each line, 225 times.
    expect(await secondsOf(150_000)).toBeLessThan(60 * few);
  }, 120_000);
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
