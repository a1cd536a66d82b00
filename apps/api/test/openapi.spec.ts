import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRoute, type PlanDocumentReading } from '@tracker/contract';
import type { Schema } from '@tracker/contract/shapes';
import { RESOURCE_SAMPLES } from '@tracker/testing/resource-samples';
import { AnswerLinkEntity, tokenHash } from '@tracker/data';
import { sweepPlans, sweepReports, sweepVisitPlans } from '@tracker/work';
import { createApp } from '../src/create-app';
import type { Method } from '../src/openapi/complete-document';
import { AnswersScene } from './support/answers-scene';
import { type Call, DescribedApi } from './support/described-api';
import { RESOURCES } from './support/resource-calls';
import { type Agent, eventually, listQuery, startTestApi, type TestApi } from './support/test-api';
import { PASSWORD } from './support/test-hub';

const TODAY = '2024-11-20';
const CLI = '../../../node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js';

let api: TestApi;
let head: Agent;
let admin: Agent;
let described: DescribedApi;
beforeAll(async () => {
  api = await startTestApi(TODAY);
  head = await api.as(await api.hub.user('head'));
  admin = await api.as(await api.hub.user('admin'));
  described = new DescribedApi((await head.get('/api/docs-json').expect(200)).body);
}, 30_000);
afterAll(() => api.stop());

const call = (method: Method, path: string, more: Omit<Call, 'method' | 'path'> = {}) =>
  described.call(path.startsWith('/api/audit') ? admin : head, { method, path, ...more });

describe('the document', () => {
  it('is OpenAPI 3, by the schema that the standard publishes', () => {
    const file = join(api.env.dataDir, 'openapi.json');
    writeFileSync(file, JSON.stringify(described.document));
    const said = execFileSync(process.execPath, [join(__dirname, CLI), file], { encoding: 'utf8' });
    expect(JSON.parse(said)).toMatchObject({ valid: true });
  });

  it('has every route there is below /api, and no other', async () => {
    const routes = new Set<string>();
    const again = await createApp(api.env);
    const fastify = again.getHttpAdapter().getInstance();
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) {
        const isOwn = url.startsWith('/api/') && !url.startsWith('/api/docs');
        const path = url.replace(/:(\w+)/g, '{$1}');
        if (isOwn && each !== 'HEAD') routes.add(`${each.toLowerCase()} ${path}`);
      }
    });
    await again.init();
    await again.close();
    const inDocument = described.operations().map(([method, path]) => `${method} ${path}`);
    expect(inDocument.sort()).toEqual([...routes].sort());
  });

  it('says of every operation what it does, what it answers and how it fails', () => {
    for (const [method, path, operation] of described.operations()) {
      const what = `${method} ${path}`;
      expect([what, operation.summary]).toEqual([what, expect.stringMatching(/\w/)]);
      const statuses = Object.keys(operation.responses);
      const successes = statuses.filter((status) => status.startsWith('2'));
      expect([what, successes]).toEqual([what, [expect.any(String)]]);
      for (const status of statuses.filter((each) => each !== '204')) {
        const { pointer, response } = described.response({ method, path }, status);
        const [[type, media] = []] = Object.entries(response.content ?? {});
        expect([what, status, media?.schema]).toEqual([what, status, expect.any(Object)]);
        const isProblem = Number(status) >= 400 && path !== '/api/health/ready';
        if (isProblem) expect([what, status, type]).toEqual([what, status, PROBLEM]);
        const schema = [...pointer, 'content', type as string, 'schema'];
        expect([what, status, described.faults(schema, media?.example)]).toEqual([
          what,
          status,
          null,
        ]);
      }
      if (!path.startsWith('/api/health')) {
        const expected = ['401', '503', ...(path.includes('{') ? ['400', '404'] : [])];
        expect([what, statuses]).toEqual([what, expect.arrayContaining(expected)]);
      }
    }
  });

  it('marks as open what needs no session, and only that', async () => {
    for (const [method, path, operation] of described.operations()) {
      const answer = await api.anonymous[method](path.replace(/\{\w+\}/, randomUUID()));
      const asked = answer.body.detail === 'Please sign in.';
      expect([path, asked]).toEqual([path, operation.security === undefined]);
    }
  }, 30_000);
});

const PROBLEM = 'application/problem+json';
type Described = ReturnType<DescribedApi['operations']>[number];

