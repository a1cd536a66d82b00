import { sayingsOf } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '@tracker/testing';
import { csvOf, ImportBench, registerColumnsBut, registerRow } from '@tracker/testing/imports';
import { decideOnSchools } from './register-decisions';
import { undoImport } from './undo-import';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let dataSource: DataSource;
let bench: ImportBench;
let userId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  bench = await ImportBench.open(dataSource);
}, 60_000);
beforeEach(async () => {
  await bench.clear();
  [{ id: userId }] = await dataSource.query(
    `INSERT INTO users (name, email, role) VALUES ('Ada Hill', 'ada@hub.example', 'head') RETURNING id`,
  );
});
afterAll(async () => {
  await bench.close();
  await database.drop();
});

const OPEN_ONLY = registerColumnsBut('CloseDate', 'DistrictAdministrative (name)');
const closed = { 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2020' };
const college = { 'TypeOfEstablishment (name)': 'Further education' };
const schools = (urns: number[]) => urns.map((urn) => registerRow(urn));
const findings = (importId: string) =>
  dataSource.query(
    `SELECT kind, urn, value, successor_urn AS "successorUrn", recommended, decision
     FROM import_findings WHERE import_id = $1 ORDER BY seq`,
    [importId],
  );
const decide = (
  importId: string,
  decision: 'close' | 'keep' | 'undo',
  ids: string[] | null = null,
) =>
  dataSource.transaction((manager) =>
    decideOnSchools(manager, { importId, decision, ids, userId }),
  );
const statusOf = async (urn: number) => (await bench.school(urn))?.status;

describe('schools that a register no longer has', () => {
  it('are offered for closing, but for kinds of school the file does not hold', async () => {
    const first = [
      ...schools([100001, 100002, 100003, 100004]),
      registerRow(100005, college),
      registerRow(100006, closed),
      registerRow(200001, { 'LA (code)': '823' }),
    ];
    await bench.import('schools', csvOf(first));
    const second = await bench.import(
      'schools',
      csvOf(schools([100001, 100002, 100003]), OPEN_ONLY),
    );
    expect(await findings(second.id)).toEqual([
      {
        ...{ kind: 'not_listed', urn: 100004, value: 'a.csv', successorUrn: null },
        ...{ recommended: true, decision: null },
      },
    ]);
    expect(second.register).toMatchObject({
      toDecide: 1,
      openOnly: true,
      coverage: [
        { laCode: '919', group: 'colleges', listed: 0, missing: 1 },
        { laCode: '919', group: 'schools', listed: 3, missing: 1 },
      ],
    });
    expect(await statusOf(100004)).toBe('open');
  });

  it('are not offered by a file that is a small part of the register', async () => {
    await bench.import('schools', csvOf(schools([100001, 100002, 100003, 100004])));
    const part = await bench.import('schools', csvOf(schools([100001]), OPEN_ONLY));
    expect(part.register).toMatchObject({ toDecide: 0 });
    expect(await findings(part.id)).toEqual([]);
  });

  it('are named in a dry run, which closes nothing and cannot be decided on', async () => {
    await bench.import('schools', csvOf(schools([100001, 100002])));
    const dry = await bench.import('schools', csvOf(schools([100001]), OPEN_ONLY), {
      dryRun: true,
    });
    expect(await findings(dry.id)).toMatchObject([{ urn: 100002 }]);
    await expect(decide(dry.id, 'close')).rejects.toThrow('This was only a check.');
  });

  it('are closed, kept or opened again as somebody decides', async () => {
    await bench.import('schools', csvOf(schools([100001, 100002, 100003, 100004])));
    const file = csvOf(schools([100001, 100002]), OPEN_ONLY);
    const { id } = await bench.import('schools', file);
    const rows: { id: string; urn: number }[] = await dataSource.query(
      'SELECT id, urn FROM import_findings WHERE import_id = $1',
      [id],
    );
    const idOf = (urn: number) => rows.find((row) => row.urn === urn)!.id;
    expect(await decide(id, 'keep', [idOf(100003)])).toBe(1);
    expect(await decide(id, 'close')).toBe(1);
    expect([await statusOf(100003), await statusOf(100004)]).toEqual(['open', 'closed']);
    expect(await bench.school(100004)).toMatchObject({ in_scope: false });
    // Decided is decided: the same file asks nothing again.
    const again = await bench.import('schools', file);
    expect(again.register).toMatchObject({ toDecide: 0 });
    expect(await decide(id, 'undo', [idOf(100004)])).toBe(1);
    expect(await bench.school(100004)).toMatchObject({ status: 'open', in_scope: true });
    expect(await findings(id)).toMatchObject([{ decision: 'kept' }, { decision: null }]);
  });

  it('are open again when the whole import is undone', async () => {
    await bench.import('schools', csvOf(schools([100001, 100002])));
    const { id } = await bench.import(
      'schools',
      csvOf([registerRow(100001, { Town: 'Tring' })], OPEN_ONLY),
    );
    await decide(id, 'close');
    await undoImport(dataSource, id);
    expect(await bench.school(100001)).toMatchObject({ town: 'Ware' });
    expect(await statusOf(100002)).toBe('open');
  });

  it('wait for one decision, and for none once a file has them again', async () => {
    await bench.import('schools', csvOf(schools([100001, 100002])));
    const file = csvOf(schools([100001]), OPEN_ONLY);
    const first = await bench.import('schools', file);
    const second = await bench.import('schools', file);
    expect([await findings(first.id), (await findings(second.id)).length]).toEqual([[], 1]);
    await bench.import('schools', csvOf(schools([100001, 100002]), OPEN_ONLY));
    expect(await findings(second.id)).toEqual([]);
  });

  it('that opened after the file was made are not suggested to be closed', async () => {
    await bench.import(
      'schools',
      csvOf([
        registerRow(100001, { OpenDate: '01-09-2010' }),
        registerRow(100002, { OpenDate: '01-09-2024' }),
      ]),
    );
    const old = csvOf([registerRow(100001, { OpenDate: '01-09-2010' })], OPEN_ONLY);
    const { id } = await bench.import('schools', old);
    expect(await findings(id)).toMatchObject([{ urn: 100002, recommended: false }]);
    expect(await decide(id, 'close')).toBe(0);
  });
});

describe('a converted school', () => {
  const before = registerRow(100001, {
    EstablishmentName: 'Mill Lane School',
    Postcode: 'SG1 1AA',
  });
  const academy = registerRow(100009, {
    ...{ EstablishmentName: 'Mill Lane Primary Academy', Postcode: 'SG1 1AA' },
    ...{ OpenDate: '01-09-2024', 'TypeOfEstablishment (name)': 'Academy converter' },
  });
  const lineage = async () => {
    const rows: { urn: number }[] = await dataSource.query(
      `SELECT a.urn FROM school_lineage l JOIN schools s ON s.id = l.school_id
       JOIN schools a ON a.id = l.ancestor_id WHERE s.urn = 100009 AND a.urn <> 100009 ORDER BY 1`,
    );
    return rows.map(({ urn }) => urn);
  };

  it('stands once, with its history, when the links name its successor', async () => {
    await bench.import('schools', csvOf([before, registerRow(100002)]));
    const now = await bench.import('schools', csvOf([academy, registerRow(100002)], OPEN_ONLY));
    expect(await lineage()).toEqual([]);
    await bench.import('school-links', 'URN,LinkURN,LinkType\n100001,100009,Successor\n');
    expect(await decide(now.id, 'close')).toBe(1);
    expect(await lineage()).toEqual([100001]);
    expect(await bench.school(100001)).toMatchObject({ status: 'closed', closed_on: '2024-08-31' });
  });

  it('is found by name and postcode where no link names it, and takes the region', async () => {
    await bench.import('schools', csvOf([before, registerRow(100002)]));
    await dataSource.query(`WITH r AS (INSERT INTO regions (name) VALUES ('East') RETURNING id)
      UPDATE schools SET region_id = r.id FROM r`);
    const now = await bench.import('schools', csvOf([academy, registerRow(100002)], OPEN_ONLY));
    expect(await findings(now.id)).toMatchObject([{ urn: 100001, successorUrn: 100009 }]);
    expect(now.register).toMatchObject({ regionsTaken: 1, withoutRegion: 0 });
    await decide(now.id, 'close');
    expect(await lineage()).toEqual([100001]);
    await decide(now.id, 'undo');
    expect(await lineage()).toEqual([]);
    expect(await dataSource.query('SELECT 1 FROM school_links')).toEqual([]);
  });

  it('is named when links come that put it beside its successor', async () => {
    await bench.import('schools', csvOf([before, academy]));
    const links = await bench.import(
      'school-links',
      // By way of a school that opened and closed without being on record.
      'URN,LinkURN,LinkType\n100001,100005,Successor\n100005,100009,Successor - amalgamated\n',
    );
    expect(links.register).toMatchObject({ toDecide: 1 });
    expect(await findings(links.id)).toMatchObject([{ kind: 'beside_successor', urn: 100001 }]);
    await decide(links.id, 'close');
    expect(await lineage()).toEqual([100001]);
  });
});

describe('an older file after a younger one', () => {
  const columns = [...registerColumnsBut('CloseDate'), 'LastChangedDate'];
  const dated = (urn: number) => registerRow(urn, { LastChangedDate: '14-11-2023' });
  const young = csvOf(
    [registerRow(100001, { OpenDate: '01-09-2024' }), registerRow(100002)],
    OPEN_ONLY,
  );

  it('asks about schools that the younger one had not', async () => {
    await bench.import('schools', young);
    const old = await bench.import('schools', csvOf([dated(100002), dated(100003)], columns));
    // 100001 opened after the older file was made.
    expect(await findings(old.id)).toMatchObject([{ urn: 100003, recommended: true }]);
  });

  it('does not open what was closed since', async () => {
    const old = csvOf([dated(100002), dated(100003)], columns);
    await bench.import('schools', old);
    const { id } = await bench.import('schools', young);
    await decide(id, 'close');
    const again = await bench.import('schools', old);
    expect(again.register).toMatchObject({ keptClosed: 1 });
    expect(await statusOf(100003)).toBe('closed');
  });
});

describe('regions', () => {
  it('stay with schools whose district was renamed, and the dry run says so', async () => {
    await bench.import('schools', csvOf(schools([100001, 100002, 100003])));
    await dataSource.query(`WITH r AS (INSERT INTO regions (name) VALUES ('East') RETURNING id),
      d AS (INSERT INTO region_districts (district, region_id) SELECT 'East Hertfordshire', id FROM r)
      UPDATE schools SET region_id = r.id FROM r`);
    const renamed = { 'DistrictAdministrative (name)': 'East Herts Unitary' };
    const file = csvOf([
      registerRow(100001, renamed),
      registerRow(100002, renamed),
      registerRow(100003, { ...renamed, 'TypeOfEstablishment (name)': 'Other independent school' }),
    ]);
    const dry = await bench.import('schools', file, { dryRun: true });
    const kept = [{ district: 'East Herts Unitary', schools: 3 }];
    expect(dry.register).toMatchObject({ regionsKept: kept });
    expect(await findings(dry.id)).toMatchObject([
      { kind: 'region_kept', urn: 100001, value: 'East Herts Unitary' },
      { kind: 'region_kept', urn: 100002 },
      { kind: 'region_kept', urn: 100003 },
    ]);
    const done = await bench.import('schools', file);
    expect(done.register).toMatchObject({ regionsKept: kept, withoutRegion: 0 });
    const without = 'SELECT urn FROM schools WHERE region_id IS NULL';
    expect(await dataSource.query(without)).toEqual([]);
  });

  it('are counted where schools have none', async () => {
    await dataSource.query(`INSERT INTO regions (name) VALUES ('East')`);
    const done = await bench.import(
      'schools',
      csvOf([...schools([100001]), registerRow(100002, closed)]),
    );
    expect(done.register).toMatchObject({ withoutRegion: 1, namesDistricts: true });
    const silent = await bench.import('schools', csvOf(schools([100001]), OPEN_ONLY));
    expect(silent.register).toMatchObject({ namesDistricts: false, withoutDistrict: 0 });
    const districts = sayingsOf(silent.register!, false).filter(({ list }) => list === 'regions');
    expect(districts).toEqual([]);
    await dataSource.query('UPDATE schools SET district = NULL WHERE urn = 100001');
    const open = await bench.import('schools', csvOf(schools([100001]), OPEN_ONLY));
    const [saying] = sayingsOf(open.register!, false).filter(({ list }) => list === 'regions');
    expect(saying?.text).toMatch(
      /^This register names no districts, and 1 school in the visiting cycle has none on record\. /,
    );
  });
});

describe('a school that is open again', () => {
  const withoutDays = registerColumnsBut('CloseDate');

  it('has no closing day left, told by a layout without closing days as well', async () => {
    const status = 'EstablishmentStatus (name)';
    const calledOff = { [status]: 'Open, but proposed to close', CloseDate: '31-08-2027' };
    await bench.import(
      'schools',
      csvOf([registerRow(100001, closed), registerRow(100002, calledOff)]),
    );
    await bench.import('schools', csvOf(schools([100001, 100002]), withoutDays));
    for (const urn of [100001, 100002]) {
      expect(await bench.school(urn)).toMatchObject({ status: 'open', closed_on: null });
    }
  });

  it('only to close once more has no day of the first closing', async () => {
    await bench.import('schools', csvOf([registerRow(100001, closed)]));
    const closing = { 'EstablishmentStatus (name)': 'Open, but proposed to close' };
    await bench.import('schools', csvOf([registerRow(100001, closing)], withoutDays));
    expect(await bench.school(100001)).toMatchObject({ status: 'closing', closed_on: null });
  });

  it('keeps no closing day behind it that a file leaves on it', async () => {
    await bench.import('schools', csvOf([registerRow(100001, { CloseDate: '31-08-2020' })]));
    expect(await bench.school(100001)).toMatchObject({ status: 'open', closed_on: null });
  });
});

describe('values that cannot be used', () => {
  it('are left out and said, and links beyond the last column are read', async () => {
    const columns = [...registerColumnsBut(), 'Linked establishments'];
    const linked = { 'Linked establishments': '100101 Predecessor' };
    const [header = '', row = ''] = csvOf(
      [registerRow(100001, { ...linked, NumberOfPupils: '<5' })],
      columns,
    ).split('\r\n');
    const done = await bench.import('schools', `${header}\n${row},100102 Predecessor - merged\n`);
    expect(done).toMatchObject({ created: 1, rejected: 0 });
    expect(done.register).toMatchObject({ leftOut: 1, links: 2 });
    expect(await findings(done.id)).toMatchObject([{ kind: 'value_left_out', urn: 100001 }]);
    const links = await dataSource.query(
      'SELECT predecessor_urn AS "from" FROM school_links WHERE successor_urn = 100001 ORDER BY 1',
    );
    expect(links).toEqual([{ from: 100101 }, { from: 100102 }]);
    await undoImport(dataSource, done.id);
    expect(await dataSource.query('SELECT 1 FROM school_links')).toEqual([]);
  });

  it("counts children's centres apart", async () => {
    const centre = { 'TypeOfEstablishment (name)': "Children's centre" };
    const done = await bench.import(
      'schools',
      csvOf([...schools([100001]), registerRow(20001, centre)]),
    );
    expect(done).toMatchObject({ created: 1, rejected: 0, skipped: 0, register: { noSchools: 1 } });
  });
});
