import { randomUUID } from 'node:crypto';
import type { Report } from '@tracker/contract';
import type supertest from 'supertest';
import { eventually, listQuery, startTestApi, type Agent, type TestApi } from './support/test-api';
import { SurveyScene } from './support/survey-scene';

jest.setTimeout(60_000);

let api: TestApi;
let manager: Agent;
let head: Agent;
beforeAll(async () => {
  api = await startTestApi();
  manager = await api.as(await api.hub.user('manager'));
  head = await api.as(await api.hub.user('head'));
  const { id } = await api.hub.school({ urn: 120_001, name: 'Mill Lane' });
  await api.hub.completedVisit(id, '2024-10-02');
  await new SurveyScene(api.dataSource).survey(true);
  await api.startWorker();
});
afterAll(() => api.stop());

const finished = (id: string, by = manager) =>
  eventually(
    async () => (await by.get(`/api/reports/${id}`).expect(200)).body as Report,
    ({ status }) => status === 'done' || status === 'failed',
  );
const made = async (body: object, by = manager): Promise<Report> => {
  const { body: queued } = await by.post('/api/reports').send(body).expect(202);
  return finished(queued.id, by);
};
const file = (id: string, by = manager) =>
  by.get(`/api/reports/${id}/file`).buffer().parse(intoBuffer);
const intoBuffer = (answer: supertest.Response, done: (e: Error | null, b: Buffer) => void) => {
  const pieces: Buffer[] = [];
  answer.on('data', (piece: Buffer) => pieces.push(piece));
  answer.on('end', () => done(null, Buffer.concat(pieces)));
};

