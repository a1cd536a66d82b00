import { randomUUID } from 'node:crypto';
import type { OutcomeTag, TimelineEntry } from '@tracker/contract';
import { newQuestion } from '@tracker/domain';
import {
  FollowUpActionEntity,
  PlanDocumentEntity,
  PlanFactEntity,
  PlanReadingEntity,
  type SchoolEntity,
} from '@tracker/data';
import { refreshPriorityScores } from '@tracker/work';
import type { DeepPartial } from 'typeorm';
import { SurveyScene } from './support/survey-scene';
import { type Agent, listQuery, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2024-11-20';

let api: TestApi;
let head: Agent;
let before: SchoolEntity;
let school: SchoolEntity;

beforeAll(async () => {
  api = await startTestApi(TODAY);
  head = await api.as(await api.hub.user('head'));
  const region = await api.hub.region('North');
  before = await api.hub.school({ name: 'Birch Primary', openedOn: '1990-09-01' });
  school = await api.hub.school({
    name: 'Birch Academy',
    regionId: region.id,
    openedOn: '2022-09-01',
    postcode: 'ZZ1 1AA',
  });
  const old = await api.hub.completedVisit(before.id, '2021-05-05');
  await api.dataSource.query(
    `UPDATE schools SET status = 'closed', in_scope = false, closed_on = '2022-08-31' WHERE id = $1`,
    [before.id],
  );
  await api.hub.succession(before, school);
  await api.hub.visit(school.id, { status: 'confirmed', scheduledOn: '2024-12-03' });
  await api.hub.visit(school.id, { status: 'proposed' });
  const { manager } = api.dataSource;
  await manager.save(FollowUpActionEntity, [
    { schoolId: before.id, visitId: old.id, title: 'Lend drums', dueOn: '2021-09-01' },
    { schoolId: school.id, title: 'Ring the office', dueOn: '2024-12-01' },
    { schoolId: school.id, title: 'Send the form', status: 'done' },
  ] as DeepPartial<FollowUpActionEntity>[]);
  await api.dataSource.query(`UPDATE follow_up_actions SET created_at = '2024-11-10T10:00Z'`);
  await api.dataSource.query(
    `INSERT INTO contacts (school_id, name, role, email, telephone)
     VALUES ($1, 'Jo Marsh', 'music_lead', 'jo@birch.example', '01234 567890')`,
    [school.id],
  );
  await api.dataSource.query(
    `INSERT INTO music_development_plans (school_id, academic_year, last_academic_year, known_from,
       known_on) VALUES ($1, '2023-24', '2023-24', 'seen', '2023-10-02')`,
    [school.id],
  );
  await refreshPriorityScores(api.dataSource, TODAY);
});
afterAll(() => api.stop());

describe('the brief', () => {
  it('has everything before one walks in, what a predecessor left included', async () => {
    const { body } = await head.get(`/api/schools/${school.id}/brief`).expect(200);
    expect(body).toMatchObject({
      preparedOn: TODAY,
      school: { name: 'Birch Academy', postcode: 'ZZ1 1AA' },
      regionName: 'North',
      formerNames: ['Birch Primary'],
      contacts: [{ name: 'Jo Marsh', telephone: '01234 567890' }],
      nextVisit: { scheduledOn: '2024-12-03', status: 'confirmed' },
      lastVisit: { schoolName: 'Birch Primary', outcome: { summary: 'All well.' } },
      openActions: [{ title: 'Lend drums' }, { title: 'Ring the office' }],
      plan: { academicYear: '2023-24', current: false, formerName: null, goneOn: null },
      planStanding: {
        state: 'to_renew',
        sentence: 'The plan on record covers 2023-24; it is to be renewed by 31 December 2024.',
      },
      ranking: { rank: 1, state: 'overdue' },
    });
    expect(body.ranking.factors.length).toBeGreaterThan(3);
  });

  it('has what was found at the last visit in words, and the key answers to the survey', async () => {
    const { id } = await api.hub.school();
    const tags = await head.get('/api/outcome-tags').expect(200);
    const tagOf = (kind: string) => tags.body.find((tag: OutcomeTag) => tag.kind === kind);
    const visit = await api.hub.visit(id, { status: 'confirmed', scheduledOn: TODAY });
    await head
      .post(`/api/visits/${visit.id}/outcome`)
      .send({
        ...{ visitedOn: TODAY, summary: 'A fine choir.' },
        peopleMet: [{ name: 'Jo Marsh', role: 'music_lead' }],
        strengthTagIds: [tagOf('strength').id],
        needTagIds: [tagOf('need').id],
        engagementLevel: 3,
        engagementReason: 'Came to both networks',
      })
      .expect(200);
    await new SurveyScene(api.dataSource).response(id);
    const { body } = await head.get(`/api/schools/${id}/brief`).expect(200);
    expect(body).toMatchObject({
      lastVisit: {
        outcome: { engagementLevel: 3, peopleMet: [{ name: 'Jo Marsh', role: 'music_lead' }] },
      },
      lastVisitTags: { strengths: [tagOf('strength').label], needs: [tagOf('need').label] },
      survey: {
        title: 'Have Your Say',
        answers: [{ question: 'Is there a choir?', answer: 'Yes', on: '2024-11-14' }],
      },
    });
  });

  it('says what the plan of the school before states, and where the survey said otherwise', async () => {
    const old = await api.hub.school({ name: 'Elm Primary', status: 'closed', inScope: false });
    const { id, ...now } = await api.hub.school({ name: 'Elm Academy', openedOn: '2024-09-01' });
    await api.hub.succession(old, { id, ...now });
    const { id: by } = await api.hub.user('head');
    const { manager } = api.dataSource;
    const about = { schoolId: old.id, capturedById: by, decidedById: by, bytes: 10 };
    const done = {
      capturedOn: '2024-10-01',
      decidedOn: '2024-10-02',
      status: 'confirmed',
    } as const;
    const confirmed = (sha256: string, academicYear: string) => ({
      ...{ ...about, ...done, sha256, academicYear, lastAcademicYear: academicYear },
    });
    const [document, before] = await manager.save(PlanDocumentEntity, [
      confirmed('a', '2024-25'),
      confirmed('b', '2023-24'),
    ] as DeepPartial<PlanDocumentEntity>[]);
    await api.dataSource.query(
      `INSERT INTO music_development_plans (school_id, academic_year, last_academic_year,
         known_from, known_on) VALUES ($1, '2024-25', '2024-25', 'document', '2024-10-02')`,
      [old.id],
    );
    const warnings = [{ key: 'no_year' }, { key: 'other_hub' }];
    await manager.insert(PlanReadingEntity, {
      ...{ documentId: document!.id, document: { title: null, blocks: [] } },
      reading: { warnings } as PlanReadingEntity['reading'],
    });
    const fact = { documentId: document!.id, mark: 'sure', outcome: 'right' } as const;
    await manager.insert(PlanFactEntity, [
      { ...fact, field: 'publishedOn', value: '2024-09' },
      {
        ...fact,
        field: 'minutesPerWeek',
        value: [{ stage: 'ks3', minutes: 60, qualifier: 'exact' }],
      },
      { ...fact, field: 'schemes', outcome: 'not_stated', value: null },
      { ...fact, documentId: before!.id, field: 'schemes', value: ['Kapow'] },
    ]);
    const { versionId } = await new SurveyScene(api.dataSource).survey(true, [
      newQuestion({ key: 'minutes_ks3', type: 'number', text: 'Minutes in key stage 3' }),
    ]);
    await api.dataSource.query(
      `WITH r AS (INSERT INTO survey_responses
         (school_id, survey_version_id, source, answered_on, submitted_at)
         VALUES ($1, $2, 'school', '2024-11-12', now()) RETURNING id)
       INSERT INTO survey_answers (response_id, school_id, question_key, value)
       SELECT id, $1, 'minutes_ks3', '30' FROM r`,
      [id, versionId],
    );
    const planSays = {
      facts: ['An hour a week in key stage 3.'],
      warnings: ['The music hub named in it is not ours.'],
      againstSurvey: [
        'Key stage 3: the plan of September 2024 says 60 minutes, the survey of Tue 12 Nov 2024 said 30.',
      ],
    };
    const brief = await head.get(`/api/schools/${id}/brief`).expect(200);
    expect(brief.body).toMatchObject({ planStanding: { state: 'current' }, planSays });
    const pack = await head.get('/api/offline-pack').query({ schoolId: id }).expect(200);
    expect(pack.body.schools).toMatchObject([{ planSays }]);
  });

  it('is short for a school of which little is known, and refused for none', async () => {
    const bare = await api.hub.school({ establishmentType: 'Other independent school' });
    const { body } = await head.get(`/api/schools/${bare.id}/brief`).expect(200);
    expect(body).toMatchObject({
      contacts: [],
      nextVisit: null,
      lastVisit: null,
      lastVisitTags: { strengths: [], needs: [] },
      survey: null,
      openActions: [],
      plan: null,
      planStanding: { state: 'not_looked', sentence: 'Nobody has looked for a plan in 2024-25.' },
      planSays: null,
      ranking: null,
    });
    await head.get(`/api/schools/${randomUUID()}/brief`).expect(404);
    await head.get('/api/schools/12/brief').expect(400);
  });
});

describe('the timeline', () => {
  const ask = async (query: Parameters<typeof listQuery>[0] = {}) =>
    head.get(`/api/schools/${school.id}/timeline`).query(listQuery(query)).expect(200);
  const inWords = (entries: TimelineEntry[]) =>
    entries.map(({ on, visit, action, plan, event, schoolName }) =>
      [on, visit?.status ?? action?.title ?? plan?.academicYears ?? event?.what, schoolName].join(
        ' ',
      ),
    );

  it('puts visits, actions and the register of the whole line in one order', async () => {
    const { body } = await ask();
    const [proposed, next, ...others] = inWords(body);
    expect([proposed, next]).toEqual([
      ' proposed Birch Academy',
      '2024-12-03 confirmed Birch Academy',
    ]);
    expect(others.slice(0, 2).sort()).toEqual([
      '2024-11-10 Ring the office Birch Academy',
      '2024-11-10 Send the form Birch Academy',
    ]);
    expect(others.slice(2)).toEqual([
      '2023-10-02 2023-24 Birch Academy',
      '2022-09-01 opened Birch Academy',
      '2022-08-31 became Birch Primary',
      '2022-08-31 closed Birch Primary',
      '2021-05-05 completed Birch Primary',
      '2021-05-05 Lend drums Birch Primary',
      '1990-09-01 opened Birch Primary',
    ]);
    expect(body[6]).toMatchObject({ event: { successorName: 'Birch Academy' }, visit: null });
    expect(new Set(body.map(({ id }: TimelineEntry) => id)).size).toBe(body.length);
  });

  it('has surveys handed in and emails to the school, and nothing that is a draft or for staff', async () => {
    const other = await api.hub.school();
    const { dataSource } = api;
    await dataSource.query(
      `WITH s AS (INSERT INTO surveys DEFAULT VALUES RETURNING id),
        v AS (INSERT INTO survey_versions (survey_id, number, title, questions)
          SELECT id, 1, 'Have Your Say', '[]' FROM s RETURNING id)
      INSERT INTO survey_responses (school_id, survey_version_id, source, answered_on, submitted_at,
          filled_in_by)
        SELECT $1, id, 'school', '2024-10-01', at, 'Jo' FROM v,
          unnest(ARRAY['2024-10-01T10:00Z', NULL]::timestamptz[]) AS at`,
      [other.id],
    );
    const reader = await api.hub.user('regional');
    await dataSource.query(
      `INSERT INTO mails (kind, dedupe_key, to_address, to_name, subject, body, school_id, user_id,
          created_at)
        VALUES ('visit_confirmed', 'school', 'jo@birch.example', 'Jo', 'Our visit', '-', $1, NULL,
            '2024-10-02T10:00Z'),
          ('visit_confirmed', 'staff', 's@hub.example', 'S', 'Yours', '-', $1, $2,
            '2024-10-02T10:00Z')`,
      [other.id, reader.id],
    );
    const { body } = await head.get(`/api/schools/${other.id}/timeline`).expect(200);
    expect(body).toMatchObject([
      { kind: 'mail', on: '2024-10-02', mail: { subject: 'Our visit', status: 'waiting' } },
      {
        kind: 'survey',
        on: '2024-10-01',
        survey: { surveyName: 'Have Your Say', filledInBy: 'Jo' },
      },
    ]);
  });

  it('is filtered by kind and paged without a gap', async () => {
    const { body: visits } = await ask({ filter: { kind: ['visit'] } });
    expect(visits).toHaveLength(3);
    const { body: whole } = await ask();
    const first = await ask({ range: [0, 3] });
    const second = await ask({ range: [4, 10] });
    expect(first.headers['content-range']).toBe('timeline 0-3/11');
    expect([...first.body, ...second.body]).toEqual(whole);
    await head
      .get(`/api/schools/${school.id}/timeline`)
      .query(listQuery({ filter: { kind: 'party' } }))
      .expect(400);
    await head.get(`/api/schools/${randomUUID()}/timeline`).expect(404);
  });

  it('of the school before tells of that one alone', async () => {
    const { body } = await head.get(`/api/schools/${before.id}/timeline`).expect(200);
    expect(body.map(({ schoolName }: TimelineEntry) => schoolName)).toEqual(
      Array(5).fill('Birch Primary'),
    );
  });
});
