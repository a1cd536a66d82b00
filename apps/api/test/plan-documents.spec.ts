import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  HubSettings,
  PlanDocument,
  PlanDocumentReading,
  PlanReadings,
  SchoolDevelopment,
} from '@tracker/contract';
import type { RegionEntity, SchoolEntity, UserEntity } from '@tracker/data';

import { removePlanOriginals, runRefresh, sweepPlans } from '@tracker/work';
import { makePdf, makeScan } from '../../../libs/files/src/documents/testing/make-documents';
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

let texts = 0;
/** Another each time. */
const planText = (year = '2026-27', more = '') =>
  `Music development plan summary

Academic year that this summary covers: ${year}
Date this summary was published: September 2026
Name of the school music lead: Robin Vale

Part A: Curriculum music

Every class in key stage 2 has a music lesson of 60 minutes each week. We follow the Kapow scheme of work.
${more}
Our pupils like music, text ${(texts += 1)}.`;

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

const figures = async (): Promise<PlanReadings> =>
  (await head.get('/api/plan-figures').expect(200)).body.readings;

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

  it('is corrected by confirming it again; how good the reading was is counted', async () => {
    const before = await figures();
    const { id } = await school();
    const reading = await captured(id, { text: planText() });
    const { body: first } = await confirm(reading).expect(200);
    const read = reading.fields.filter(({ value }) => value !== null).length;
    expect(await figures()).toEqual({
      suggested: before.suggested + read,
      right: before.right + read,
    });
    const value = [{ stage: 'ks2', minutes: 30, qualifier: 'exact' }];
    const facts = allRight(reading).map((fact) =>
      fact.field === 'minutesPerWeek' ? { ...fact, outcome: 'changed', value } : fact,
    );
    const again = await confirm(first, { academicYears: ['2025-26'], facts }).expect(200);
    expect(again.body).toMatchObject({ status: 'confirmed', academicYears: ['2025-26'] });
    const minutes = again.body.fields.find(
      ({ field }: { field: string }) => field === 'minutesPerWeek',
    );
    expect(minutes).toMatchObject({ outcome: 'changed', confirmed: value });
    expect(minutes.value).not.toEqual(value);
    expect(await counted(id)).toEqual(['2025 ks2 30']);
    const { plans } = await development(id);
    expect(plans.map(({ academicYears }) => academicYears)).toEqual([['2025-26']]);
    expect((await figures()).right).toBe(before.right + read - 2);
    const trail = await api.dataSource.query(
      `SELECT changes FROM audit_entries WHERE entity = 'plan_facts' AND action = 'changed'
         AND record_id LIKE $1`,
      [`${reading.id}%minutesPerWeek`],
    );
    expect(trail).toEqual([
      { changes: expect.objectContaining({ outcome: ['right', 'changed'] }) },
    ]);
    const plan = { ...plans[0], version: plans[0]?.version, academicYears: ['2026-27'] };
    const moved = await visitor
      .put(`/api/music-development-plans/${plan.id}`)
      .send(plan)
      .expect(422);
    expect(moved.body.errors[0].field).toBe('academicYears');
  });

  it('gives its place to a later one, says what changed, and has it back when that is rejected', async () => {
    const { id } = await school();
    const old = await captured(id, { text: planText('2026-27', 'An old one.') });
    const first = (await confirm(old).expect(200)).body;
    const text = planText().replace('60 minutes', '90 minutes').replace('Kapow', 'Charanga');
    const later = await captured(id, { text });
    const changes = [
      'Key stage 2: 60 minutes, now 90.',
      'Minutes of a lesson: 60 minutes, now 90 minutes.',
      'Schemes of work: new: Charanga; gone: Kapow.',
    ];
    expect(later.changes).toEqual(changes);
    const second = (await confirm(later).expect(200)).body;
    expect(second.changes).toEqual(changes);
    expect(await read(first.id)).toMatchObject({ status: 'confirmed', replacedById: later.id });
    expect(await counted(id)).toEqual(['2026 ks2 90']);
    expect((await development(id)).plans).toHaveLength(1);

    await reject(second, 'not_a_plan').expect(200);
    expect(await read(first.id)).toMatchObject({ status: 'confirmed', replacedById: null });
    expect(await counted(id)).toEqual(['2026 ks2 60']);
    const gone = await reject(await read(first.id)).expect(200);
    expect(gone.body).toMatchObject({
      ...{ status: 'rejected', rejectReason: 'other_school', academicYears: [], decidedOn: TODAY },
    });
    expect(await development(id)).toMatchObject({ state: 'not_looked', plans: [] });
    expect(await counted(id)).toEqual([]);
    expect(await factor(id)).toMatchObject({ points: 10 });
    await reject(gone.body).expect(409);
    // What was thrown away may be captured again.
    await send(id, { text }).expect(202);
  });

  it('of two people the second is told, and sees both', async () => {
    const { id } = await school();
    const reading = await captured(id, { text: planText() });
    const [one, other] = await Promise.all([confirm(reading), confirm(reading, {}, head)]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const late = one.status === 409 ? one : other;
    expect(late.body).toMatchObject({ current: { id: reading.id, status: 'confirmed' } });
  });

  it('is not confirmed with what cannot be', async () => {
    const reading = await captured((await school()).id, { text: planText() });
    const refused: [object, string, RegExp][] = [
      [{ academicYears: [] }, 'academicYears', /which academic years/],
      [{ academicYears: ['2024-25', '2026-27'] }, 'academicYears', /follow each other/],
      [{ academicYears: ['2042-43'] }, 'academicYears', /2028-29 at the latest/],
      [{ facts: [] }, 'facts.musicLead', /right, changed or not stated/],
      [{ facts: [{ field: 'hubName', outcome: 'maybe' }] }, 'facts.0.outcome', /right, changed/],
      [{ facts: [{ field: 'colour', outcome: 'right' }] }, 'facts.colour', /no field/],
      [{ version: 'x' }, 'version', /which version/],
    ];
    for (const [wrong, field, message] of refused) {
      const { body } = await confirm(reading, wrong).expect(422);
      const found = body.errors.find((each: { field: string }) => each.field === field);
      expect([wrong, found?.message]).toEqual([wrong, expect.stringMatching(message)]);
    }
    const now = await read(reading.id);
    expect(now).toMatchObject({ status: 'to_confirm', version: reading.version });
  });

  it('is not confirmed before it was read', async () => {
    const { body } = await send((await school()).id, { text: planText() }).expect(202);
    const { body: problem } = await confirm({ ...body, fields: [] }).expect(409);
    expect(problem.detail).toMatch(/has not been read yet/);
    await sweep();
  });
});