describe('a report', () => {
  it('is asked for, made by the worker, listed, downloaded by anybody, and removed', async () => {
    const { body: queued } = await manager
      .post('/api/reports')
      .send({ kind: 'workbook' })
      .expect(202);
    expect(queued).toMatchObject({
      ...{ kind: 'workbook', format: 'xlsx', status: 'queued', academicYear: null },
      ...{ asOf: '2024-11-20', requestedByName: 'Test manager', expired: false, bytes: null },
    });
    const done = await finished(queued.id);
    expect(done).toMatchObject({ status: 'done', progress: 100, message: null });
    const days =
      (Date.parse(done.expiresAt ?? '') - Date.parse(done.finishedAt ?? '')) / 86_400_000;
    expect(days).toBeCloseTo(7);
    const list = await head
      .get('/api/reports')
      .query(listQuery({ filter: { kind: 'workbook', status: 'done' }, range: [0, 9] }))
      .expect(200);
    expect(list.body).toContainEqual(done);

    const { body: bytes, headers } = await file(done.id, head).expect(200);
    expect(bytes).toHaveLength(done.bytes ?? -1);
    expect(headers['content-disposition']).toBe(`attachment; filename="${done.fileName}"`);
    const { default: readSheets } = await import('read-excel-file/node');
    const sheets = await readSheets(bytes as Buffer);
    expect(sheets.find(({ sheet }) => sheet === 'Visits')?.data).toHaveLength(2);
    const entries = await api.dataSource.query(
      `SELECT u.role FROM audit_entries e JOIN users u ON u.id = e.user_id
       WHERE e.record_id = $1 AND e.action = 'exported' ORDER BY e.id`,
      [done.id],
    );
    expect(entries).toEqual([{ role: 'manager' }, { role: 'head' }]);

    const other = await api.as(await api.hub.user('regional'));
    await other.delete(`/api/reports/${done.id}`).expect(403);
    await head.delete(`/api/reports/${done.id}`).expect(200);
    await file(done.id).expect(404);
  });

  it('to stakeholders is a PDF with the figures of progress, and a Word document', async () => {
    const ask = { kind: 'stakeholder', academicYear: '2024-25' };
    const { body: progress } = await manager.get('/api/progress').expect(200);
    const pdf = await made(ask);
    expect(pdf).toMatchObject({ status: 'done', format: 'pdf' });
    const { body: bytes } = await file(pdf.id).expect(200);
    expect((bytes as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    const [{ figures }] = await api.dataSource.query(
      'SELECT figures FROM report_figures WHERE report_id = $1',
      [pdf.id],
    );
    const { visits, target, cycle } = progress;
    expect(figures).toMatchObject({ visits, target, cycle });
    const word = await made({ ...ask, format: 'docx' });
    const { body: docx } = await file(word.id).expect(200);
    expect((docx as Buffer).subarray(0, 2).toString()).toBe('PK');
  });

  it('says which characters its PDF cannot show, and that its Word document has them', async () => {
    const region = await api.hub.region('West 西 🎺 Łódź');
    const ask = { kind: 'stakeholder', academicYear: '2024-25', regionId: region.id };
    const { body: queued } = await manager.post('/api/reports').send(ask).expect(202);
    expect(queued.missingInPdf).toEqual(['西', '🎺']);
    expect(await finished(queued.id)).toMatchObject({
      ...{ status: 'done', missingInPdf: ['西', '🎺'] },
    });
    expect(await made({ ...ask, format: 'docx' })).toMatchObject({ missingInPdf: [] });
    expect(await made({ ...ask, kind: 'workbook' })).toMatchObject({ missingInPdf: [] });
  });

  it('of a region without a school has figures of 0', async () => {
    const { id: regionId } = await api.hub.region('Bare');
    const ask = { kind: 'stakeholder', academicYear: '2024-25', regionId };
    expect(await made(ask)).toMatchObject({ status: 'done', regionName: 'Bare' });
  });

  it('is made once when its Idempotency-Key comes twice', async () => {
    const key = randomUUID();
    const once = () =>
      manager
        .post('/api/reports')
        .set('Idempotency-Key', key)
        .send({ kind: 'workbook', academicYear: '2023-24' })
        .expect(202);
    const first = await once();
    expect((await once()).body).toEqual(first.body);
    await finished(first.body.id);
  });

  it('is found by the sweep when its nudge was lost', async () => {
    await api.redisLine.cut();
    const { body } = await manager.post('/api/reports').send({ kind: 'workbook' }).expect(202);
    await api.redisLine.mend();
    // The worker sweeps as soon as it meets Redis again.
    expect(await finished(body.id)).toMatchObject({ status: 'done' });
  });

  it('expires, and says so', async () => {
    const { id } = await made({ kind: 'workbook', academicYear: '2024-25' });
    await api.dataSource.query(
      `UPDATE reports SET expires_at = '2024-11-19T12:00:00Z' WHERE id = $1`,
      [id],
    );
    const { body } = await manager.get(`/api/reports/${id}/file`).expect(410);
    expect(body.detail).toBe(
      'The file was kept until Tue 19 Nov 2024 only. Make the report again.',
    );
    expect((await manager.get(`/api/reports/${id}`)).body).toMatchObject({ expired: true });
  });

  it('says when its file is gone before its time', async () => {
    const { id } = await made({ kind: 'workbook', academicYear: '2024-25' });
    await api.dataSource.query(`UPDATE reports SET stored_as = 'gone' WHERE id = $1`, [id]);
    const { body } = await manager.get(`/api/reports/${id}/file`).expect(410);
    expect(body.detail).toMatch(/not on the server any more/);
  });

  it('says when its file is not whole', async () => {
    const { id } = await made({ kind: 'workbook', academicYear: '2024-25' });
    const [{ name }] = await api.dataSource.query(
      'SELECT stored_as AS name FROM reports WHERE id = $1',
      [id],
    );
    await api.dataSource.query('DELETE FROM stored_file_chunks WHERE file_id = $1', [name]);
    const { body } = await manager.get(`/api/reports/${id}/file`).expect(410);
    expect(body.detail).toBe(
      'The file on the server was cut off and is not whole. Make the report again.',
    );
  });

  it.each([
    [{ kind: 'poster' }, 'kind'],
    [{ kind: 'stakeholder' }, 'academicYear'],
    [{ kind: 'stakeholder', academicYear: '2024-26' }, 'academicYear'],
    [{ kind: 'stakeholder', academicYear: '2025-26' }, 'academicYear'],
    [{ kind: 'stakeholder', academicYear: '2024-25', asOf: '2024-11-21' }, 'asOf'],
    [{ kind: 'stakeholder', academicYear: '2024-25', asOf: '2024-08-31' }, 'asOf'],
    [{ kind: 'stakeholder', academicYear: '2024-25', format: 'xlsx' }, 'format'],
    [{ kind: 'workbook', regionId: '5f0a7c1e-8d5b-4a57-9a53-0f4c1f6f2b11' }, 'regionId'],
    [{ kind: 'by_school', academicYear: '2024-25' }, 'columns'],
    [{ kind: 'by_school', academicYear: '2024-25', columns: ['colour'] }, 'columns'],
    [{ kind: 'by_school', academicYear: '2024-25', columns: ['answer:nothing'] }, 'columns'],
    [
      {
        ...{ kind: 'by_school', academicYear: '2024-25' },
        templateId: '5f0a7c1e-8d5b-4a57-9a53-0f4c1f6f2b11',
      },
      'templateId',
    ],
    [{ kind: 'workbook', pages: 3 }, 'pages'],
  ])('asked for as %j is refused', async (body, field) => {
    const { body: problem } = await manager.post('/api/reports').send(body).expect(422);
    expect(problem.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('waits for the others when ten of one person do', async () => {
    const user = await api.hub.user('manager');
    const row = `INSERT INTO reports (kind, format, parameters, file_name, requested_by_id, status, attempts)
      SELECT 'workbook', 'xlsx', '{}', 'a', $1, 'failed', 0 FROM generate_series(1, 10) RETURNING id`;
    const rows: { id: string }[] = await api.dataSource.query(row, [user.id]);
    const client = await api.as(user);
    await api.dataSource.query(
      `BEGIN; LOCK TABLE reports; UPDATE reports SET status = 'queued' WHERE requested_by_id = '${user.id}'; COMMIT`,
    );
    const { status } = await client.post('/api/reports').send({ kind: 'workbook' });
    await api.dataSource.query('DELETE FROM reports WHERE id = ANY ($1::uuid[])', [
      rows.map(({ id }) => id),
    ]);
    expect(status).toBe(429);
  });
});

describe('a template', () => {
  const columns = ['name', 'visits'];

  it('is kept by the head, used by everybody, changed with its version and removed', async () => {
    const { body: keys } = await manager.get('/api/report-columns').expect(200);
    const answer = keys.find(({ isAnswer }: { isAnswer: boolean }) => isAnswer).key;
    const { body: kept } = await head
      .post('/api/report-templates')
      .send({ name: ' Return ', columns: [...columns, answer] })
      .expect(201);
    expect(kept).toMatchObject({ name: 'Return', version: 1 });
    await manager.post('/api/report-templates').send({ name: 'Mine', columns }).expect(403);
    const twice = await head.post('/api/report-templates').send({ name: 'return', columns });
    expect(twice.body.errors).toEqual([expect.objectContaining({ field: 'name' })]);

    const report = await made({ kind: 'by_school', academicYear: '2024-25', templateId: kept.id });
    const { body } = await file(report.id).expect(200);
    const { default: readSheets } = await import('read-excel-file/node');
    const [sheet] = await readSheets(body as Buffer);
    expect(sheet?.data[1]?.slice(0, 3)).toEqual([120_001, 'Mill Lane', 1]);

    await head
      .put(`/api/report-templates/${kept.id}`)
      .send({ ...kept, columns })
      .expect(200);
    const late = await head.put(`/api/report-templates/${kept.id}`).send(kept).expect(409);
    expect(late.body.current).toMatchObject({ version: 2, columns });
    await head.delete(`/api/report-templates/${kept.id}`).expect(200);
    await head.get(`/api/report-templates/${kept.id}`).expect(404);
  });

  it.each([[[]], [['colour']], [['answer:nothing']], [['name', 'name']]])(
    'with the columns %j is refused',
    async (wrong) => {
      const { body } = await head
        .post('/api/report-templates')
        .send({ name: 'Wrong', columns: wrong })
        .expect(422);
      expect(body.errors).toEqual([expect.objectContaining({ field: 'columns' })]);
    },
  );
});

describe('what the head writes around the figures', () => {
  const texts = {
    title: 'A year',
    introduction: 'x',
    highlights: '',
    challenges: '',
    nextSteps: '',
  };
  const path = '/api/report-narratives/2024-25';

  it('is empty at first, saved with its version, and not lost to somebody else', async () => {
    const { body: empty } = await manager.get(path).expect(200);
    expect(empty).toMatchObject({ version: 0, title: '', updatedAt: null });
    const { body: saved } = await head
      .put(path)
      .send({ ...texts, version: 0 })
      .expect(200);
    expect(saved).toMatchObject({ version: 1, title: 'A year' });
    const { body: late } = await head
      .put(path)
      .send({ ...texts, title: 'Another', version: 0 })
      .expect(409);
    expect(late.current).toEqual(saved);
    await manager
      .put(path)
      .send({ ...texts, version: 1 })
      .expect(403);
  });

  it('of a year written wrongly, and a text too long, are refused', async () => {
    await manager.get('/api/report-narratives/2024-26').expect(400);
    const long = { ...texts, title: 'x'.repeat(151), version: 1 };
    const { body } = await head.put(path).send(long).expect(422);
    expect(body.errors).toEqual([{ field: 'title', message: 'Title has at most 150 characters.' }]);
  });
});

describe('who gets the month’s figures', () => {
  it('are people with an account in use, chosen by the head', async () => {
    const { id } = await api.hub.user('manager');
    const change = { version: 0, on: true, userIds: [id] };
    const { body } = await head.put('/api/monthly-digest').send(change).expect(200);
    expect(body).toEqual({ version: 1, on: true, userIds: [id] });
    await head.put('/api/monthly-digest').send(change).expect(409);
    await manager
      .put('/api/monthly-digest')
      .send({ ...change, version: 1 })
      .expect(403);
    for (const userIds of [[], [randomUUID()]]) {
      const sent = head.put('/api/monthly-digest').send({ version: 1, on: true, userIds });
      expect((await sent.expect(422)).body.errors[0].field).toBe('userIds');
    }
  });
});
