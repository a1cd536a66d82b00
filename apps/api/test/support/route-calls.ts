import { randomUUID } from 'node:crypto';
import type { ROUTES } from '@tracker/contract';
import { DEFAULT_WEIGHTS, EMPTY_NARRATIVE } from '@tracker/domain';
import { SessionEntity } from '@tracker/server';
import {
  action,
  binned,
  contact,
  ended,
  loggedBy,
  move,
  nowhere,
  type Prepare,
  read,
  readSchool,
  report,
  type Scene,
  school,
  signOut,
  step,
  tag,
  template,
  TODAY,
  toSchool,
} from './route-scene';
import { SurveyScene } from './survey-scene';
import { PASSWORD } from './test-hub';

const hold = { kind: 'pin', reason: 'Asked for it', untilOn: '2024-12-20' };
const region = async ({ api }: Scene) => (await api.hub.region()).id;
const name = () => `Region ${randomUUID()}`;
const surveys = ({ api }: Scene) => new SurveyScene(api.dataSource);
const draft = (scene: Scene) => surveys(scene).survey(false);
const voidLink = { token: 'none', password: 'three herons on a tram' };

/** For each route a call that is carried out when it is allowed. */
export const routeCalls: Record<keyof typeof ROUTES, Prepare> = {
  'GET /api/health': read,
  'GET /api/health/ready': read,
  'POST /api/auth/sign-in': ({ api, user: { email } }) => ({
    body: { email, password: PASSWORD },
    agent: api.anonymous,
    answers: 200,
  }),
  'POST /api/auth/password': () => ({ body: voidLink, answers: 422 }),
  'GET /api/auth/password-reset': read,
  // The tests' tracker sends no email.
  'POST /api/auth/password-reset': () => ({ body: { email: 'a@hub.example' }, answers: 409 }),
  'POST /api/auth/first-admin': () => ({
    body: { ...voidLink, name: 'A', email: 'a@hub.example' },
    answers: 422,
  }),
  'POST /api/school-survey': async (scene) => {
    await surveys(scene).survey(true);
    const { token } = await surveys(scene).link((await school(scene)).id);
    return { body: { token }, answers: 200 };
  },
  'POST /api/school-survey/answers': async (scene) => {
    const { versionId } = await surveys(scene).survey(true);
    const { token } = await surveys(scene).link((await school(scene)).id);
    return { body: { token, versionId, changes: { choir: false } }, answers: 200 };
  },
  'GET /api/auth/me': read,
  'POST /api/auth/sign-out': signOut,
  'GET /api/me/preferences': read,
  'PUT /api/me/preferences': () => ({ body: { values: { theme: 'dark' } }, answers: 200 }),
  'PUT /api/devices/{id}': () => ({
    id: randomUUID(),
    body: { label: 'Chrome on Android', waiting: 0, attention: 0, drafts: 1 },
    answers: 204,
  }),
  'GET /api/devices': read,
  'GET /api/auth/sessions': read,
  'DELETE /api/auth/sessions/{id}': async ({ api, user }) => {
    const session = {
      userId: user.id,
      tokenHash: Buffer.from(randomUUID()),
      expiresAt: new Date(Date.now() + 60_000),
    };
    const { id } = await api.dataSource.manager.save(SessionEntity, session as SessionEntity);
    return { id, answers: 204 };
  },
  'POST /api/auth/sign-out-everywhere': signOut,
  'POST /api/auth/change-password': () => ({
    body: { current: PASSWORD, next: 'too short' },
    answers: 422,
  }),
  'GET /api/today': read,
  'GET /api/today/summary': read,
  'GET /api/today/set-up': read,
  'GET /api/regions': read,
  'GET /api/regions/{id}': async (scene) => ({ id: await region(scene), answers: 200 }),
  'GET /api/schools': read,
  'GET /api/schools/export': read,
  'GET /api/schools/facets': read,
  'GET /api/schools/{id}': readSchool,
  'GET /api/schools/{id}/brief': readSchool,
  'GET /api/schools/{id}/timeline': readSchool,
  'GET /api/schools/{id}/nearby': readSchool,
  'GET /api/visitors': read,
  'GET /api/visitors/{id}/free-days': ({ user: { id } }) => ({ id, answers: 200 }),
  'GET /api/contacts': read,
  'GET /api/contacts/bin': read,
  'GET /api/contacts/{id}': async (scene) => ({ id: await contact(scene), answers: 200 }),
  // Allowed, but it does not say for which days.
  'GET /api/school-calendar': () => ({ answers: 422 }),
  'GET /api/school-years': read,
  'GET /api/school-years/{year}': () => ({ id: '1999-00', answers: 404 }),
  'PUT /api/school-years/{year}': () => ({
    id: '2024-25',
    body: { firstDay: '2024-09-02', lastDay: '2024-09-02', holidays: [] },
    answers: 422,
  }),
  'GET /api/bank-holidays': read,
  'GET /api/bank-holidays/{year}': () => ({ id: '1999', answers: 404 }),
  'PUT /api/bank-holidays/{year}': () => ({
    id: '2024',
    body: { days: [{ day: '2025-12-25', name: 'Christmas Day' }] },
    answers: 422,
  }),
  'POST /api/school-calendar/import': () => ({
    body: { kind: 'term-dates', content: '{}', dryRun: true },
    answers: 422,
  }),
  'GET /api/hub-settings': read,
  'PUT /api/hub-settings': () => ({
    body: {
      ...{ version: 1, kindsNotCounting: [], firstCycleStartsIn: 'soon' },
      ...{ targetVisits: 180, weights: DEFAULT_WEIGHTS },
    },
    answers: 422,
  }),
  'GET /api/progress': read,
  'GET /api/targets/{academicYear}': () => ({ id: '2024-25', answers: 200 }),
  'GET /api/targets/{academicYear}/history': () => ({ id: '2024-25', answers: 200 }),
  'PUT /api/targets/{academicYear}': () => ({
    id: '2024-25',
    body: { version: 0, visits: -1, surveys: 180, regions: [] },
    answers: 422,
  }),
  'GET /api/visit-cycles': read,
  'GET /api/visit-cycles/{id}': nowhere,
  'GET /api/offline-pack': async (scene) => ({
    query: `?schoolId=${(await school(scene)).id}`,
    answers: 200,
  }),
  'GET /api/outcome-tags': read,
  'GET /api/outcome-tags/{id}': async (scene) => ({ id: await tag(scene), answers: 200 }),
  'GET /api/visits': read,
  'GET /api/visits/export': read,
  'GET /api/visits/{id}': step('proposed'),
  'GET /api/visits/{id}/history': step('proposed'),
  // Allowed, but it does not say at which school.
  'GET /api/visits/warnings': () => ({ answers: 422 }),
  'GET /api/surveys': read,
  'GET /api/surveys/for-school/{schoolId}': readSchool,
  'GET /api/surveys/{id}': async (scene) => ({ id: (await draft(scene)).surveyId, answers: 200 }),
  'GET /api/survey-versions/{id}': async (scene) => ({
    id: (await draft(scene)).versionId,
    answers: 200,
  }),
  'GET /api/survey-responses': read,
  'GET /api/survey-responses/{id}': async (scene) => ({
    id: await surveys(scene).response((await school(scene)).id),
    answers: 200,
  }),
  'GET /api/survey-links': read,
  'GET /api/school-needs': read,
  'GET /api/survey-summary': read,
  'GET /api/survey-summary/export': read,
  // Allowed, but it does not say of which question.
  'GET /api/survey-texts': () => ({ answers: 422 }),
  'GET /api/answer-tags': read,
  'GET /api/follow-up-actions': read,
  'GET /api/follow-up-actions/export': read,
  'GET /api/follow-up-actions/bin': read,
  'GET /api/follow-up-actions/{id}': async (scene) => ({ id: await action(scene), answers: 200 }),
  'GET /api/priority-queue': read,
  'GET /api/priority-queue/export': read,
  'GET /api/priority-queue/{schoolId}': nowhere,
  'GET /api/priority-refreshes/{id}': nowhere,
  'GET /api/history': read,
  'GET /api/calendar-feeds/{token}.ics': nowhere,
  'GET /api/account/mail': read,
  'PUT /api/account/mail': () => ({ body: { dailyDigest: true }, answers: 200 }),
  'GET /api/account/calendar-feed': read,
  'POST /api/account/calendar-feed': () => ({ body: {}, answers: 201 }),
  'DELETE /api/account/calendar-feed': () => ({ answers: 204 }),
  'GET /api/mails': read,
  'GET /api/mails/{id}': nowhere,
  'POST /api/mails/{id}/send-again': () => ({ body: {}, answers: 404 }),
  'POST /api/mails/{id}/arrived': () => ({ body: {}, answers: 404 }),
  'POST /api/mails/{id}/cancel': () => ({ body: {}, answers: 404 }),
  'GET /api/mail-delivery': read,
  'POST /api/mail-delivery/release': () => ({ body: {}, answers: 200 }),
  'GET /api/mail-templates': read,
  'GET /api/mail-templates/{kind}': () => ({ id: 'visit_moved', answers: 200 }),
  'PUT /api/mail-templates/{kind}': () => ({
    id: 'visit_moved',
    body: { version: 99, subject: 'Moved', body: 'To {{when}}' },
    answers: 409,
  }),
  'DELETE /api/mail-templates/{kind}': () => ({ id: 'visit_moved', answers: 200 }),
  'POST /api/mail-templates/{kind}/preview': () => ({
    id: 'visit_moved',
    body: { subject: 'Moved', body: 'To {{when}}' },
    answers: 200,
  }),
  'GET /api/mail-settings': read,
  'PUT /api/mail-settings': () => ({
    body: { hubName: 'the music hub', visitMinutes: 60 },
    answers: 200,
  }),
  'GET /api/visits/{id}/recipient': step('proposed'),
  'PUT /api/visits/{id}/recipient': step('proposed', { contactId: null }),
  'GET /api/audit': read,
  'GET /api/audit/export': read,
  'GET /api/users': read,
  'GET /api/users/export': read,
  'GET /api/users/{id}': ({ user: { id } }) => ({ id, answers: 200 }),
  'GET /api/reports': read,
  'POST /api/reports': () => ({ body: { kind: 'workbook' }, answers: 202 }),
  'GET /api/reports/{id}': async (scene) => ({ id: await report(scene, 'failed'), answers: 200 }),
  // Allowed, but it is not made yet.
  'GET /api/reports/{id}/file': async (scene) => ({ id: await report(scene), answers: 409 }),
  'DELETE /api/reports/{id}': async (scene) => ({
    id: await report(scene, 'failed'),
    answers: 200,
  }),
  'GET /api/report-columns': read,
  'GET /api/report-templates': read,
  'GET /api/report-templates/{id}': async (scene) => ({ id: await template(scene), answers: 200 }),
  'POST /api/report-templates': () => ({ body: { name: name(), columns: ['name'] }, answers: 201 }),
  'PUT /api/report-templates/{id}': async (scene) => ({
    id: await template(scene),
    body: { version: 1, name: name(), columns: ['name'] },
    answers: 200,
  }),
  'DELETE /api/report-templates/{id}': async (scene) => ({
    id: await template(scene),
    answers: 200,
  }),
  'GET /api/report-narratives/{academicYear}': () => ({ id: '2024-25', answers: 200 }),
  'PUT /api/report-narratives/{academicYear}': () => ({
    id: '2024-25',
    body: { version: 99, ...EMPTY_NARRATIVE },
    answers: 409,
  }),
  'GET /api/monthly-digest': read,
  'PUT /api/monthly-digest': () => ({
    body: { version: 99, on: false, userIds: [] },
    answers: 409,
  }),
  'PUT /api/schools/{id}': async (scene) => ({
    id: (await school(scene)).id,
    body: { version: 1, notes: 'Ring first.' },
    answers: 200,
  }),
  'POST /api/contacts': async (scene) => ({
    body: { schoolId: (await school(scene)).id, name: 'Jo', role: 'other' },
    answers: 201,
  }),
  'PUT /api/contacts/{id}': async (scene) => ({
    id: await contact(scene),
    body: { version: 1, name: 'Jo', role: 'other' },
    answers: 200,
  }),
  'POST /api/contacts/{id}/restore': async (scene) => ({
    id: await binned(scene, 'contacts'),
    answers: 200,
  }),
  'DELETE /api/contacts/{id}': async (scene) => ({ id: await contact(scene), answers: 200 }),
  'POST /api/visits': async (scene) => ({
    body: { schoolId: (await school(scene)).id },
    answers: 201,
  }),
  'POST /api/visits/{id}/schedule': step('proposed', { scheduledOn: TODAY }),
  'POST /api/visits/{id}/confirm': step('scheduled', {}),
  'POST /api/visits/{id}/cancel': step('scheduled', { by: 'school', reason: 'Inspection' }),
  'POST /api/visits/{id}/not-held': step('scheduled', { reason: 'Ill' }),
  'POST /api/visits/{id}/outcome': step('scheduled', { visitedOn: TODAY, summary: 'Fine.' }),
  'POST /api/visits/{id}/correct': async (scene) => ({
    id: await loggedBy(scene),
    body: { version: 1, reason: 'A slip', summary: 'Fine.' },
    answers: 200,
  }),
  'POST /api/visits/{id}/move': move,
  'POST /api/visits/{id}/void': ended({ reason: 'Logged twice' }),
  'POST /api/visits/{id}/unvoid': ended({ reason: 'It did take place' }, { void: true }),
  'POST /api/visits/{id}/to-school': toSchool,
  'POST /api/survey-links': async (scene) => {
    await surveys(scene).survey(true);
    return { body: { schoolId: (await school(scene)).id }, answers: 201 };
  },
  'DELETE /api/survey-links/{id}': async (scene) => ({
    id: (await surveys(scene).link((await school(scene)).id)).id,
    answers: 200,
  }),
  'POST /api/tagged-answers': async (scene) => ({
    body: { ...(await surveys(scene).text((await school(scene)).id)), label: name() },
    answers: 201,
  }),
  'DELETE /api/tagged-answers/{id}': async (scene) => ({
    id: await surveys(scene).tagged((await school(scene)).id),
    answers: 200,
  }),
  'POST /api/follow-up-actions': async (scene) => ({
    body: { schoolId: (await school(scene)).id, title: 'Ring' },
    answers: 201,
  }),
  'PUT /api/follow-up-actions/{id}': async (scene) => ({
    id: await action(scene),
    body: { version: 1, status: 'done' },
    answers: 200,
  }),
  'DELETE /api/follow-up-actions/{id}': async (scene) => ({
    id: await action(scene),
    answers: 200,
  }),
  'POST /api/follow-up-actions/{id}/restore': async (scene) => ({
    id: await binned(scene, 'follow_up_actions'),
    answers: 200,
  }),
  'POST /api/follow-up-actions/{id}/visit': async (scene) => ({
    id: await action(scene),
    body: { scheduledOn: TODAY },
    answers: 201,
  }),
  'POST /api/priority-queue/{schoolId}/hold': async (scene) => ({
    id: (await school(scene)).id,
    body: hold,
    // Allowed, but the school is not ranked yet.
    answers: 404,
  }),
  'DELETE /api/priority-queue/{schoolId}/hold': async (scene) => ({
    id: (await school(scene)).id,
    answers: 404,
  }),
  'POST /api/surveys': () => ({ body: { title: 'Have Your Say' }, answers: 201 }),
  'POST /api/surveys/{id}/draft': async (scene) => ({
    id: (await surveys(scene).survey(true)).surveyId,
    answers: 201,
  }),
  'PUT /api/survey-versions/{id}': async (scene) => ({
    id: (await draft(scene)).versionId,
    body: { version: 1, title: 'Have Your Say', intro: null, questions: [] },
    answers: 200,
  }),
  'POST /api/survey-versions/{id}/publish': async (scene) => ({
    id: (await draft(scene)).versionId,
    body: { version: 1 },
    answers: 200,
  }),
  'DELETE /api/survey-versions/{id}': async (scene) => ({
    id: (await draft(scene)).versionId,
    answers: 200,
  }),
  'POST /api/regions': () => ({ body: { name: name() }, answers: 201 }),
  'PUT /api/regions/{id}': async (scene) => ({
    id: await region(scene),
    body: { version: 1, name: name() },
    answers: 200,
  }),
  'DELETE /api/regions/{id}': async (scene) => ({ id: await region(scene), answers: 200 }),
  'POST /api/schools/region': async (scene) => ({
    body: { ids: [(await school(scene)).id], regionId: null },
    answers: 200,
  }),
  'POST /api/outcome-tags': () => ({ body: { kind: 'need', label: name() }, answers: 201 }),
  'PUT /api/outcome-tags/{id}': async (scene) => ({
    id: await tag(scene),
    body: { version: 1, label: name() },
    answers: 200,
  }),
  'POST /api/priority-refreshes': () => ({ body: {}, answers: 202 }),
  'GET /api/imports': read,
  'POST /api/imports': () => ({ body: { kind: 'schools' }, answers: 415 }),
  'POST /api/imports/columns': () => ({ body: { kind: 'visits' }, answers: 415 }),
  'GET /api/imports/{id}': nowhere,
  'POST /api/imports/{id}/apply': nowhere,
  'POST /api/imports/{id}/stop': nowhere,
  'POST /api/imports/{id}/undo': nowhere,
  'GET /api/imports/{id}/rejected.csv': nowhere,
  'GET /api/imports/{id}/findings': nowhere,
  'POST /api/imports/{id}/decisions': async (scene) => ({
    ...(await nowhere(scene)),
    body: { decision: 'keep' },
  }),
  'GET /api/imports/{id}/reading': nowhere,
  'POST /api/imports/{id}/check': nowhere,
  'GET /api/imports/{id}/rows': nowhere,
  'POST /api/imports/{id}/rows/{rowId}/decide': nowhere,
  'POST /api/imports/{id}/visitors': async (scene) => ({
    ...(await nowhere(scene)),
    body: { name: 'CL', userId: null },
  }),
  'POST /api/imports/{id}/run': nowhere,
  'GET /api/known-names': read,
  'DELETE /api/known-names/{id}': nowhere,
  'POST /api/users': () => ({
    body: { name: 'New', email: `${randomUUID()}@hub.example`, role: 'manager' },
    answers: 201,
  }),
  'PUT /api/users/{id}': async ({ api }) => ({
    id: (await api.hub.user('manager')).id,
    body: { version: 1, name: 'Other' },
    answers: 200,
  }),
  // Allowed, but there is no visit to be reminded of.
  'POST /api/users/{id}/log-reminder': async ({ api }) => ({
    id: (await api.hub.user('manager')).id,
    answers: 409,
  }),
  'POST /api/users/{id}/reset-link': async ({ api }) => ({
    id: (await api.hub.user('manager')).id,
    answers: 200,
  }),
};
