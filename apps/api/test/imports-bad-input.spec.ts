import { request as httpRequest } from 'node:http';
import type { Import } from '@tracker/contract';
import { outsideTask, streamOutside, WHILE_WAITING } from '@tracker/files';
import { sweepImports } from '@tracker/work';
import { csvOf, registerRow } from '@tracker/testing/imports';
import { eventually, startTestApi, uploadsOf, type Agent, type TestApi } from './support/test-api';

jest.setTimeout(120_000);

let api: TestApi;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.as(await api.hub.user('admin'));
});
afterAll(() => api.stop());

const send = (file: string | Buffer, kind = 'schools', name = 'file.csv') =>
  admin.post('/api/imports').field('kind', kind).attach('file', Buffer.from(file), name);
const imported = async (file: string | Buffer, kind?: string): Promise<Import> => {
  const { body } = await send(file, kind).expect(202);
  await sweepImports(api.dataSource, { dataDir: api.env.dataDir, today: '2024-11-20' });
  return (await admin.get(`/api/imports/${body.id}`)).body as Import;
};
const uploads = () => uploadsOf(api);
const importCount = async (): Promise<number> => {
  const [{ count }] = await api.dataSource.query('SELECT count(*) FROM imports');
  return count;
};

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
/** The smallest archive that says it is a workbook; what it holds is never read. */
const XLSX = (() => {
  const entry = (name: string) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, Buffer.from(name)]);
  };
  const listed = (name: string, offset: number) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(offset, 42);
    return Buffer.concat([head, Buffer.from(name)]);
  };
  const files = ['[Content_Types].xml', 'xl/workbook.xml'].map(entry);
  const list = Buffer.concat([
    listed('[Content_Types].xml', 0),
    listed('xl/workbook.xml', files[0]?.length ?? 0),
  ]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(Buffer.concat(files).length, 16);
  return Buffer.concat([...files, list, end]);
})();

describe('refused at once, with nothing left behind', () => {
  it.each([
    ['an empty file', '', /empty/],
    ['a picture', PNG, /picture \(PNG\), not a table\. Send the CSV file the DfE publishes\.$/],
    ['a workbook named .csv', XLSX, /Excel workbook/],
  ])('%s', async (_, file, sentence) => {
    const before = [await uploads(), await importCount()];
    const { body } = await send(file).expect(422);
    expect(body.errors).toEqual([{ field: 'file', message: expect.stringMatching(sentence) }]);
    expect([await uploads(), await importCount()]).toEqual(before);
  });

  it.each([
    ['no kind', {}, 'kind'],
    ['an unknown kind', { kind: 'pupils' }, 'kind'],
    ['a dryRun that is neither', { kind: 'schools', dryRun: 'perhaps' }, 'dryRun'],
    ['an authority that is none', { kind: 'schools', la: 'Herts' }, 'la'],
    ['a mapping that is none', { kind: 'visits', mapping: '[1]' }, 'mapping'],
    ['a field there is not', { kind: 'schools', colour: 'red' }, 'colour'],
  ])('%s', async (_, fields, field) => {
    const before = await uploads();
    const request = admin.post('/api/imports');
    for (const [name, value] of Object.entries(fields)) void request.field(name, value);
    const { body } = await request.attach('file', Buffer.from('URN\n1\n'), 'a.csv').expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ field })]);
    expect(await uploads()).toEqual(before);
  });

  it('no file, and no multipart', async () => {
    const { body } = await admin.post('/api/imports').field('kind', 'schools').expect(422);
    expect(body.errors).toEqual([{ field: 'file', message: 'Choose a file to import.' }]);
    await admin.post('/api/imports').send({ kind: 'schools' }).expect(415);
  });

  it('more than 128 MB', async () => {
    const before = [await uploads(), await importCount()];
    const { body } = await send(Buffer.alloc(129 * 1024 * 1024, 'a,')).expect(413);
    expect(body.detail).toMatch(/larger than 128 MB/);
    expect([await uploads(), await importCount()]).toEqual(before);
  });

  it('more than 128 MB that does not say so beforehand', async () => {
    const before = [await uploads(), await importCount()];
    const { status, body } = await stream(async (write) => {
      for (let megabytes = 0; megabytes < 130; megabytes++)
        await write(Buffer.alloc(1024 * 1024, 'a,'));
    });
    expect(status).toBe(413);
    expect(body).toMatch(/larger than 128 MB/);
    expect([await uploads(), await importCount()]).toEqual(before);
  });

  it('a connection cut half-way', async () => {
    const before = [await uploads(), await importCount()];
    await expect(
      stream(async (write, cut) => {
        await write(Buffer.from(csvOf([registerRow(400001)])));
        await eventually(uploads, (names) => names.some((name) => name.endsWith('.part')));
        cut();
      }),
    ).rejects.toThrow();
    await eventually(
      async () => [await uploads(), await importCount()],
      (now) => JSON.stringify(now) === JSON.stringify(before),
    );
  });
});

