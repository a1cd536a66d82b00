import type { PriorityRefresh, Report } from '@tracker/contract';
import { whileLocked } from '@tracker/testing';
import { type Agent, eventually, listQuery, startTestApi, type TestApi } from './support/test-api';

jest.setTimeout(60_000);

let api: TestApi;
let head: Agent;
let manager: Agent;
let regional: Agent;
beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head', [], 'Hilary Head'));
  manager = await api.as(await api.hub.user('manager', [], 'Max Manager'));
  regional = await api.as(await api.hub.user('regional'));
  await api.hub.school();
});
afterAll(() => api.stop());

const askReport = async (by: Agent): Promise<string> =>
  (await by.post('/api/reports').send({ kind: 'workbook' }).expect(202)).body.id;
const askRanking = async (): Promise<string> =>
  (await head.post('/api/priority-refreshes').send({ all: true }).expect(202)).body.id;
const reportOf = async (id: string): Promise<Report> =>
  (await manager.get(`/api/reports/${id}`).expect(200)).body;
const rankingOf = async (id: string): Promise<PriorityRefresh> =>
  (await manager.get(`/api/priority-refreshes/${id}`).expect(200)).body;

const STOPPED_REPORT = {
  status: 'failed',
  message: 'Max Manager stopped it before it had finished; there is no file.',
};
const STOPPED_RANKING = {
  status: 'failed',
  message:
    'Hilary Head stopped the ranking before it had finished; schools that were not reached keep the rank they had.',
};

describe('a report that waits', () => {
  it('is stopped by whoever asked for it or runs the hub, and by nobody else', async () => {
    const own = await askReport(manager);
    const { body: refused } = await regional.post(`/api/reports/${own}/stop`).expect(403);
    expect(refused.detail).toBe('Only whoever asked for a report may stop it.');
    const { body } = await manager.post(`/api/reports/${own}/stop`).expect(200);
    expect(body).toMatchObject({ ...STOPPED_REPORT, id: own, version: 2 });
    await manager.get(`/api/reports/${own}/file`).expect(409);
    const other = await askReport(manager);
    const { body: byHead } = await head.post(`/api/reports/${other}/stop`).expect(200);
    expect(byHead.message).toMatch(/^Hilary Head stopped it/);
    await head.post('/api/reports/5f0a7c1e-8d5b-4a57-9a53-0f4c1f6f2b11/stop').expect(404);
  });

  it('is stopped once, however often it is pressed, and the trail says by whom', async () => {
    const id = await askReport(manager);
    const press = () => manager.post(`/api/reports/${id}/stop`);
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await head.post(`/api/reports/${id}/stop`).expect(409);
    expect(body.detail).toBe('This report is not under way any more, so it cannot be stopped.');
    expect(await reportOf(id)).toMatchObject({ ...STOPPED_REPORT, version: 2 });
    const entries = await api.dataSource.query(
      `SELECT u.name FROM audit_entries e JOIN users u ON u.id = e.user_id
       WHERE e.record_id = $1 AND e.action = 'changed'`,
      [id],
    );
    expect(entries).toEqual([{ name: 'Max Manager' }]);
  });
});

describe('a ranking that waits', () => {
  it('is stopped by those who may start one, and is listed with who and why', async () => {
    const id = await askRanking();
    await manager.post(`/api/priority-refreshes/${id}/stop`).expect(403);
    const press = () => head.post(`/api/priority-refreshes/${id}/stop`);
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await press().expect(409);
    expect(body.detail).toBe('This ranking is not under way any more, so it cannot be stopped.');
    const list = await manager
      .get('/api/priority-refreshes')
      .query(listQuery({ filter: { status: 'failed' }, range: [0, 0] }))
      .expect(200);
    const stopped = { ...STOPPED_RANKING, id, requestedByName: 'Hilary Head', schools: 0 };
    expect(list.body).toEqual([expect.objectContaining(stopped)]);
    const [{ marked }] = await api.dataSource.query(
      'SELECT count(*)::int AS marked FROM stale_scores WHERE refresh_id IS NOT NULL',
    );
    expect(marked).toBe(0);
  });
});

describe('what runs', () => {
  beforeAll(() => api.startWorker());

  it('as a report ends, leaves no file, and the next one is begun at once', async () => {
    const first = await askReport(manager);
    await whileLocked(api.dataSource, 'follow_up_actions', async () => {
      await eventually(
        () => reportOf(first),
        ({ status }) => status === 'running',
      );
      const next = await askReport(head);
      await manager.post(`/api/reports/${first}/stop`).expect(200);
      await eventually(
        () => reportOf(next),
        ({ status }) => status === 'running',
      );
      await head.post(`/api/reports/${next}/stop`).expect(200);
    });
    expect(await reportOf(first)).toMatchObject({ ...STOPPED_REPORT, bytes: null });
    const last = await askReport(manager);
    await eventually(
      () => reportOf(last),
      ({ status }) => status === 'done',
    );
    await manager.post(`/api/reports/${last}/stop`).expect(409);
    expect(await reportOf(last)).toMatchObject({ status: 'done', message: null });
    await manager.get(`/api/reports/${last}/file`).expect(200);
  });

  it('as a ranking ends, and the next one is begun at once', async () => {
    let id = '';
    await whileLocked(api.dataSource, 'contacts', async () => {
      id = await askRanking();
      await eventually(
        () => rankingOf(id),
        ({ status }) => status === 'running',
      );
      await head.post(`/api/priority-refreshes/${id}/stop`).expect(200);
    });
    expect(await rankingOf(id)).toMatchObject(STOPPED_RANKING);
    const next = await askRanking();
    await eventually(
      () => rankingOf(next),
      ({ status }) => status === 'done',
    );
    await head.post(`/api/priority-refreshes/${next}/stop`).expect(409);
    expect(await rankingOf(id)).toMatchObject(STOPPED_RANKING);
    expect(await rankingOf(next)).toMatchObject({ status: 'done', message: null });
  });
});
