import { sayingsOf } from '@tracker/domain';
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
const closed = { 'EstablishmentStatus (name)': 'Closed' };

describe('links', () => {
  const header = 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n';
  const both = header + '100001,100002,New,Successor,\n100002,100001,Old,Predecessor,01-09-2022\n';

  const inherited = () =>
    dataSource.query(
      `SELECT s.urn, a.urn AS ancestor FROM school_lineage l
       JOIN schools s ON s.id = l.school_id JOIN schools a ON a.id = l.ancestor_id
       WHERE s.id <> a.id`,
    );

  it('gives a successor the visits of its predecessor and marks it stale', async () => {
    await bench.import('schools', csvOf([registerRow(100001, closed), registerRow(100002)]));
    await dataSource.query(
      `INSERT INTO visits (school_id, status, visited_on)
       SELECT id, 'completed', '2022-05-06' FROM schools WHERE urn = 100001`,
    );
    await dataSource.query('DELETE FROM stale_scores');
    const done = await bench.import('school-links', both);
    // The register tells of one link on two rows.
    expect(countsOf(done)).toEqual({ ...none, created: 1 });
    expect(done.skipped).toBe(1);
    expect(await inherited()).toEqual([{ urn: 100002, ancestor: 100001 }]);
    expect(await dataSource.query('SELECT * FROM school_links')).toEqual([
      expect.objectContaining({ predecessor_urn: 100001, established_on: '2022-09-01' }),
    ]);
    const stale = await dataSource.query(
      'SELECT urn FROM stale_scores JOIN schools ON id = school_id',
    );
    expect(stale).toContainEqual({ urn: 100002 });
    await dataSource.query('DELETE FROM visits');
  });

  it('says how many links wait for a school', async () => {
    await bench.import('schools', csvOf([registerRow(100001, closed), registerRow(100002)]));
    const more = `${both}100001,100003,Newer,Successor,\n100004,100005,Other,Successor,\n`;
    const { register } = await bench.import('school-links', more);
    expect(register?.linksUnknown).toBe(2);
    expect(register && sayingsOf(register, false).map(({ text }) => text)).toContain(
      '2 links point at a school that is not on record. They count as soon as that school is imported.',
    );
  });

  it('changes nothing the second time', async () => {
    await bench.import('school-links', both);
    const again = await bench.import('school-links', both);
    expect(countsOf(again)).toEqual({ ...none, unchanged: 1 });
  });

  it('counts a link of schools that come later', async () => {
    await bench.import('school-links', both);
    await bench.import('schools', csvOf([registerRow(100001), registerRow(100002)]));
    expect(await inherited()).toEqual([]);
    await bench.import('schools', csvOf([registerRow(100001, closed)]));
    expect(await inherited()).toEqual([{ urn: 100002, ancestor: 100001 }]);
  });

  it('hands back what is no link', async () => {
    const file = `${header}100001,x,,Successor,\n100001,100003,,Sixth Form Centre Link,\n`;
    const done = await bench.import('school-links', file);
    expect(countsOf(done)).toEqual({ ...none, rejected: 2 });
    expect(await bench.rejections(done.id)).toEqual([
      expect.objectContaining({ line: 2, column: 'LinkURN' }),
      expect.objectContaining({ line: 3, column: 'LinkType' }),
    ]);
  });
});

describe('the census', () => {
  const header = 'URN,LA,Estab,NOR,NUMFSM\n';

  it('brings pupils and free school meals of schools on record, once', async () => {
    await bench.import('schools', csvOf([registerRow(100001), registerRow(100002)]));
    const file = `${header}100001,919,2001,400,60\n100002,919,2002,SUPP,SUPP\n100009,919,2009,10,1\n`;
    const done = await bench.import('school-census', file);
    expect(done).toMatchObject({ ...none, updated: 1, rejected: 1, skipped: 1 });
    expect(await bench.school(100001)).toMatchObject({ pupils: 400, fsm_percent: 15, version: 2 });
    expect(await bench.school(100002)).toMatchObject({ pupils: 200, fsm_percent: 12.5 });
    expect(await bench.rejections(done.id)).toEqual([
      {
        line: 4,
        column: 'URN',
        message:
          'No school with URN 100009 is on record. The census updates only the schools that are; nothing needs correcting.',
      },
    ]);
    const again = await bench.import('school-census', file);
    expect(countsOf(again)).toEqual({ ...none, unchanged: 1, rejected: 1 });
    // The register's file without figures leaves those of the census.
    const blank = { NumberOfPupils: '', PercentageFSM: '' };
    await bench.import('schools', csvOf([registerRow(100001, blank)]));
    expect(await bench.school(100001)).toMatchObject({ pupils: 400, fsm_percent: 15 });
  });
});
