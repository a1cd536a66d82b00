import { emptyBins, refreshPriorityScores } from '@tracker/work';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let head: Agent;
let regional: Agent;
let regionId: string;
const sql = (text: string, values: unknown[] = []) => api.dataSource.query(text, values);

beforeAll(async () => {
  api = await startTestApi();
  regionId = (await api.hub.region()).id;
  head = await api.as(await api.hub.user('head', [], 'Hilary Marsh'));
  regional = await api.as(await api.hub.user('regional', [regionId]));
}, 30_000);
afterAll(() => api.stop());

const school = () => api.hub.school({ regionId });
const made = async (resource: string, body: object) =>
  (await regional.post(`/api/${resource}`).send(body).expect(201)).body as {
    id: string;
    version: number;
  };
const idsOf = async (path: string, filter: object = {}) => {
  const { body } = await head.get(`/api/${path}`).query(listQuery({ filter })).expect(200);
  return (body as { id: string }[]).map(({ id }) => id);
};
const lead = (schoolId: string) =>
  made('contacts', { schoolId, name: 'Jo Marsh', role: 'music_lead', email: 'jo@s.example' });

describe.each(['contacts', 'follow-up-actions'])('a deleted one of %s', (resource) => {
  const body = (schoolId: string) =>
    resource === 'contacts'
      ? { schoolId, name: 'Jo Marsh', role: 'other' }
      : { schoolId, title: 'Ring the office' };

  it('is in no list, lies in the bin and comes back as it was', async () => {
    const { id: schoolId } = await school();
    const { id, version } = await made(resource, body(schoolId));
    await head
      .delete(`/api/${resource}/${id}`)
      .query({ version: version + 1 })
      .expect(409);
    await regional.delete(`/api/${resource}/${id}`).query({ version }).expect(200);
    expect(await idsOf(resource, { schoolId })).toEqual([]);
    await head.get(`/api/${resource}/${id}`).expect(404);
    await regional.delete(`/api/${resource}/${id}`).expect(404);
    const bin = await head
      .get(`/api/${resource}/bin`)
      .query(listQuery({ filter: { schoolId, regionId } }));
    expect(bin.body).toMatchObject([{ ...body(schoolId), id, deletedByName: 'Test regional' }]);
    expect(bin.body[0].leavesOn).toMatch(/^\d{4}-\d\d-\d\d$/);

    const back = await regional.post(`/api/${resource}/${id}/restore`).send({}).expect(200);
    expect(back.body).toMatchObject({ ...body(schoolId), id });
    expect(await idsOf(resource, { schoolId })).toEqual([id]);
    expect(await idsOf(`${resource}/bin`, { schoolId })).toEqual([]);
    const twice = await regional.post(`/api/${resource}/${id}/restore`).send({}).expect(409);
    expect(twice.body.detail).toMatch(/is not deleted\.$/);
  });

  it('goes for good after 30 days, and the audit trail says so', async () => {
    const { id: schoolId } = await school();
    const [old, young] = [
      await made(resource, body(schoolId)),
      await made(resource, body(schoolId)),
    ];
    const table = resource.replaceAll('-', '_');
    await sql(
      `UPDATE ${table} SET deleted_at = now() - CASE WHEN id = $1 THEN interval '30 days 1 hour'
         ELSE interval '29 days 23 hours' END WHERE id IN ($1, $2)`,
      [old.id, young.id],
    );
    await emptyBins(api.dataSource);
    expect(await idsOf(`${resource}/bin`, { schoolId })).toEqual([young.id]);
    await regional.post(`/api/${resource}/${old.id}/restore`).send({}).expect(404);
    const [entry] = await sql(
      `SELECT action, actor FROM audit_entries WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
      [old.id],
    );
    expect(entry).toEqual({ action: 'removed', actor: 'job' });
  });
});

it('leaves a deleted contact out of score, brief, pack, recipients and people met', async () => {
  const { id: schoolId } = await school();
  const { id } = await lead(schoolId);
  const visit = await made('visits', {
    schoolId,
    outcome: { visitedOn: '2024-11-19', summary: 'Fine.', peopleMet: [{ contactId: id }] },
  });
  const planned = await made('visits', { schoolId, scheduledOn: '2024-12-03' });
  const seen = async () => {
    await refreshPriorityScores(api.dataSource, '2024-11-20');
    const get = async (path: string) => (await regional.get(`/api/${path}`).expect(200)).body;
    const { factors } = await get(`priority-queue/${schoolId}`);
    const noLead = factors.find(({ key }: { key: string }) => /lead/i.test(key));
    return {
      noLead: noLead.points > 0,
      brief: (await get(`schools/${schoolId}/brief`)).contacts.length,
      pack: (await get(`offline-pack?visitId=${planned.id}`)).schools[0].contacts.length,
      recipient: (await get(`visits/${planned.id}/recipient`)).contacts.length,
      met: (await get(`visits/${visit.id}`)).outcome.peopleMet[0].contactId !== null,
    };
  };
  const there = { noLead: false, brief: 1, pack: 1, recipient: 1, met: true };
  expect(await seen()).toEqual(there);
  await regional.delete(`/api/contacts/${id}`).expect(200);
  expect(await seen()).toEqual({ noLead: true, brief: 0, pack: 0, recipient: 0, met: false });
  await regional.post(`/api/contacts/${id}/restore`).send({}).expect(200);
  expect(await seen()).toEqual(there);
});

it('leaves a deleted action out of score, timeline and Today', async () => {
  const { id: schoolId } = await school();
  const { id } = await made('follow-up-actions', { schoolId, title: 'x', dueOn: '2024-01-10' });
  const seen = async () => {
    await refreshPriorityScores(api.dataSource, '2024-11-20');
    const { factors } = (await head.get(`/api/priority-queue/${schoolId}`).expect(200)).body;
    const late = factors.find(({ key }: { key: string }) => /action/i.test(key)).points;
    const timeline = await head.get(`/api/schools/${schoolId}/timeline`).expect(200);
    return [
      late,
      timeline.body.length,
      await idsOf('follow-up-actions', { overdue: true, schoolId }),
    ];
  };
  expect(await seen()).toEqual([5, 1, [id]]);
  await regional.delete(`/api/follow-up-actions/${id}`).expect(200);
  expect(await seen()).toEqual([0, 0, []]);
});
