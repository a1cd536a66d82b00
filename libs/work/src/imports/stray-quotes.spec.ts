import type { DataSource } from 'typeorm';
import { createTestDatabase } from '@tracker/testing';
import { countsOf, csvOf, ImportBench, registerRow } from '@tracker/testing/imports';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let dataSource: DataSource;
let bench: ImportBench;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  bench = await ImportBench.open(dataSource);
});
beforeEach(() => bench.clear());
afterAll(async () => {
  await bench.close();
  await database.drop();
});

const none = { created: 0, updated: 0, unchanged: 0, closed: 0, rejected: 0 };
const HEADER =
  'URN,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name),Street\n';

describe('a file whose quotes are out of order', () => {
  it('takes the sound rows of a register and hands back the others by line', async () => {
    const done = await bench.import(
      'schools',
      HEADER +
        '"100001","The "Old" School","Open","Community school","1 High St"\n' +
        '100002,"Opens only,Open,Community school,2 High St\n' +
        '100003,Next,Open,Community school,3 High St\n' +
        '100004,Last,Open,Community school,"4, The ""Green"""\n',
    );
    expect(countsOf(done)).toEqual({ ...none, created: 2, rejected: 2 });
    expect(await bench.rejections(done.id)).toEqual([
      expect.objectContaining({ line: 2, message: expect.stringMatching(/is not doubled/) }),
      expect.objectContaining({ line: 3, message: expect.stringMatching(/not clear where/) }),
    ]);
    const names = await dataSource.query('SELECT name, street FROM schools ORDER BY urn');
    expect(names).toEqual([
      { name: 'Next', street: '3 High St' },
      { name: 'Last', street: '4, The "Green"' },
    ]);
  });

  it('keeps the values of a row it hands back, so that it can be sent again', async () => {
    const rows =
      '100001,"The "Old, New" School",Open,Community school,1 High St\n' +
      '100002,Next,Open,Community school,2 High St\n';
    const file = HEADER + rows;
    const { id } = await bench.import('schools', file);
    const kept = await dataSource.query(
      'SELECT cells FROM import_rejections WHERE import_id = $1',
      [id],
    );
    expect(kept).toEqual([
      { cells: ['100001', 'The "Old, New" School', 'Open', 'Community school', '1 High St'] },
    ]);
  });

  it('puts no visit into the notes of another', async () => {
    await bench.import('schools', csvOf([100001, 100002, 100003].map((urn) => registerRow(urn))));
    const done = await bench.import(
      'visits',
      'URN,Date of visit,Notes\n100001,15/01/2024,"starts a quote and forgets\n' +
        '100002,16/01/2024,ok\n100003,17/01/2024,"x"\n',
    );
    expect(countsOf(done)).toEqual({ ...none, created: 2, rejected: 1 });
    expect(await bench.rejections(done.id)).toEqual([expect.objectContaining({ line: 2 })]);
    const notes = await dataSource.query('SELECT summary FROM visit_outcomes ORDER BY summary');
    expect(notes).toEqual([{ summary: 'ok' }, { summary: 'x' }]);
  });

  it('fails with a sentence where no row can be read', async () => {
    const failed = await bench.import('schools', `${HEADER}100001,"Open,Open,Community school,x\n`);
    expect(failed).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^Line 2 cannot be read\. A quotation mark .* never closed/),
    });
  });

  it('fails with a sentence where the header is at fault', async () => {
    const failed = await bench.import('schools', `"URN","A "name""\n1,2\n`);
    expect(failed).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^Line 1 cannot be read\. A quotation mark/),
    });
  });
});
