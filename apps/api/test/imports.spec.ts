import type { Import } from '@tracker/contract';
import { sweepImports } from '@tracker/work';
import { csvOf, registerRow } from '@tracker/testing/imports';
import {
  eventually,
  listQuery,
  startTestApi,
  uploadsOf,
  type Agent,
  type TestApi,
} from './support/test-api';

jest.setTimeout(60_000);

let api: TestApi;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head'));
});
afterAll(() => api.stop());

const send = (
  file: string | Buffer,
  fields: Record<string, string> = {},
  name = 'register.csv',
) => {
  const request = head.post('/api/imports');
  for (const [field, value] of Object.entries({ kind: 'schools', ...fields })) {
    void request.field(field, value);
  }
  return request.attach('file', Buffer.from(file), name);
};
const sweep = () =>
  sweepImports(api.dataSource, { dataDir: api.env.dataDir, today: api.env.today ?? '' });
const finished = async (id: string): Promise<Import> => {
  await sweep();
  // The worker of a test further up may have taken it first.
  return eventually(
    async () => (await head.get(`/api/imports/${id}`).expect(200)).body as Import,
    ({ status }) => status !== 'queued' && status !== 'running',
  );
};
const imported = async (
  file: string | Buffer,
  fields?: Record<string, string>,
): Promise<Import> => {
  const { body } = await send(file, fields).expect(202);
  return finished(body.id);
};
/** Once the worker of a test further up reads none any more. */
const uploads = () =>
  eventually(
    () => uploadsOf(api),
    (names) => !names.some((name) => name.endsWith('.part')),
  );