describe('what is answered is as described', () => {
  it('for sign-in, health and staff', async () => {
    const { id, email } = await api.hub.user('head');
    const { anonymous } = api;
    await described.call(anonymous, { method: 'get', path: '/api/health' });
    await described.call(anonymous, { method: 'get', path: '/api/health/ready' });
    const body = { email, password: PASSWORD };
    const session = await api.as({ email });
    await described.call(session, { method: 'post', path: '/api/auth/sign-in', body });
    await described.call(session, { method: 'get', path: '/api/auth/me' });
    await described.call(session, { method: 'post', path: '/api/auth/sign-out' });
    await call('get', '/api/today');
    await call('get', '/api/today/set-up');
    await call('get', '/api/users');
    await call('get', '/api/users/{id}', { id });
    await call('get', '/api/audit');
    await call('get', '/api/history');
  });

  it('for accounts, links, passwords and sessions', async () => {
    const admin = await api.as(await api.hub.user('admin'));
    const asAdmin = (method: Method, path: string, more = {}) =>
      described.call(admin, { method, path, ...more });
    const open = (path: string, body: object) =>
      described.call(api.anonymous, { method: 'post', path, body });
    const tokenOf = (link: { path: string }) => link.path.split('token=')[1];
    const next = 'three herons on a tram';
    const body = { name: 'Ash Rook', email: 'ash@hub.example', role: 'head', regionIds: [] };
    const { body: invited } = await asAdmin('post', '/api/users', { body });
    const { id } = invited;
    await open('/api/auth/password', { token: tokenOf(invited.link), password: next });
    await asAdmin('put', '/api/users/{id}', { id, body: { version: 2, name: 'Ash Rooke' } });
    await asAdmin('post', '/api/users/{id}/reset-link', { id });
    const change = { current: PASSWORD, next };
    await asAdmin('post', '/api/auth/change-password', { body: change });
    const { body: sessions } = await asAdmin('get', '/api/auth/sessions');
    await asAdmin('post', '/api/auth/sign-out-everywhere');
    const again = await api.as(await api.hub.user('head'));
    const own = (await again.get('/api/auth/sessions')).body[0].id;
    expect(sessions).toHaveLength(1);
    await described.call(again, { method: 'delete', path: '/api/auth/sessions/{id}', id: own });
  });

  it('for reports, their texts, and the digest', async () => {
    const { body: report } = await call('post', '/api/reports', { body: { kind: 'workbook' } });
    const { id } = report;
    await call('get', '/api/reports');
    await call('get', '/api/reports/{id}', { id });
    await call('post', '/api/reports/{id}/stop', { id });
    const csv = { kind: 'by_school', format: 'csv', academicYear: '2024-25', columns: ['name'] };
    const made = (await call('post', '/api/reports', { body: csv })).body.id;
    await sweepReports(api.dataSource, { dataDir: api.env.dataDir, today: '2024-11-20' });
    await eventually(
      () => call('get', '/api/reports/{id}', { id: made }),
      ({ body: { status } }) => status === 'done',
    );
    await call('get', '/api/reports/{id}/file', { id: made });
    await call('delete', '/api/reports/{id}', { id });

    await call('get', '/api/report-columns');
    const texts = { title: 'A', introduction: '', highlights: '', challenges: '', nextSteps: '' };
    const year = { id: '2024-25', body: { ...texts, version: 0 } };
    await call('put', '/api/report-narratives/{academicYear}', year);
    await call('get', '/api/report-narratives/{academicYear}', { id: '2024-25' });
    const off = { version: 0, on: false, userIds: [] };
    await call('put', '/api/monthly-digest', { body: off });
    await call('get', '/api/monthly-digest');
  });

  it.each(RESOURCES)('for %s', async (name) => {
    const { made, changed } = RESOURCE_SAMPLES[name]('Steel pans');
    const { id } = (await call('post', `/api/${name}`, { body: made })).body;
    await call('put', `/api/${name}/{id}`, { id, body: { ...changed, version: 1 } });
    await call('get', `/api/${name}/{id}`, { id });
    await call('get', `/api/${name}`);
    if (isRoute(`DELETE /api/${name}/{id}`)) await call('delete', `/api/${name}/{id}`, { id });
  });

  it('for schools, contacts, plans and cycles', async () => {
    const school = await api.hub.school({ district: 'Eastmarsh', fsmPercent: 23.4, pupils: 200 });
    const closed = await api.hub.school({ status: 'closed', closedOn: '2022-08-31' });
    await api.hub.succession(closed, school);
    await call('get', '/api/schools', { query: listQuery({ sort: ['name', 'ASC'] }) });
    await call('get', '/api/schools/facets');
    await call('get', '/api/schools/{id}', { id: closed.id });
    const { version } = (await call('get', '/api/schools/{id}', { id: school.id })).body;
    await call('put', '/api/schools/{id}', { id: school.id, body: { version, notes: 'Ring.' } });
    await call('post', '/api/schools/region', { body: { ids: [school.id], regionId: null } });

    const person = { schoolId: school.id, name: 'Jo Marsh', role: 'music_lead' };
    const { id } = (await call('post', '/api/contacts', { body: person })).body;
    const changed = { version: 1, name: 'Jo Marsh', role: 'other', email: 'jo@school.example' };
    await call('put', '/api/contacts/{id}', { id, body: changed });
    await call('get', '/api/contacts/{id}', { id });
    await call('get', '/api/contacts');
    await call('delete', '/api/contacts/{id}', { id });
    await call('get', '/api/contacts/bin');
    await call('post', '/api/contacts/{id}/restore', { id });

    const plan = { academicYears: ['2024-25'], address: 'www.school.example/music' };
    const seen = await call('post', '/api/music-development-plans', {
      body: { ...plan, schoolId: school.id },
    });
    const put = { ...plan, version: 1, knownOn: '2024-11-18' };
    await call('put', '/api/music-development-plans/{id}', { id: seen.body.id, body: put });
    await call('get', '/api/music-development-plans/{id}', { id: seen.body.id });
    await call('get', '/api/music-development-plans');
    await call('post', '/api/plan-looks', { body: { schoolId: school.id, result: 'gone' } });
    await call('get', '/api/plan-looks');
    await call('get', '/api/schools/{id}/development', { id: school.id });
    await call('delete', '/api/music-development-plans/{id}', { id: seen.body.id });
    const file = { name: 'plan.txt', content: 'Music plan 2024-25. We follow the Kapow scheme.' };
    const sent = { body: { schoolId: school.id }, file };
    const captured = await call('post', '/api/plan-documents', sent);
    const document = { id: captured.body.id };
    await sweepPlans(api.dataSource, { dataDir: api.env.dataDir, today: TODAY });
    const read = await call('get', '/api/plan-documents/{id}', document);
    await call('get', '/api/plan-documents');
    await call('get', '/api/plan-documents/{id}/original', document);
    const facts = (read.body as PlanDocumentReading).fields
      .filter(({ value }) => value !== null)
      .map(({ field }): object => ({ field, outcome: 'not_stated' }))
      .concat({ field: 'priorities', outcome: 'changed', value: ['Start a choir'] });
    const confirmed = { version: read.body.version, academicYears: ['2024-25'], facts };
    const known = await call('post', '/api/plan-documents/{id}/confirm', {
      ...document,
      body: confirmed,
    });
    const text = 'Start a choir';
    const priority = { documentId: document.id, text, label: 'Ensembles' };
    const { body: tagging } = await call('post', '/api/tagged-priorities', { body: priority });
    const { body: wanting } = await call('get', '/api/plan-facts');
    expect(wanting[0].priorities).toEqual([{ text, tags: [tagging] }]);
    const ofYear = { academicYear: '2024-25' };
    const { body: counted } = await call('get', '/api/plan-figures', { query: ofYear });
    expect(counted.facts.tags).toHaveLength(1);
    await call('delete', '/api/tagged-priorities/{id}', { id: tagging.id });
    const reason = { version: known.body.version, reason: 'other_school' };
    await call('post', '/api/plan-documents/{id}/reject', { ...document, body: reason });
    await call('get', '/api/plan-round');
    await call('get', '/api/plan-figures');
    await call('get', '/api/plan-facts');
    await call('get', '/api/plan-facts/export');

    const { body: cycles } = await call('get', '/api/visit-cycles');
    await call('get', '/api/visit-cycles/{id}', { id: cycles[0].id });
  });

  it('for what visitors can take and when schools can be visited', async () => {
    const { id: schoolId } = await api.hub.school({ town: 'Hatfield', easting: 1, northing: 2 });
    const { id } = await api.hub.user('regional');
    const capacity = { perDay: 2, perWeek: 3, perHalfTerm: 9, weekdays: [2, 4] };
    const body = { ...capacity, startsFrom: { schoolId } };
    await call('put', '/api/visitors/{id}/capacity', { id, body });
    await call('get', '/api/visitors/{id}/capacity', { id });
    const away = { userId: id, from: '2024-12-09', to: '2024-12-13' };
    const absence = await call('post', '/api/visitor-absences', { body: away });
    await call('get', '/api/visitor-absences');
    await call('delete', '/api/visitor-absences/{id}', { id: absence.body.id });
    const year = { id: '2024-25' };
    const address = 'https://outlook.office.com/a.ics';
    await call('put', '/api/account/busy-calendar', { body: { address } });
    await call('get', '/api/account/busy-calendar');
    await call('delete', '/api/account/busy-calendar');
    await call('get', '/api/visitors-time/{academicYear}', year);
    const { body: windows } = await call('get', '/api/planning-windows/{academicYear}', year);
    await call('put', '/api/planning-windows/{academicYear}', {
      ...year,
      body: { windows: windows.windows },
    });
    const unavailable = [{ from: '2025-02-03', to: '2025-02-07', why: 'Residential' }];
    const said = { neverWeekdays: [5], wishedWeekdays: [2], unavailable };
    await call('put', '/api/schools/{id}/availability', { id: schoolId, body: said });
    await call('get', '/api/schools/{id}/availability', { id: schoolId });
  });

  it('for plans of visits', async () => {
    const { hub, dataSource } = api;
    const { id: regionId } = await hub.region();
    await hub.user('regional', [regionId]);
    for (let schools = 0; schools < 12; schools += 1) await hub.school({ regionId });
    const academicYear = '2024-25';
    await call('get', '/api/visit-plans/readiness', { query: { academicYear } });
    const asked = { academicYear, settings: { regionIds: [regionId], cancelShare: 0.1 } };
    const { body: made } = await call('post', '/api/visit-plans', { body: asked });
    await sweepVisitPlans(dataSource);
    const { id } = made;
    await call('get', '/api/visit-plans');
    await call('get', '/api/visit-plans/{id}', { id });
    await call('get', '/api/visit-plans/{id}/left-out', { id });
    await call('get', '/api/visit-plans/{id}/problem', { id });
    await call('get', '/api/visit-plans/{id}/visits', { id });
    await call('post', '/api/visit-plans/{id}/use', { id, body: {} });
    const { body: sent } = await call('post', '/api/visit-plans/{id}/send', { id, body: {} });
    const { body: lines } = await call('get', '/api/visit-plan-lines');
    const [line] = lines;
    await call('get', '/api/visit-plan-lines/{id}/days', { id: line.id });
    const lock = { version: line.version, locked: true };
    await call('patch', '/api/visit-plan-lines/{id}', { id: line.id, body: lock });
    const body = { version: sent.plan.version, lineIds: [line.id], onAssumedDays: true };
    await call('post', '/api/visit-plans/{id}/accept', { id, body });
  }, 30_000);

  it('for visits, actions and the queue', async () => {
    const { id: schoolId } = await api.hub.school();
    const plan = async () => (await call('post', '/api/visits', { body: { schoolId } })).body.id;
    const step = async (id: string, name: string, body: object) =>
      call('post', `/api/visits/{id}/${name}`, { id, body });
    const id = await plan();
    await step(id, 'schedule', { scheduledOn: TODAY, startTime: '09:30' });
    await step(id, 'confirm', {});
    const actions = [{ title: 'Send the form', dueOn: '2025-01-17' }];
    await step(id, 'outcome', { visitedOn: TODAY, summary: 'Two choirs.', actions });
    const [old, heir] = [await api.hub.school(), await api.hub.school()];
    const orphan = await api.hub.visit(old.id, { status: 'scheduled', scheduledOn: TODAY });
    await api.dataSource.query(`UPDATE schools SET status = 'closed' WHERE id = $1`, [old.id]);
    await api.hub.succession(old, heir);
    await call('get', '/api/visits/{id}', { id: orphan.id });
    await step(orphan.id, 'move', { schoolId: heir.id });
    const off = await plan();
    await step(off, 'schedule', { scheduledOn: '2025-01-14' });
    await step(off, 'cancel', { by: 'school', reason: 'Inspection' });
    await call('get', '/api/visits/{id}/refill', { id: off });
    const third = await plan();
    await step(third, 'schedule', { scheduledOn: TODAY });
    await step(third, 'not-held', { reason: 'Ill' });
    await call('get', '/api/visits/{id}', { id });
    await call('get', '/api/visits/{id}/history', { id });
    const saturday = { schoolId, scheduledOn: '2024-12-07' };
    await call('get', '/api/visits/warnings', { query: saturday });
    const body409 = { ...saturday, accepting: [] };
    expect((await call('post', '/api/visits', { body: body409 })).status).toBe(409);
    await call('get', '/api/visits', { query: listQuery({ sort: ['day', 'DESC'] }) });
    const { version } = (await call('get', '/api/visits/{id}', { id })).body;
    const { body: tag } = await call('post', '/api/outcome-tags', {
      body: { kind: 'need', label: 'Wood wind' },
    });
    await step(id, 'correct', {
      ...{ version, reason: 'A slip', needTagIds: [tag.id], engagementLevel: 3 },
      ...{ engagementReason: 'Keen', peopleMet: [{ name: 'Jo Marsh', role: 'music_lead' }] },
    });
    await step(id, 'void', { reason: 'Logged twice', openActions: 'keep' });
    await call('get', '/api/visits/{id}', { id });
    await step(id, 'unvoid', { reason: 'It did take place' });
    await step(id, 'to-school', { schoolId: heir.id, reason: 'Logged at the wrong school' });
    await call('get', '/api/visits/{id}/history', { id });
    await call('get', '/api/offline-pack', { query: { visitId: id } });

    const body = { schoolId, title: 'Ring the office' };
    const { body: action } = await call('post', '/api/follow-up-actions', { body });
    const agreed = { version: 1, scheduledOn: '2024-12-12' };
    await call('post', '/api/follow-up-actions/{id}/visit', { id: action.id, body: agreed });
    const done = { version: 2, status: 'done' };
    await call('put', '/api/follow-up-actions/{id}', { id: action.id, body: done });
    await call('get', '/api/follow-up-actions/{id}', { id: action.id });
    await call('get', '/api/follow-up-actions');
    await call('delete', '/api/follow-up-actions/{id}', { id: action.id });
    await call('get', '/api/follow-up-actions/bin');
    await call('post', '/api/follow-up-actions/{id}/restore', { id: action.id });

    await call('get', '/api/today/summary');
    await call('get', '/api/schools/{id}/brief', { id: schoolId });
    await call('get', '/api/schools/{id}/timeline', { id: schoolId });

    await api.startWorker();
    const { body: asked } = await call('post', '/api/priority-refreshes', { body: { all: true } });
    await eventually(
      () => call('get', '/api/priority-refreshes/{id}', { id: asked.id }),
      ({ body: { status } }) => status === 'done',
    );
    await call('get', '/api/priority-refreshes');
    const [waiting]: { id: string }[] = await api.dataSource.query(
      `INSERT INTO priority_refreshes (status, started_at) VALUES ('running', now()) RETURNING id`,
    );
    await call('post', '/api/priority-refreshes/{id}/stop', { id: waiting?.id });
    await call('get', '/api/priority-queue', { query: listQuery({ filter: { q: 'school' } }) });
    const hold = { kind: 'pin', reason: 'Asked for it', untilOn: '2024-12-20' };
    await call('get', '/api/priority-queue/{schoolId}', { id: schoolId });
    await call('post', '/api/priority-queue/{schoolId}/hold', { id: schoolId, body: hold });
    await call('delete', '/api/priority-queue/{schoolId}/hold', { id: schoolId });
  }, 30_000);

  it('for surveys, their versions, links and answers', async () => {
    const { id: schoolId } = await api.hub.school();
    const body = { title: 'Have Your Say', startFrom: 'have_your_say' };
    const { body: survey } = await call('post', '/api/surveys', { body });
    const at = { id: survey.versions[0].id };
    const { body: draft } = await call('get', '/api/survey-versions/{id}', at);
    const { version, title, intro, questions } = draft;
    const change = { version, title, intro, questions };
    await call('put', '/api/survey-versions/{id}', { ...at, body: change });
    await call('post', '/api/survey-versions/{id}/publish', { ...at, body: { version: 2 } });
    await call('get', '/api/surveys/{id}', { id: survey.id });
    await call('get', '/api/surveys');
    const { body: next } = await call('post', '/api/surveys/{id}/draft', { id: survey.id });
    await call('delete', '/api/survey-versions/{id}', { id: next.id });
    await call('get', '/api/surveys/for-school/{schoolId}', { id: schoolId });

    const links = '/api/survey-links';
    await call('post', links, { body: { schoolId, expiresOn: '2024-12-20' } });
    const { body: link } = await call('post', links, { body: { schoolId } });
    const token = link.path.split('token=')[1];
    const open = (path: string, sent: object) =>
      described.call(api.anonymous, { method: 'post', path, body: sent });
    await open('/api/school-survey', { token });
    const changes = {
      music_lead_role: 'head',
      first_access: false,
      smdp_exists: 'no',
      choir: true,
    };
    const answers = { token, versionId: at.id, changes, filledInBy: 'Jo Marsh' };
    await open('/api/school-survey/answers', answers);
    await open('/api/school-survey/answers', { ...answers, submit: true });
    await call('get', links);
    const { body: again } = await call('post', links, { body: { schoolId } });
    await call('delete', '/api/survey-links/{id}', { id: again.id });
    const { body: responses } = await call('get', '/api/survey-responses');
    await call('get', '/api/survey-responses/{id}', { id: responses[0].id });
    await call('get', '/api/surveys/for-school/{schoolId}', { id: schoolId });
  });

  it('for days that schools are offered, and what they answer', async () => {
    const region = await api.hub.region();
    const visitor = await api.hub.user('regional', [region.id]);
    const offered = async () => {
      const { id: schoolId } = await api.hub.school({ regionId: region.id });
      const lead = { schoolId, name: 'Jo Marsh', role: 'music_lead', email: 'jo@school.example' };
      await head.post('/api/contacts').send(lead).expect(201);
      return schoolId;
    };
    const made = async () => {
      const schoolId = await offered();
      const found = await call('post', '/api/day-offers/preview', {
        body: { schools: [{ schoolId }] },
      });
      const [{ chosen }] = found.body;
      const days = chosen.map((date: string) => ({ date, visitorId: visitor.id }));
      const sent = await call('post', '/api/day-offers', {
        body: { offers: [{ schoolId, days }] },
      });
      return sent.body.sent[0] as { id: string; version: number };
    };
    const open = async (path: string, subject: object, more: object = {}) => {
      const token = randomUUID();
      const link = { ...subject, tokenHash: tokenHash(token) };
      await api.dataSource.manager.insert(AnswerLinkEntity, link);
      const body = { token, ...more };
      return described.call(api.anonymous, { method: 'post', path, body });
    };
    const [first, second] = [await made(), await made()];
    await call('post', '/api/day-offers/remind', { body: { ids: [first.id] } });
    await open('/api/offered-days', { dayOfferId: first.id });
    await open('/api/offered-days/answer', { dayOfferId: first.id }, { answer: 'none' });
    await call('post', '/api/day-offers/{id}/seen', { id: first.id });
    await call('post', '/api/day-offers/{id}/withdraw', { id: second.id });
    const third = await made();
    const proposal = { answer: 'propose', days: ['2025-01-14'] };
    await open('/api/offered-days/answer', { dayOfferId: third.id }, proposal);
    const { body: offers } = await call('get', '/api/day-offers');
    const { version } = offers.find(({ id }: { id: string }) => id === third.id);
    const day = { version, date: '2025-01-14' };
    const taken = await call('post', '/api/day-offers/{id}/schedule', { id: third.id, body: day });
    const { visitId } = taken.body;
    await open('/api/agreed-visit', { visitId });
    await open('/api/agreed-visit/cannot', { visitId }, { reason: 'Inspection' });
    await call('post', '/api/visits/{id}/can-after-all', { id: visitId });
  });

  it('for what schools told us', async () => {
    const scene = new AnswersScene(api.dataSource);
    const { surveyId, versionId } = await scene.version();
    const responses: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const { id: schoolId } = await api.hub.school();
      const answers = { choir: at > 1, lessons: 10 * at, barriers: ['time'], wish: 'Concerts' };
      responses.push(await scene.answered({ schoolId, versionId, answers }));
    }
    const body = { responseId: responses[0], questionKey: 'wish', label: 'Concerts' };
    const { body: tagging } = await call('post', '/api/tagged-answers', { body });
    await call('get', '/api/answer-tags');
    await call('get', '/api/school-needs');
    const query = { surveyId, academicYear: '2024-25', compareWith: '2023-24' };
    const { body: summary } = await call('get', '/api/survey-summary', { query });
    expect(summary.questions.at(-1).figures.tags).toHaveLength(1);
    await call('get', '/api/survey-summary/export', { query });
    const texts = { surveyId, questionKey: 'wish' };
    expect((await call('get', '/api/survey-texts', { query: texts })).body).toHaveLength(5);
    await call('delete', '/api/tagged-answers/{id}', { id: tagging.id });
  });

  it('for the school calendar, targets and progress', async () => {
    const year = { firstDay: '2024-09-02', lastDay: '2025-07-22', holidays: [] };
    await call('put', '/api/school-years/{year}', { id: '2024-25', body: year });
    await call('get', '/api/school-years/{year}', { id: '2024-25' });
    await call('get', '/api/school-years');
    const days = [{ day: '2024-12-25', name: 'Christmas Day' }];
    await call('put', '/api/bank-holidays/{year}', { id: '2024', body: { days } });
    await call('get', '/api/bank-holidays/{year}', { id: '2024' });
    await call('get', '/api/bank-holidays');
    const december = { from: '2024-12-01', to: '2024-12-31' };
    await call('get', '/api/school-calendar', { query: december });
    const { body: rules } = await call('get', '/api/hub-settings');
    await call('put', '/api/hub-settings', { body: rules });
    const aim = { version: 0, visits: 180, surveys: 170, regions: [] };
    await call('put', '/api/targets/{academicYear}', { id: '2025-26', body: aim });
    await call('get', '/api/targets/{academicYear}', { id: '2025-26' });
    await call('get', '/api/targets/{academicYear}/history', { id: '2025-26' });
    await call('get', '/api/progress');
    await call('get', '/api/progress', { query: { academicYear: '2023-24' } });
    const { id } = await api.hub.user('regional');
    await call('get', '/api/visitors', { query: december });
    await call('get', '/api/visitors/{id}/free-days', { id });
    const school = await api.hub.school({ easting: 520_000, northing: 215_000 });
    await call('get', '/api/schools/{id}/nearby', { id: school.id });
    await call('get', '/api/schools/{id}/best-days', { id: school.id });
    const content = '{"events":[{"title":"Easter Monday","date":"2025-04-21"}]}';
    const body = { kind: 'bank-holidays', content, dryRun: true };
    await call('post', '/api/school-calendar/import', { body });
  });

  it('for email', async () => {
    const { id: schoolId } = await api.hub.school();
    const body = { schoolId, name: 'Jo Marsh', role: 'music_lead', email: 'jo@school.example' };
    const { id: contactId } = (await call('post', '/api/contacts', { body })).body;
    const visit = { schoolId, scheduledOn: '2024-12-03' };
    const { id } = (await call('post', '/api/visits', { body: visit })).body;
    await call('get', '/api/visits/{id}/recipient', { id });
    await call('put', '/api/visits/{id}/recipient', { id, body: { contactId } });
    await call('post', '/api/visits/{id}/confirm', { id, body: {} });
    const query = listQuery({ filter: { visitId: id } });
    const [{ id: mail }] = (await call('get', '/api/mails', { query })).body;
    await call('get', '/api/mails/{id}', { id: mail });
    await call('post', '/api/mails/{id}/cancel', { id: mail, body: {} });
    await call('post', '/api/mails/{id}/send-again', { id: mail, body: {} });
    await api.dataSource.query(`UPDATE mails SET status = 'uncertain' WHERE id = $1`, [mail]);
    await call('post', '/api/mails/{id}/arrived', { id: mail, body: {} });
    await call('get', '/api/mail-delivery');
    await call('post', '/api/mail-delivery/release');
    await call('put', '/api/me/preferences', { body: { values: { theme: 'dark' } } });
    await call('get', '/api/me/preferences');
    await call('get', '/api/auth/password-reset');
    const device = { label: 'Chrome on Android', waiting: 2, attention: 0, drafts: 1 };
    const told = { ...device, oldestFinishedAt: '2024-11-18T15:40:00.000Z' };
    await call('put', '/api/devices/{id}', { id: randomUUID(), body: told });
    const { body: devices } = await call('get', '/api/devices');
    expect(devices).toHaveLength(1);

    const wording = { subject: 'Visit', body: 'On {{when}}' };
    const kind = { id: 'visit_confirmed' };
    await call('get', '/api/mail-templates');
    await call('get', '/api/mail-templates/{kind}', kind);
    await call('post', '/api/mail-templates/{kind}/preview', { ...kind, body: wording });
    const change = { version: 0, ...wording };
    await call('put', '/api/mail-templates/{kind}', { ...kind, body: change });
    await call('delete', '/api/mail-templates/{kind}', kind);
    const { body: settings } = await call('get', '/api/mail-settings');
    await call('put', '/api/mail-settings', { body: settings });

    await call('get', '/api/account/mail');
    await call('put', '/api/account/mail', { body: { dailyDigest: false } });
    await call('get', '/api/account/calendar-feed');
    const { body: feed } = await call('post', '/api/account/calendar-feed');
    const token = feed.path.split('/').at(-1).replace('.ics', '');
    const path = '/api/calendar-feeds/{token}.ics';
    await described.call(api.anonymous, { method: 'get', path, id: token });
    await call('delete', '/api/account/calendar-feed');
  });

  it('for imports', async () => {
    const school = await api.hub.school();
    const content = `School,URN,Date of visit\n${school.name},${school.urn},05/11/2024\nNobody,x,later\n`;
    const file = { name: 'visits.csv', content };
    await call('post', '/api/imports/columns', { file });
    const body = { kind: 'visits', dryRun: 'true' };
    const { body: dry } = await call('post', '/api/imports', { file, body });
    const finished = (id: string) =>
      eventually(
        () => call('get', '/api/imports/{id}', { id }),
        ({ body: { status } }) => ['done', 'failed', 'undone'].includes(status),
        20,
      );
    const checked = await finished(dry.id);
    expect(checked.body).toMatchObject({ status: 'done', created: 1, rejected: 1 });
    const { id } = dry;
    await call('get', '/api/imports/{id}/reading', { id });
    const { body: rows } = await call('get', '/api/imports/{id}/rows', { id });
    const decided = { schoolId: school.id, visitedOn: '2024-11-06' };
    await call('post', '/api/imports/{id}/rows/{rowId}/decide', {
      ...{ id, rowId: rows[1].id, body: decided },
    });
    const known = { name: 'CL', userId: (await api.hub.user('regional')).id };
    await call('post', '/api/imports/{id}/visitors', { id, body: known });
    const { body: names } = await call('get', '/api/known-names');
    await call('delete', '/api/known-names/{id}', { id: names[0].id });
    await call('post', '/api/imports/{id}/check', { id, body: { takeChanges: false } });
    await finished(id);
    await call('post', '/api/imports/{id}/apply', { id });
    const { body: real } = await call('post', '/api/imports/{id}/run', { id });
    await finished(real.id);
    await call('get', '/api/imports/{id}/rejected.csv', { id: real.id });
    await call('get', '/api/imports/{id}/findings', { id: real.id });
    const keep = { decision: 'keep' };
    await call('post', '/api/imports/{id}/decisions', { id: real.id, body: keep });
    await call('post', '/api/imports/{id}/undo', { id: real.id });
    await finished(real.id);
    const [waiting]: { id: string }[] = await api.dataSource.query(
      `INSERT INTO imports (kind, file_name, stored_as) VALUES ('visits', 'a.csv', 'none') RETURNING id`,
    );
    await call('post', '/api/imports/{id}/stop', { id: waiting?.id });
    await call('get', '/api/imports');
  }, 40_000);

  it('for every sort of a list and the filter shown as an example', async () => {
    // A list that hangs on a record hangs on a school.
    const { id: schoolId } = await api.hub.school();
    const { body: imports } = await call('get', '/api/imports');
    const { body: plans } = await call('get', '/api/visit-plans');
    const idFor = (path: string): string => {
      if (path.startsWith('/api/imports/')) return imports[0].id;
      return path.startsWith('/api/visit-plans/') ? plans[0].id : schoolId;
    };
    const walk = async ([method, path, { parameters = [] }]: Described) => {
      for (const parameter of parameters) {
        if ('$ref' in parameter || !['filter', 'sort'].includes(parameter.name)) continue;
        const { name, schema, content } = parameter;
        const shown: unknown = content?.['application/json']?.example;
        const values =
          shown === undefined ? [...((schema as Schema).enum ?? [])] : [JSON.stringify(shown)];
        for (const value of values) {
          const query = { [name]: String(value) };
          const { status } = await call(method, path, { id: idFor(path), query });
          expect([path, value, status]).toEqual([path, value, 200]);
        }
      }
    };
    const isExport = ([, path]: Described) => path.endsWith('/export');
    // The lists side by side, but few exports are let through at one time.
    const lists = described.operations().filter((each) => !isExport(each));
    const walks = lists.map(walk);
    for (const each of described.operations().filter(isExport)) await walk(each);
    await Promise.all(walks);
  }, 30_000);

  it('for every operation there is', () => {
    const all = described.operations().map(([method, path]) => `${method} ${path}`);
    // Open to an empty tracker alone, and to one that sends email, and walked there: see
    // accounts.spec.ts, password-reset.spec.ts and log-reminder.spec.ts.
    const elsewhere = [
      'post /api/auth/first-admin',
      'post /api/auth/password-reset',
      'post /api/users/{id}/log-reminder',
    ];
    const here = all.filter((operation) => !elsewhere.includes(operation));
    expect([...described.walked].sort()).toEqual(here.sort());
  });

  it('for what is refused', async () => {
    const school = await api.hub.school();
    const refused = async (status: number, of: Call, agent = head) =>
      expect((await described.call(agent, of)).status).toBe(status);
    const get = (path: string, more = {}): Call => ({ method: 'get', path, ...more });
    const post = (path: string, body?: object): Call => ({ method: 'post', path, body });
    await refused(400, get('/api/schools', { query: { filter: '{"colour":"red"}' } }));
    await refused(400, get('/api/schools/{id}', { id: 'x' }));
    await refused(401, get('/api/schools'), api.anonymous);
    await refused(401, post('/api/auth/sign-in', { email: 'a@b.example', password: 'x' }));
    const manager = await api.as(await api.hub.user('manager'));
    await refused(403, post('/api/visits', { schoolId: school.id }), manager);
    await refused(403, get('/api/imports'), manager);
    await refused(403, get('/api/audit'));
    await refused(404, get('/api/schools/{id}', { id: randomUUID() }));
    await refused(404, post('/api/visits', { schoolId: randomUUID() }));
    const stale = { id: school.id, body: { version: 99, notes: 'x' } };
    await refused(409, { method: 'put', path: '/api/schools/{id}', ...stale });
    await refused(413, post('/api/regions', { name: 'x'.repeat(2_000_000) }));
    await refused(415, post('/api/imports', { kind: 'schools' }));
    await refused(422, post('/api/visits', { schoolId: school.id, scheduledOn: 'soon' }));
    await api.postgresLine.cut();
    await refused(503, get('/api/schools'));
    await refused(503, get('/api/health/ready'));
  });
});
