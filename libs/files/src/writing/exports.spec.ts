import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { createTestDatabase } from '@tracker/testing';
import { cellsInPlace, readWorkbook } from '../reading';
import { readZipDirectory } from '../reading/zip-directory';
import { BatchReader, sql } from '@tracker/data';
import { csvFile } from './csv-file';
import type { ExportColumn } from './export-column';

import { spooled } from './spooled-file';
import { xlsxFile } from './xlsx-file';

interface Row {
  name: string | null;
  count: number | null;
  on: string | null;
  at: string | null;
}
const columns: ExportColumn<Row>[] = [
  { key: 'name', heading: 'Name', kind: 'text', value: ({ name }) => name },
  { key: 'count', heading: 'Count', kind: 'number', value: ({ count }) => count },
  { key: 'on', heading: 'Day', kind: 'day', value: ({ on }) => on },
  { key: 'at', heading: 'At', kind: 'instant', value: ({ at }) => at },
];
const row = (of: Partial<Row>): Row => ({ name: null, count: null, on: null, at: null, ...of });
async function* batchesOf(...batches: (Row[] | Error)[]): AsyncGenerator<Row[]> {
  for (const batch of batches) {
    if (batch instanceof Error) throw batch;
    yield batch;
  }
}

describe('CSV', () => {
  const line = async (name: string) =>
    (await text(csvFile(columns.slice(0, 1), batchesOf([row({ name })])))).split('\r\n')[1];

  it('has a byte order mark, the headings, and a line for each row', async () => {
    const rows = [row({ name: 'Mill, "Lane"', count: 3 }), row({ on: '2024-12-03' })];
    const file = await buffer(csvFile(columns, batchesOf(rows, [row({ name: 'é' })])));
    expect(file.toString()).toBe(
      '\ufeffName,Count,Day,At\r\n"Mill, ""Lane""",3,,\r\n,,2024-12-03,\r\né,,,\r\n',
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+CMD|x', "'+CMD|x"],
    ['-2+3+cmd', "'-2+3+cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['-5', '-5'],
    ['+44 1992 555555', '+44 1992 555555'],
    ['a=b', 'a=b'],
  ])('keeps a spreadsheet from running %j', async (name, written) => {
    expect(await line(name)).toBe(written);
  });
});

describe('Excel', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tracker-exports-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const written = async (...batches: Row[][]) => {
    const path = join(folder, 'list.xlsx');
    await writeFile(path, await buffer(xlsxFile(columns, batchesOf(...batches), 'Visits [all]')));
    return path;
  };

  const onlySheet = async (path: string) => {
    const [sheet] = (await readWorkbook(path)).sheets;
    if (!sheet) throw new Error('There is no sheet.');
    return { name: sheet.name, rows: sheet.rows.map((each) => cellsInPlace(each, 100)) };
  };

  it('has numbers, days and instants as such, and texts as they were written', async () => {
    const path = await written(
      [row({ name: '=1+1', count: 12.5, on: '2024-12-03', at: '2024-06-30T23:30:00Z' })],
      [
        row({
          name: 'a & <b>\u0007\n_x0041_ \ud83d\ude00\ud83d|one\u000btwo\u0085three|\u0000\u009f\ufffe',
          on: '1066-10-14',
        }),
        row({ count: 0 }),
      ],
    );
    const { rows, name } = await onlySheet(path);
    expect(name).toBe('Visits  all ');
    expect(rows).toEqual([
      ['Name', 'Count', 'Day', 'At'],
      ['=1+1', 12.5, '2024-12-03', '2024-07-01'],
      [
        'a & <b>\ufffd\n_x0041_ \ud83d\ude00\ufffd|one\ntwo\nthree|\ufffd\ufffd\ufffd',
        null,
        '1066-10-14',
      ],
      [null, 0],
    ]);
    expect((await readZipDirectory(path)).map(({ name }) => name)).toContain('xl/styles.xml');
  });

  it('keeps the headings in sight when the rows are scrolled', async () => {
    const path = await written([row({})]);
    const sheet = (await readZipDirectory(path)).find(({ name }) => name.endsWith('sheet1.xml'));
    if (!sheet) throw new Error('There is no sheet.');
    const file = await readFile(path);
    const names = file.readUInt16LE(sheet.offset + 26) + file.readUInt16LE(sheet.offset + 28);
    const xml = inflateRawSync(file.subarray(sheet.offset + 30 + names)).toString();
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]* topLeftCell="A2"[^>]* state="frozen"/);
    expect(xml).toMatch(/<row r="1">.*Name.*<row r="2">/);
  });

  it('stores a day as a number', async () => {
    const path = await written([row({ on: '1900-03-01' })]);
    const { default: readSheet } = await import('read-excel-file/node');
    const [first] = await readSheet(path, { dateFormat: 'd mmm yyyy' });
    expect(first?.data[1]?.[2]).toEqual(new Date('1900-03-01T00:00:00Z'));
  });

  it('cuts off a text that no cell holds, says so, and cuts no character in two', async () => {
    const long = `${'x'.repeat(101)}${'🎺'.repeat(20_000)}`;
    const { rows } = await onlySheet(
      await written([row({ name: long }), row({ name: 'y'.repeat(32_767) })]),
    );
    const cell = String(rows[1]?.[0]);
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell).toMatch(
      /🎺… \[cut off here: the whole text has 40,101 characters, a cell of Excel holds 32,767\]$/u,
    );
    expect(cell).not.toMatch(/\ufffd/);
    expect(rows[2]?.[0]).toBe('y'.repeat(32_767));
  });
});

