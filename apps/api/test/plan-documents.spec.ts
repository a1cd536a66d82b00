import { randomUUID } from 'node:crypto';
import type { PlanDocument, PlanDocumentReading, SchoolDevelopment } from '@tracker/contract';
import type { RegionEntity, SchoolEntity, UserEntity } from '@tracker/data';

import { runRefresh, sweepPlans } from '@tracker/work';
import { makePdf } from '../../../libs/files/src/documents/testing/make-documents';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

jest.setTimeout(60_000);

const TODAY = '2026-11-20';
const DOCUMENTS = '/api/plan-documents';

let api: TestApi;
let north: RegionEntity;
let callum: UserEntity;
let head: Agent;
let visitor: Agent;
beforeAll(async () => {
  api = await startTestApi(TODAY);
  north = await api.hub.region();
  callum = await api.hub.user('regional', [north.id], 'Callum Reed');
  head = await api.as(await api.hub.user('head', [], 'Ash Rook'));
  visitor = await api.as(callum);
});
afterAll(() => api.stop());

const school = (over: Partial<SchoolEntity> = {}) =>
  api.hub.school({ regionId: north.id, ...over });

interface Sent {
  file?: Buffer | string;
  name?: string;
  text?: string;
  fields?: Record<string, string>;
}
const send = (schoolId: string, { file, name = 'plan.pdf', text, fields }: Sent, by = visitor) => {
  const request = by.post(DOCUMENTS);
  const all = { schoolId, ...fields, ...(text !== undefined && { text }) };
  for (const [field, value] of Object.entries(all)) void request.field(field, value);
  return file === undefined ? request : request.attach('file', Buffer.from(file), name);
};
const sweep = () => sweepPlans(api.dataSource, { dataDir: api.env.dataDir, today: TODAY });
const read = async (id: string): Promise<PlanDocumentReading> =>
  (await head.get(`${DOCUMENTS}/${id}`).expect(200)).body;
const captured = async (schoolId: string, sent: Sent): Promise<PlanDocumentReading> => {
  const { body } = await send(schoolId, sent).expect(202);
  await sweep();
  return read((body as PlanDocument).id);
};

const planText = (year = '2026-27', more = '') =>
  `Music development plan summary

Academic year that this summary covers: ${year}
Date this summary was published: September 2026
Name of the school music lead: Robin Vale

Part A: Curriculum music

Every class in key stage 2 has a music lesson of 60 minutes each week. We follow the Kapow scheme of work.
${more}`;

describe('a captured plan', () => {
  it('waits, is read by the worker, and is shown with what was read', async () => {
    const { id } = await school();
    const pdf = await makePdf([
      { h: 'Music development plan summary' },
      { rows: [['Academic year that this summary covers', '2026-27']] },
      { p: 'Every class has a music lesson of 50 minutes each week.' },
    ]);
    const { body } = await send(id, { file: pdf, fields: { address: 'birch.example/m' } });
    expect(body).toMatchObject({
      ...{ schoolId: id, status: 'reading', format: null, fileName: 'plan.pdf', version: 1 },
      ...{ hasOriginal: true, address: 'https://birch.example/m', academicYears: [] },
      ...{ capturedById: callum.id, capturedByName: 'Callum Reed', bytes: pdf.length },
    });
    expect(await read(body.id)).toMatchObject({ status: 'reading', blocks: [] });
    await sweep();
    const now = await read(body.id);
    expect(now).toMatchObject({ status: 'to_confirm', format: 'pdf', version: 2 });
    const years = now.fields.find(({ field }) => field === 'academicYears');
    expect(years).toMatchObject({ value: ['2026-27'], mark: 'sure', outcome: null });
    const filter = { schoolId: id, status: ['to_confirm'] };
    const { body: listed } = await head.get(DOCUMENTS).query(listQuery({ filter })).expect(200);
    expect(listed.map((each: PlanDocument) => each.id)).toEqual([body.id]);
    const original = await visitor.get(`${DOCUMENTS}/${body.id}/original`).buffer().expect(200);
    expect(original.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="[\w-]+\.pdf"$/),
      'x-content-type-options': 'nosniff',
    });
    expect(Buffer.from(original.body).equals(pdf)).toBe(true);
  });
});
void randomUUID;
void planText;
void captured;

/** As whoever agrees with everything sends it. */
const allRight = ({ fields }: PlanDocumentReading) =>
  fields
    .filter(({ field, value }) => value !== null && field !== 'academicYears')
    .map(({ field }) => ({ field, outcome: 'right' }));
const confirm = (reading: PlanDocumentReading, more: object = {}, by = visitor) =>
  by.post(`${DOCUMENTS}/${reading.id}/confirm`).send({
    ...{ version: reading.version, academicYears: ['2026-27'], facts: allRight(reading) },
    ...more,
  });
const reject = ({ id, version }: PlanDocument, reason = 'other_school', by = visitor) =>
  by.post(`${DOCUMENTS}/${id}/reject`).send({ version, reason });
const development = async (schoolId: string): Promise<SchoolDevelopment> =>
  (await head.get(`/api/schools/${schoolId}/development`).expect(200)).body;
const factor = async (schoolId: string) => {
  await runRefresh(api.dataSource, TODAY);
  const { factors } = (await head.get(`/api/priority-queue/${schoolId}`).expect(200)).body;
  return factors.find(({ key }: { key: string }) => key === 'no_music_plan');
};
const counted = async (schoolId: string): Promise<string[]> => {
  const rows: { year: number; part: string; value: string; number: string | null }[] =
    await api.dataSource.query(
      `SELECT year, part, value, number FROM plan_values WHERE school_id = $1 AND field = 'minutesPerWeek'
       ORDER BY year, part`,
      [schoolId],
    );
  return rows.map(({ year, part, number }) => `${year} ${part} ${Number(number)}`);
};

describe('a confirmed plan', () => {
  it('makes the plan known: state, score, brief and what is counted follow', async () => {
    const { id } = await school();
    const reading = await captured(id, {
      text: planText(),
      fields: { address: 'birch.example/m' },
    });
    expect(reading).toMatchObject({ status: 'to_confirm', fileName: null, format: 'text' });
    expect(await factor(id)).toMatchObject({ points: 10 });
    const { body } = await confirm(reading).expect(200);
    expect(body).toMatchObject({
      ...{ status: 'confirmed', academicYears: ['2026-27'], decidedOn: TODAY },
      ...{ decidedByName: 'Callum Reed', replacedById: null, changes: [] },
      leads: [{ name: 'Robin Vale', instead: null }],
    });
    const years = body.fields.find(({ field }: { field: string }) => field === 'academicYears');
    expect(years).toMatchObject({ outcome: 'right', confirmed: ['2026-27'] });
    expect(await factor(id)).toMatchObject({ points: 0, detail: 'A plan for 2026-27 is known.' });
    const known = await development(id);
    expect(known).toMatchObject({
      state: 'current',
      plans: [{ knownFrom: 'document', knownOn: TODAY, address: 'https://birch.example/m' }],
      documents: [{ id: reading.id, status: 'confirmed' }],
    });
    expect(await counted(id)).toEqual(['2026 ks2 60']);
    const brief = (await head.get(`/api/schools/${id}/brief`).expect(200)).body;
    expect(brief.plan).toMatchObject({ academicYear: '2026-27', current: true });
    const filter = JSON.stringify({ kind: ['plan'] });
    const timeline = (await head.get(`/api/schools/${id}/timeline`).query({ filter })).body;
    expect(timeline).toMatchObject([{ plan: { knownFrom: 'document', byName: 'Callum Reed' } }]);
  });
});