describe('a captured document', () => {
  it('of the same bytes is taken once, also at the same time, and for another school when it is shared', async () => {
    const [birch, oak] = [await school({ name: 'Birch' }), await school({ name: 'Oak' })];
    const text = planText('2026-27', 'A plan of the trust.');
    const both = await Promise.all([send(birch.id, { text }), send(birch.id, { text }, head)]);
    const [taken, refused] = both[0].status === 202 ? both : [...both].reverse();
    expect([taken?.status, refused?.status]).toEqual([202, 409]);
    expect(refused?.body).toMatchObject({
      detail: 'This document is captured already.',
      current: { id: taken?.body.id, schoolId: birch.id },
    });
    expect(refused?.body.errors).toBeUndefined();
    const asked = await send(oak.id, { text }).expect(409);
    expect(asked.body).toMatchObject({
      errors: [{ field: 'shared', message: expect.stringMatching(/on record for Birch too/) }],
      current: { id: taken?.body.id },
    });
    const second = await send(oak.id, { text, fields: { shared: 'true' } }).expect(202);
    await sweep();
    const shown = await read(second.body.id);
    expect(shown.sameAt).toEqual([
      { documentId: taken?.body.id, schoolId: birch.id, schoolName: 'Birch' },
    ]);
    const first = await read(taken?.body.id);
    expect([first.shareQuestion, shown.shareQuestion]).toEqual([null, null]);
    await confirm(first).expect(200);
    await confirm(shown).expect(200);
    expect([await counted(birch.id), await counted(oak.id)]).toEqual([
      ...[['2026 ks2 60'], ['2026 ks2 60']],
    ]);
  });

  it('sent for two schools at the same time is taken for one, and the other is asked', async () => {
    const schools = [await school({ name: 'Birch' }), await school({ name: 'Oak' })];
    const text = planText('2026-27', 'Another plan of the trust.');
    const sendAll = (fields: Record<string, string> = {}) =>
      Promise.all(
        schools.map(({ id }, at) => send(id, { text, fields }, at === 0 ? visitor : head)),
      );
    const answers = await sendAll();
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    const [taken, asked] = answers[0]?.status === 202 ? answers : [...answers].reverse();
    expect(asked?.body).toMatchObject({
      errors: [{ field: 'shared' }],
      current: { id: taken?.body.id },
    });
    // Both say yes at the same time: the one that has it is told so.
    const again = await sendAll({ shared: 'true' });
    expect(again.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(again.find(({ status }) => status === 409)?.body.errors).toBeUndefined();
    await sweep();
    for (const { id } of schools) {
      expect((await development(id)).documents).toMatchObject([{ status: 'to_confirm' }]);
    }
  });

  it('is made once with one key', async () => {
    const { id } = await school();
    const key = randomUUID();
    const file = planText();
    const sent = () => send(id, { file, name: 'plan.txt' }).set('Idempotency-Key', key);
    const [{ body: first }, { body: again }] = [await sent().expect(202), await sent().expect(202)];
    expect(again).toEqual(first);
    await send(id, { text: 'Another' }).set('Idempotency-Key', key).expect(422);
    await sweep();
  });

  it.each<[Sent, string, RegExp]>([
    [{}, 'file', /Choose a file, or paste/],
    [{ text: ' ' }, 'text', /Paste the text/],
    [{ file: '' }, 'file', /The file is empty/],
    [{ file: 'Music', text: 'Music' }, 'text', /not both/],
    [{ text: 'm'.repeat(200_001) }, 'text', /at most 200,000 characters/],
    [{ text: 'M', fields: { address: 'https://jo:pw@birch.example' } }, 'address', /user name/],
    [{ text: 'M', fields: { address: 'http://192.168.1.4/a' } }, 'address', /private network/],
    [{ text: 'M', fields: { shared: 'perhaps' } }, 'shared', /true or false/],
    [{ fields: { fetch: 'true' } }, 'address', /Give the address/],
    [{ text: 'M', fields: { fetch: 'perhaps' } }, 'fetch', /true or false/],
    [{ text: 'M', fields: { colour: 'red' } }, 'colour', /no field/],
    [{ text: 'M', fields: { schoolId: 'x' } }, 'schoolId', /which school/],
  ])('%#: is refused', async (sent, field, message) => {
    const { id } = await school();
    const { body } = await send(id, sent).expect(422);
    expect(body.errors).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  it('over 10 MB is refused, and nothing of it stays', async () => {
    const { id } = await school();
    const { body } = await send(id, { file: Buffer.alloc(10 * 1024 * 1024 + 1, 'm') }).expect(413);
    expect(body.detail).toMatch(/larger than 10 MB/);
    expect((await development(id)).documents).toEqual([]);
    await send(randomUUID(), { text: 'M' }).expect(404);
  });

  const template =
    'Music development plan summary: [insert school name]\nThis template is designed to support schools to produce the summary.\nBefore publishing your completed summary, delete the advice in this template along with this text box.\nOverview\nAcademic year that this summary covers |\nPart A: Curriculum music';
  it.each<[string, () => Promise<Buffer> | string, RegExp]>([
    ['a scan', () => makeScan(2), /^This PDF holds pictures of pages and no text/],
    ['a PDF with a password', () => makePdf([{ p: 'x' }], { userPassword: 'h' }), /has a password/],
    ['a broken PDF', () => '%PDF-1.7 and no more', /is damaged/],
    [
      'a page that asks to sign in',
      () => '<html><head><title>Sign in</title></head><body><p>Password</p></body></html>',
      /^There is no plan in this page: “Sign in”/,
    ],
    ['a template filled in with nothing', () => template, /^Nothing of the school's own is in it/],
    ['one endless line', () => 'music'.repeat(50_000), /more than 200,000 characters/],
  ])('that is %s says so, and nothing of it is kept', async (_, make, problem) => {
    const { id } = await school();
    const shown = await captured(id, { file: await make() });
    expect(shown).toMatchObject({ status: 'unreadable', hasOriginal: false, blocks: [] });
    expect(shown.problem).toMatch(problem);
    await visitor.get(`${DOCUMENTS}/${shown.id}/original`).expect(410);
    const [{ kept }] = await api.dataSource.query(
      `SELECT count(*)::int AS kept FROM stored_files f WHERE f.purpose = 'plan'
         AND NOT EXISTS (SELECT FROM plan_documents d WHERE d.file_id = f.id)`,
    );
    expect(kept).toBe(0);
    await confirm(shown).expect(409);
  });

  it('of pasted text is text, whatever it looks like', async () => {
    const text = `<b>\0${planText()}</b>`;
    const shown = await captured((await school()).id, { text });
    expect(shown).toMatchObject({ status: 'to_confirm', format: 'text' });
    const { headers, text: sent } = await head.get(`${DOCUMENTS}/${shown.id}/original`).expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(sent).toBe(text);
  });

  it('that another school’s name is in is warned of, a predecessor’s is not', async () => {
    const before = await school({ name: 'Mill Lane Infant School', status: 'closed' });
    const now = await school({ name: 'Hazel Academy' });
    await api.hub.succession(before, now);
    const warningsOf = async (name: string) =>
      (await captured(now.id, { text: `Name of school: ${name}\n${planText()}` })).warnings.map(
        ({ key }) => key,
      );
    expect(await warningsOf('Mill Lane Infant School')).not.toContain('other_school');
    expect(await warningsOf('Quarry Bank High School')).toContain('other_school');
  });

  it('that took its worker down three times is given up', async () => {
    const { body } = await send((await school()).id, { text: planText() }).expect(202);
    // As three workers leave it that die while they read it.
    await api.dataSource.query('UPDATE plan_documents SET attempts = 2 WHERE id = $1', [body.id]);
    await sweep();
    expect(await read(body.id)).toMatchObject({ status: 'to_confirm' });
    const next = await send((await school()).id, { text: planText('2025-26') }).expect(202);
    const { id } = next.body;
    await api.dataSource.query('UPDATE plan_documents SET attempts = 3 WHERE id = $1', [id]);
    await sweep();
    expect(await read(id)).toMatchObject({
      ...{ status: 'unreadable', hasOriginal: false },
      problem: expect.stringMatching(/begun three times/),
    });
  });

  it('is for those who may write at the school', async () => {
    const { id } = await api.hub.school({ regionId: (await api.hub.region()).id });
    await send(id, { text: planText() }).expect(403);
    const manager = await api.as(await api.hub.user('manager'));
    await send(id, { text: planText() }, manager).expect(403);
    const { body } = await send(id, { text: planText() }, head).expect(202);
    await sweep();
    const reading = await read(body.id);
    for (const agent of [visitor, manager]) {
      await confirm(reading, {}, agent).expect(403);
      await reject(reading, 'not_a_plan', agent).expect(403);
      await agent.get(`${DOCUMENTS}/${body.id}`).expect(200);
    }
  });

  it('loses its original three academic years after the last one it covers; what it said stays', async () => {
    const reading = await captured((await school()).id, { text: planText('2022-23') });
    await confirm(reading, { academicYears: ['2022-23'] }).expect(200);
    await removePlanOriginals(api.dataSource, '2026-08-31');
    expect(await read(reading.id)).toMatchObject({ hasOriginal: true });
    await removePlanOriginals(api.dataSource, '2026-09-01');
    const now = await read(reading.id);
    expect(now).toMatchObject({ status: 'confirmed', hasOriginal: false, blocks: [] });
    const scheme = now.fields.find(({ field }) => field === 'schemes');
    expect(scheme).toMatchObject({ value: ['Kapow'], confirmed: ['Kapow'], outcome: 'right' });
  });
});

describe('settings of the hub', () => {
  const SETTINGS = '/api/hub-settings';
  const change = async (make: (present: HubSettings) => object) => {
    const { body } = await head.get(SETTINGS).expect(200);
    await head
      .put(SETTINGS)
      .send({ ...body, ...make(body) })
      .expect(200);
  };
  afterEach(() => api.dataSource.query('DELETE FROM settings'));

  it('names it adds are read in documents captured from then on, its own are no other organisation', async () => {
    const { id } = await school();
    const text = () =>
      planText().replace('the Kapow scheme', 'the Moorland Primary Music scheme') +
      '\nName of other music education organisations: NMS, Rock Steady';
    const valueOf = ({ fields }: PlanDocumentReading, name: string) =>
      fields.find(({ field }) => field === name)?.value;
    const before = await captured(id, { text: text() });
    expect(valueOf(before, 'schemes')).toEqual(['Moorland Primary Music']);
    expect(valueOf(before, 'otherOrganisations')).toEqual(['NMS', 'Rocksteady Music School']);
    await change(({ planWords }) => ({
      planWords: {
        ...planWords,
        hubNames: ['Northmere Sounds', 'NMS'],
        schemes: [{ name: 'Moorland Music', others: ['Moorland Primary Music'] }],
      },
    }));
    const after = await captured(id, { text: text() });
    expect(valueOf(after, 'schemes')).toEqual(['Moorland Music']);
    expect(valueOf(after, 'otherOrganisations')).toEqual(['Rocksteady Music School']);
    // What was read before stays, and is counted by the name the hub has now.
    expect(valueOf(await read(before.id), 'schemes')).toEqual(['Moorland Primary Music']);
    await confirm(before).expect(200);
    const schemes = await api.dataSource.query(
      "SELECT value FROM plan_values WHERE document_id = $1 AND field = 'schemes'",
      [before.id],
    );
    expect(schemes).toEqual([{ value: 'Moorland Music' }]);
  });

  it('let the worker get a plan from the school’s own website, and from nowhere else', async () => {
    const content = planText();
    const server = createServer(({ url }, response) =>
      url === '/music%20plan.txt' ? response.end(content) : response.writeHead(404).end(),
    );
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const network = {
      addressesOf: async () => [{ address: '127.0.0.1', family: 4 }],
      mayBeReached: () => true,
      portOf: () => (server.address() as AddressInfo).port,
    };
    const { id } = await school({ website: 'www.birch.example' });
    const ask = (address: string, fields = {}, schoolId = id) =>
      send(schoolId, { fields: { address, fetch: 'true', ...fields } });
    const refused = async (request: ReturnType<typeof ask>, field: string, message: RegExp) => {
      const { body } = await request.expect(422);
      expect(body.errors).toEqual([{ field, message: expect.stringMatching(message) }]);
    };
    const plan = 'http://birch.example/music%20plan.txt';
    const fetched = async (address: string, through: typeof network | undefined = network) => {
      const { body } = await ask(address).expect(202);
      expect(body).toMatchObject({ status: 'reading', bytes: 0, hasOriginal: false });
      const options = { dataDir: api.env.dataDir, today: TODAY };
      await sweepPlans(api.dataSource, { ...options, ...(through && { network: through }) });
      return read(body.id);
    };
    try {
      const mayBeFetched = async () =>
        (await head.get(`/api/schools/${id}/development`).expect(200)).body.mayBeFetched;
      await refused(ask(plan), 'fetch', /^Fetching is switched off\.$/);
      expect(await mayBeFetched()).toBe(false);
      await change(() => ({ fetchPlans: true }));
      expect(await mayBeFetched()).toBe(true);
      await refused(ask('https://oak.example/plan'), 'address', /^Only what is on the school/);
      await refused(ask('https://birch.example:8443/a'), 'address', /without a port/);
      await refused(ask('https://jo@birch.example/a'), 'address', /without a user name/);
      await refused(ask(plan, { text: 'M' }), 'fetch', /not both/);
      await refused(ask(plan, {}, (await school()).id), 'address', /has no website on record/);
      await api
        .as(await api.hub.user('manager'))
        .then((manager) =>
          send(id, { fields: { address: plan, fetch: 'true' } }, manager).expect(403),
        );

      expect(await fetched(plan)).toMatchObject({
        ...{ status: 'to_confirm', format: 'text', fileName: 'music plan.txt', address: plan },
        ...{ hasOriginal: true, bytes: Buffer.byteLength(content) },
      });
      const oak = await school({ name: 'Oak', website: 'www.birch.example' });
      const same = await ask(plan, {}, oak.id).expect(202);
      await sweepPlans(api.dataSource, { dataDir: api.env.dataDir, today: TODAY, network });
      const shown = await read(same.body.id);
      expect(shown.shareQuestion).toMatch(
        /^This document is on record for .* Is it a trust’s plan/,
      );
      const silent = await confirm(shown).expect(422);
      expect(silent.body.errors).toEqual([{ field: 'shared', message: shown.shareQuestion }]);
      await confirm(shown, { shared: true }).expect(200);

      const unreadable = (problem: RegExp) => ({
        ...{ status: 'unreadable', hasOriginal: false, problem: expect.stringMatching(problem) },
      });
      expect(await fetched(plan)).toMatchObject(unreadable(/^This document is captured already/));
      expect(await fetched('http://birch.example/gone')).toMatchObject(unreadable(/answered 404/));
      const inside = { ...network, mayBeReached: () => false };
      expect(await fetched(plan, inside)).toMatchObject(unreadable(/a private network/));
      // Switched off before the worker came to it.
      const { body: late } = await ask(plan).expect(202);
      await change(() => ({ fetchPlans: false }));
      await sweep();
      expect(await read(late.id)).toMatchObject(unreadable(/^Fetching is switched off/));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