describe('a file whose rows end in an error', () => {
  it.each([
    ['csv', (batches: AsyncIterable<Row[]>) => csvFile(columns, batches)],
    ['xlsx', (batches: AsyncIterable<Row[]>) => xlsxFile(columns, batches, 'A')],
  ])('ends in it as well (%s)', async (_, make) => {
    const file = make(batchesOf([row({ name: 'One' })], new Error('The line was cut.')));
    await expect(buffer(file)).rejects.toThrow('The line was cut.');
  });
});

describe('rows read in batches', () => {
  it('are counted, whole, in order, and as they were at one moment', async () => {
    const database = await createTestDatabase();
    const { dataSource } = database;
    await dataSource.query(
      `INSERT INTO regions (name) SELECT 'Region ' || n FROM generate_series(1, 25) AS n`,
    );
    const reader = await BatchReader.open(
      dataSource,
      sql<{
        name: string;
      }>`SELECT name FROM regions WHERE name LIKE ${'Region%'} ORDER BY length(name), name`,
    );
    expect(reader.total).toBe(25);
    await dataSource.query('DELETE FROM regions');
    const sizes: number[] = [];
    const names: string[] = [];
    for await (const batch of reader.batches(10)) {
      sizes.push(batch.length);
      names.push(...batch.map(({ name }) => name));
    }
    expect(sizes).toEqual([10, 10, 5]);
    expect(names[24]).toBe('Region 25');
    await database.drop();
  });

  it('leave no connection behind when nobody reads to the end', async () => {
    const database = await createTestDatabase();
    const numbers = sql`SELECT n FROM generate_series(1, 50000) AS n`;
    for (let turn = 0; turn < 25; turn += 1) {
      const reader = await BatchReader.open(database.dataSource, numbers);
      for await (const batch of reader.batches()) {
        expect(batch).toHaveLength(300);
        break;
      }
    }
    const given = database.dataSource.query('SELECT 1 AS one');
    await expect(given).resolves.toEqual([{ one: 1 }]);
    await database.drop();
  });
});

describe('a file between the database and whoever downloads', () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'tracker-spool-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const PIECE = 'The quick brown heron. '.repeat(3_000);
  async function* pieces(count: number, then?: () => void): AsyncGenerator<string> {
    for (let n = 0; n < count; n += 1) {
      yield `${n} ${PIECE}`;
      if (n % 7 === 0) await pause(1);
    }
    then?.();
  }
  const whole = async (count: number) => {
    let all = '';
    for await (const piece of pieces(count)) all += piece;
    return all;
  };
  const from = (source: AsyncGenerator<string>) =>
    Readable.from(source, { objectMode: false, highWaterMark: 65_536 });

  it('gives the same bytes, and leaves nothing in its folder', async () => {
    const file = await spooled(from(pieces(40)), join(folder, 'a', 'b'));
    expect(await readdir(join(folder, 'a', 'b'))).toEqual([]);
    expect((await text(file)) === (await whole(40))).toBe(true);
    expect(await text(await spooled(from(pieces(0)), folder))).toBe('');
  });

  it('is filled to its end although nobody reads', async () => {
    let filled: () => void = () => undefined;
    const isFilled = new Promise<void>((resolve) => (filled = resolve));
    const unread = await spooled(from(pieces(200, () => filled())), folder);
    await isFilled;
    expect((await text(unread)) === (await whole(200))).toBe(true);
  });

  it('breaks off with the error of its source', async () => {
    const broken = async function* () {
      yield* pieces(5);
      throw new Error('The database has gone.');
    };
    const file = await spooled(from(broken()), folder);
    let read = '';
    const reading = (async () => {
      for await (const piece of file) read += String(piece);
    })();
    await expect(reading).rejects.toThrow('The database has gone.');
    expect((await whole(5)).startsWith(read)).toBe(true);
  });

  it('lets go of its source when the reader goes, and when nobody reads for too long', async () => {
    const left = from(pieces(1_000_000));
    (await spooled(left, folder)).destroy();
    await new Promise((resolve) => left.once('close', resolve));

    const stalled = await spooled(from(pieces(3)), folder, 50);
    const error = await new Promise<Error>((resolve) => stalled.once('error', resolve));
    expect(error.message).toMatch(/^Nobody has read any more of it/);

    // Slow is not gone.
    const slow = await spooled(from(pieces(10)), folder, 1_000);
    let bytes = 0;
    for await (const piece of slow) {
      bytes += (piece as Buffer).length;
      await pause(150);
    }
    expect(bytes).toBe((await whole(10)).length);
  });

  it('says so when there is no room for it, and lets go of its source', async () => {
    const source = from(pieces(3));
    await writeFile(join(folder, 'in-the-way'), '');
    await expect(spooled(source, join(folder, 'in-the-way'))).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(source.destroyed).toBe(true);
  });
});