describe('taken up and answered with a sentence each', () => {
  it('a header only', async () => {
    const failed = await imported(csvOf([]));
    expect(failed).toMatchObject({ status: 'failed', created: 0 });
    expect(failed.message).toBe(
      'The file has column names but no rows under them, so there is nothing to import.',
    );
  });

  it('two header rows', async () => {
    const [header = ''] = csvOf([]).split('\r\n');
    const done = await imported(`${header}\r\n${csvOf([registerRow(400101)])}`);
    expect(done).toMatchObject({ status: 'done', created: 1, rejected: 1 });
    expect(done.rejections[0]?.message).toBe('Line 2 repeats the header, so it was skipped.');
  });

  it('windows-1252, as the DfE writes it', async () => {
    const file = Buffer.from(
      csvOf([registerRow(400201, { EstablishmentName: 'St Th\u00e9r\u00e8se' })]),
      'latin1',
    );
    expect(await imported(file)).toMatchObject({ status: 'done', created: 1 });
    const found = await api.dataSource.query('SELECT name FROM schools WHERE urn = 400201');
    expect(found).toEqual([{ name: 'St Thérèse' }]);
  });

  it.each([
    ['a URN twice', [registerRow(400301), registerRow(400301)], 'URN', /already on line 2/],
    ['a URN of letters', [registerRow(0, { URN: 'ABC' })], 'URN', /not a URN/],
    ['31-02-2024', [registerRow(400303, { OpenDate: '31-02-2024' })], 'OpenDate', /not a date/],
    [
      'fewer than no pupils',
      [registerRow(400304, { NumberOfPupils: -1 })],
      'NumberOfPupils',
      /below zero/,
    ],
  ])('%s', async (_, rows, column, sentence) => {
    const done = await imported(csvOf(rows));
    expect(done).toMatchObject({ status: 'done', rejected: 1 });
    expect(done.rejections).toEqual([
      expect.objectContaining({ column, message: expect.stringMatching(sentence) }),
    ]);
  });

  it('a visit in the future', async () => {
    await imported(csvOf([registerRow(400401)]));
    const done = await imported('URN,Date of visit\n400401,21/11/2024\n', 'visits');
    expect(done).toMatchObject({ created: 0, rejected: 1 });
    expect(done.rejections[0]?.message).toMatch(/in the future/);
  });

  it('two at once, which take turns', async () => {
    const file = csvOf([registerRow(400501), registerRow(400502)]);
    const sent = await Promise.all([send(file).expect(202), send(file).expect(202)]);
    const options = { dataDir: api.env.dataDir, today: '2024-11-20' };
    await Promise.all([
      sweepImports(api.dataSource, options),
      sweepImports(api.dataSource, options),
    ]);
    const done = await Promise.all(
      sent.map(async ({ body }) => (await admin.get(`/api/imports/${body.id}`)).body as Import),
    );
    expect(done.map(({ created }) => created).sort()).toEqual([0, 2]);
    expect(done.every(({ status }) => status === 'done')).toBe(true);
  });
});

/** Sends a file in pieces, with no length said beforehand, as an agent cannot. */
async function stream(
  pieces: (write: (piece: Buffer) => Promise<void>, cut: () => void) => Promise<void>,
): Promise<{ status: number; body: string }> {
  const user = await api.hub.user('admin');
  const signedIn = await api.anonymous
    .post('/api/auth/sign-in')
    .send({ email: user.email, password: 'visit-every-school' });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  const address = await api.app.getUrl();
  return new Promise((resolve, reject) => {
    const request = httpRequest(new URL('/api/imports', address), {
      method: 'POST',
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=cut' },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let body = '';
      response.on('data', (piece: Buffer) => (body += piece.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    const write = (piece: Buffer) =>
      new Promise<void>((written, failed) =>
        request.write(piece, (error) => (error ? failed(error) : written())),
      );
    const part = (name: string, more = '') =>
      Buffer.from(`--cut\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`);
    void (async () => {
      await write(Buffer.concat([part('kind'), Buffer.from('schools\r\n')]));
      await write(part('file', '; filename="a.csv"'));
      await pieces(write, () => request.destroy(new Error('cut')));
      if (!request.destroyed) request.end('\r\n--cut--\r\n');
    })().catch(reject);
  });
}

it('puts a file off with 503 while so many others are read that its turn does not come', async () => {
  const tasks = require.resolve('../../../libs/files/src/outside/testing/tasks.js');
  const sleep = outsideTask<object, unknown>(tasks, 'sleep');
  const kept = await uploads();
  const off = new AbortController();
  const others = [1, 2].map(() => streamOutside(sleep, {}, WHILE_WAITING, off.signal).next());
  const begun = performance.now();
  const { body, headers } = await admin
    .post('/api/imports/columns')
    .attach('file', Buffer.from('School,Date\nLarch,3/12/2024\n'), 'visits.csv')
    .expect(503);
  expect(performance.now() - begun).toBeLessThan(8_000);
  expect(headers['retry-after']).toBe('30');
  expect(body.detail).toBe('The tracker is busy at the moment. Try again in a minute.');
  off.abort();
  await Promise.allSettled(others);
  expect(await uploads()).toEqual(kept);
});
