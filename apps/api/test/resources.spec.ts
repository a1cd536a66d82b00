import { randomUUID } from 'node:crypto';
import { isRoute } from '@tracker/contract';
import { RESOURCE_SAMPLES } from '@tracker/testing/resource-samples';
import { AUDITED_RECORDS } from '@tracker/domain';
import { RESOURCES, tableOf } from './support/resource-calls';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
let admin: Agent;
beforeAll(async () => {
  api = await startTestApi();
  head = await api.as(await api.hub.user('head'));
  admin = await api.as(await api.hub.user('admin'));
}, 30_000);
afterAll(() => api.stop());

describe.each(RESOURCES)('a record of %s', (name) => {
  const path = `/api/${name}`;
  const sample = () => RESOURCE_SAMPLES[name](`N-${randomUUID()}`);
  const made = async () => (await head.post(path).send(sample().made).expect(201)).body;

  it('is added, read and found as it was written', async () => {
    const { made: body } = sample();
    const { body: record } = await head.post(path).send(body).expect(201);
    expect(record).toMatchObject({ ...body, version: 1 });
    expect((await head.get(`${path}/${record.id}`).expect(200)).body).toEqual(record);
    const query = { filter: JSON.stringify({ id: record.id }) };
    expect((await head.get(path).query(query).expect(200)).body).toEqual([record]);
    // The same name once more.
    await head.post(path).send(body).expect(422);
  });

  it('is changed by whoever has seen its latest version', async () => {
    const { id } = await made();
    const { changed } = sample();
    const body = { ...changed, version: 1 };
    const { body: record } = await head.put(`${path}/${id}`).send(body).expect(200);
    expect(record).toMatchObject({ ...changed, version: 2 });
    const { body: refused } = await head.put(`${path}/${id}`).send(body).expect(409);
    expect(refused.current).toEqual(record);
    // As it was read it may come back, with nothing of it changed that is not theirs to change.
    const { body: again } = await head.put(`${path}/${id}`).send(record).expect(200);
    const other = { ...again, createdAt: '2020-01-01T00:00:00.000Z' };
    const { body: problem } = await head.put(`${path}/${id}`).send(other).expect(422);
    expect(problem.errors).toMatchObject([{ field: 'createdAt' }]);
    const gone = { ...changed, version: 1 };
    await head.put(`${path}/${randomUUID()}`).send(gone).expect(404);
  });

  it('leaves its history, and goes where it can be removed', async () => {
    const { id } = await made();
    const filter = { entity: tableOf(name), recordId: id };
    const trail = async () => {
      const query = { filter: JSON.stringify(filter), sort: '["at","ASC"]' };
      const { body } = await admin.get('/api/audit').query(query).expect(200);
      return (body as { action: string }[]).map(({ action }) => action);
    };
    expect(tableOf(name) in AUDITED_RECORDS).toBe(true);
    expect(await trail()).toEqual(['created']);
    const removes = isRoute(`DELETE ${path}/{id}`);
    await head.delete(`${path}/${id}`).expect(removes ? 200 : 404);
    await head.get(`${path}/${id}`).expect(removes ? 404 : 200);
    expect(await trail()).toEqual(removes ? ['created', 'removed'] : ['created']);
  });
});