describe('an import', () => {
  it('is queued, run, shown, listed and undone', async () => {
    const queued = await send(csvOf([registerRow(300001), registerRow(300002)])).expect(202);
    expect(queued.body).toMatchObject({
      ...{ kind: 'schools', fileName: 'register.csv', status: 'queued', dryRun: false },
      ...{ created: 0, rejections: [], requestedByName: 'Test head', canUndo: false },
    });
    await sweep();
    const { body: done } = await head.get(`/api/imports/${queued.body.id}`).expect(200);
    expect(done).toMatchObject({ status: 'done', progress: 100, created: 2, canUndo: true });

    const list = await head
      .get('/api/imports')
      .query(listQuery({ filter: { kind: 'schools', status: 'done' }, range: [0, 9] }))
      .expect(200);
    expect(list.headers['content-range']).toMatch(/^imports 0-\d+\/\d+$/);
    expect(list.body).toContainEqual(done);
    await head
      .get('/api/imports')
      .query(listQuery({ filter: { colour: 'red' } }))
      .expect(400);

    const undo = await head.post(`/api/imports/${done.id}/undo`).expect(202);
    expect(undo.body).toMatchObject({ status: 'undoing', canUndo: false });
    await sweep();
    const { body: undone } = await head.get(`/api/imports/${done.id}`).expect(200);
    expect(undone).toMatchObject({ status: 'undone', message: null });
    const again = await head.post(`/api/imports/${done.id}/undo`).expect(409);
    expect(again.body.detail).toBe('This import is undone already.');
  });

  it('is run by the worker, and what it brought is ranked', async () => {
    await api.startWorker();
    const { body } = await send(csvOf([registerRow(300101)])).expect(202);
    const done = await eventually(
      async () => (await head.get(`/api/imports/${body.id}`)).body as Import,
      ({ status }) => status === 'done',
    );
    expect(done.created).toBe(1);
    await eventually(
      async () => (await head.get('/api/priority-queue').query(listQuery({ filter: {} }))).body,
      (rows: { urn: number }[]) => rows.some(({ urn }) => urn === 300101),
    );
  });

  it('shows its first rejections and hands back all of them as a file', async () => {
    const bad = Array.from({ length: 120 }, (_, index) =>
      registerRow(0, {
        URN: `X${index}`,
        EstablishmentName: index === 0 ? '=HYPERLINK("x")' : 'Café "A"',
      }),
    );
    const done = await imported(csvOf([registerRow(300201), ...bad]));
    expect(done).toMatchObject({ status: 'done', created: 1, rejected: 120 });
    expect(done.rejections).toHaveLength(100);
    expect(done.rejections[0]).toMatchObject({ line: 3, column: 'URN', value: 'X0' });
    expect(done.rejections[1]).toMatchObject({ line: 4, school: 'Café "A"' });

    const { text, headers } = await head.get(`/api/imports/${done.id}/rejected.csv`).expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffLine,Column,Reason,URN,/);
    expect(lines).toHaveLength(122);
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines[2]).toMatch(/^4,URN,".*",X1,919,"Café ""A""",/);
  });

  it('says which of the created schools are to be visited, and lists them', async () => {
    const closed = { 'EstablishmentStatus (name)': 'Closed' };
    const rows = [registerRow(300901), registerRow(300902), registerRow(300903, closed)];
    const done = await imported(csvOf(rows));
    expect(done.sayings).toEqual(
      expect.arrayContaining([
        {
          text: '2 created schools are in the visiting cycle.',
          list: 'createdInScope',
        },
        {
          text: '1 created school is not in the visiting cycle: closed, not yet open or not state-funded.',
          list: 'createdOutOfScope',
        },
      ]),
    );
    const listed = async (inScope: boolean) => {
      const filter = { createdByImport: done.id, inScope };
      const { body } = await head.get('/api/schools').query(listQuery({ filter })).expect(200);
      return body.map(({ urn }: { urn: number }) => urn);
    };
    expect([await listed(true), await listed(false)]).toEqual([[300901, 300902], [300903]]);
    const again = await imported(csvOf(rows));
    expect(again.sayings.filter(({ list }) => list?.startsWith('created'))).toEqual([]);
  });

  it('can be stopped until it has finished, and says who did it', async () => {
    const [{ id }]: [{ id: string }] = await api.dataSource.query(
      `INSERT INTO imports (kind, file_name, stored_as, status)
       VALUES ('schools', 'a.csv', 'none', 'running') RETURNING id`,
    );
    const manager = await api.as(await api.hub.user('manager'));
    await manager.post(`/api/imports/${id}/stop`).expect(403);
    const { body } = await head.post(`/api/imports/${id}/stop`).expect(200);
    expect(body.status).toBe('failed');
    expect(body.message).toMatch(/^\w.* stopped it before it had finished; nothing was changed\.$/);
    const again = await head.post(`/api/imports/${id}/stop`).expect(409);
    expect(again.body.detail).toContain('is not under way any more');
  });

  it('that was a dry run can be applied without sending the file again', async () => {
    const dry = await imported(csvOf([registerRow(300301)]), { dryRun: 'true' });
    expect(dry).toMatchObject({ status: 'done', dryRun: true, created: 1, canUndo: false });
    await head.post(`/api/imports/${dry.id}/undo`).expect(409);
    const { body: real } = await head.post(`/api/imports/${dry.id}/apply`).expect(202);
    const done = await finished(real.id);
    expect(done).toMatchObject({ status: 'done', dryRun: false, created: 1 });
    await head.post(`/api/imports/${real.id}/apply`).expect(409);
  });

  it('takes the authorities named and the columns matched', async () => {
    const rows = [registerRow(300401), registerRow(300402, { 'LA (code)': '823' })];
    expect(await imported(csvOf(rows), { la: '919,926' })).toMatchObject({
      created: 1,
      skipped: 1,
    });
    const sheet = 'A,B\n300401,3/5/2022\n';
    const mapping = JSON.stringify({ urn: 0, visitedOn: 1 });
    const visits = await imported(sheet, { kind: 'visits', mapping, headerLine: '1' });
    expect(visits).toMatchObject({ status: 'done', created: 1 });
  });

  it('is sent once when its Idempotency-Key comes twice', async () => {
    const key = '6d1f4f0e-58d5-4b6e-9d0a-0d5f3d6f1a11';
    const once = () =>
      send(csvOf([registerRow(300501)]))
        .set('Idempotency-Key', key)
        .expect(202);
    const first = await once();
    expect((await once()).body).toEqual(first.body);
    await sweep();
  });

  it('is another one when its content is, though it is as long and called the same', async () => {
    const key = '6d1f4f0e-58d5-4b6e-9d0a-0d5f3d6f1a12';
    const sendRow = (urn: number) => send(csvOf([registerRow(urn)])).set('Idempotency-Key', key);
    const first = await sendRow(300502).expect(202);
    const kept = await uploads();
    const other = await sendRow(300503).expect(422);
    expect(other.body.errors).toEqual([
      {
        field: 'Idempotency-Key',
        message: 'This Idempotency-Key was used for another request.',
      },
    ]);
    // Each request has a boundary of its own between its parts, which is no difference.
    const again = await sendRow(300502).expect(202);
    expect(again.body).toEqual(first.body);
    expect(await uploads()).toEqual(kept);
    await sweep();
  });

  it('is taken once when it comes several times at one time', async () => {
    const key = '6d1f4f0e-58d5-4b6e-9d0a-0d5f3d6f1a13';
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(csvOf([registerRow(300504)])).set('Idempotency-Key', key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await sweep();
  });
});

describe('the columns of a list of visits', () => {
  it('are guessed and shown, and nothing is kept', async () => {
    const before = await uploads();
    const { body } = await head
      .post('/api/imports/columns')
      .attach('file', Buffer.from('School,Date\nHilltop,3/5/2022\n'), 'v.csv')
      .expect(200);
    expect(body).toEqual({
      sheet: null,
      ...{ headerLine: 1, header: ['School', 'Date'], mapping: { schoolName: 0, visitedOn: 1 } },
      sample: [['Hilltop', '3/5/2022']],
    });
    expect(await uploads()).toEqual(before);
  });
});

describe('who may not', () => {
  it.each(['regional', 'manager'] as const)('%s is refused', async (role) => {
    const agent = await api.as(await api.hub.user(role));
    await agent.get('/api/imports').expect(403);
    const kept = await uploads();
    const request = agent.post('/api/imports').field('kind', 'schools');
    await request.attach('file', Buffer.from('x'), 'x.csv').expect(403);
    expect(await uploads()).toEqual(kept);
  });
});
