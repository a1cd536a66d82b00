import {
  type PlanSettings,
  readPlanProblem,
  SchoolYearEntity,
  VisitorCapacityEntity,
} from '@tracker/data';
import { brokenRules, figuresOf, notesOf, type PlanLine, proposePlan } from '@tracker/domain';
import { runRefresh } from '@tracker/work';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

// Hertfordshire's 2024-25, in which planner rules are explained.
const YEAR = '2024-25';
const TODAY = '2024-09-02';
const HOLIDAYS = [
  { name: 'Autumn half term', from: '2024-10-26', to: '2024-11-03' },
  { name: 'Christmas holiday', from: '2024-12-21', to: '2025-01-05' },
  { name: 'Spring half term', from: '2025-02-15', to: '2025-02-23' },
  { name: 'Easter holiday', from: '2025-04-05', to: '2025-04-21' },
  { name: 'Summer half term', from: '2025-05-24', to: '2025-06-01' },
];

let api: TestApi;
let head: Agent;
let east: string;
let central: string;
let callum: string;
const urns: Record<string, number> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi(TODAY);
  head = await api.as(await api.hub.user('head'));
  east = (await api.hub.region('East')).id;
  central = (await api.hub.region('Central')).id;
  callum = (await api.hub.user('regional', [east, central], 'Callum')).id;
  await api.dataSource.manager.save(SchoolYearEntity, {
    ...{ year: YEAR, firstDay: '2024-09-02', lastDay: '2025-07-23', holidays: HOLIDAYS },
  } as SchoolYearEntity);
  await add('Mill Lane', { regionId: east, easting: 520_000, northing: 212_000 });
  await add('Hatch End', { regionId: east, easting: 520_000, northing: 212_900 });
  await add('Park High', { regionId: central, phase: 'Secondary', ...place(530_000) });
  await add('Nowhere', { regionId: east });
  await add('Offshore', { regionId: east, easting: 900_000, northing: 212_000 });
});
afterAll(() => api.stop());

const place = (easting: number) => ({ easting, northing: 212_000 });

async function add(name: string, over: object) {
  const school = await api.hub.school({ name, ...over });
  urns[name] = school.urn;
  ids[name] = school.id;
  return school;
}

const asked = (settings: PlanSettings = {}, more: object = {}) =>
  readPlanProblem(api.dataSource.manager, { academicYear: YEAR, today: TODAY, settings, ...more });
const problemOf = async (settings: PlanSettings = {}) => (await asked(settings)).problem;
const visit = (name: string, date: string, visitorId = callum): PlanLine => ({
  urn: urns[name]!,
  date,
  visitorId,
});

/** The rules that a visit breaks. */
async function brokenBy(line: PlanLine, settings: PlanSettings = {}) {
  return brokenRules(await problemOf(settings), [line]).map(({ key }) => key);
}

it('has the school days of the hub, in half terms, from the notice to the last school day', async () => {
  const { schoolDays, halfTerms, horizon, year } = await problemOf();
  expect(year).toBe(YEAR);
  expect(horizon).toEqual({ from: '2024-09-16', to: '2025-07-23' });
  expect(halfTerms.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2024-09-02 2024-10-25',
    '2024-11-04 2024-12-20',
    '2025-01-06 2025-02-14',
    '2025-02-24 2025-04-04',
    '2025-04-22 2025-05-23',
    '2025-06-02 2025-07-23',
  ]);
  for (const day of ['2024-10-29', '2024-12-26', '2024-11-09']) {
    expect(schoolDays).not.toContain(day);
    expect(await brokenBy(visit('Mill Lane', day))).toContain('day');
  }
  expect((await problemOf({ notice: 30 })).horizon.from).toBe('2024-10-02');
});

it.each([
  ['Park High', '2025-05-08', ['window']],
  ['Mill Lane', '2025-05-08', []],
  ['Mill Lane', '2025-05-13', ['window']],
  ['Mill Lane', '2024-12-11', ['window']],
  ['Park High', '2024-12-11', []],
])('P1: takes the windows that are suggested: %s on %s breaks %j', async (name, day, broken) => {
  expect(await brokenBy(visit(name, day))).toEqual(broken);
});

it('P1: knows what schools and visitors say of their days', async () => {
  const residential = { from: '2025-02-03', to: '2025-02-07', why: 'residential' };
  await head
    .put(`/api/schools/${ids['Mill Lane']}/availability`)
    .send({ neverWeekdays: [5], wishedWeekdays: [2], unavailable: [residential] })
    .expect(200);
  expect(await brokenBy(visit('Mill Lane', '2025-02-04'))).toEqual(['unavailable']);
  expect(await brokenBy(visit('Mill Lane', '2025-02-10'))).toEqual([]);
  expect(await brokenBy(visit('Mill Lane', '2024-11-08'))).toEqual(['weekday']);
  const kept = await api.dataSource.manager.save(VisitorCapacityEntity, {
    ...{ userId: callum, perDay: 2, perWeek: 2, perHalfTerm: 3, weekdays: [2, 4] },
    ...{ startsFrom: 'Hatfield', easting: 523_000, northing: 209_000 },
  } as VisitorCapacityEntity);
  const absence = { userId: callum, from: '2024-10-10', to: '2024-10-10' };
  await head.post('/api/visitor-absences').send(absence).expect(201);
  expect(await brokenBy(visit('Hatch End', '2024-10-09'))).toEqual(['visitor-day']);
  expect(await brokenBy(visit('Hatch End', '2024-10-10'))).toEqual(['visitor-away']);
  // Central is a region of his too.
  expect(await brokenBy(visit('Park High', '2024-10-08'))).toEqual([]);
  const gone = { without: { visitorIds: [callum], from: '2024-10-01' } };
  expect(await brokenBy(visit('Park High', '2024-10-08'), gone)).toEqual(['visitor-away']);
  await api.dataSource.manager.delete(VisitorCapacityEntity, kept.id);
});

it('P1: counts what is held and booked, follow-ups too, and none of it twice', async () => {
  const week = { status: 'scheduled', visitorId: callum } as const;
  const booked = await api.hub.visit(ids['Hatch End']!, { ...week, scheduledOn: '2024-10-08' });
  const followUp = await api.hub.visit(ids['Park High']!, {
    ...{ ...week, kind: 'other', scheduledOn: '2024-10-09' },
  });
  await api.hub.otherDoesNotCount();
  expect(await brokenBy(visit('Hatch End', '2024-11-05'))).toEqual(['twice']);
  expect(await brokenBy(visit('Mill Lane', '2024-10-08'))).toEqual(['per-week']);
  // What does not count leaves its school in the plan, and the target its places.
  expect(await brokenBy(visit('Park High', '2024-11-05'))).toEqual([]);
  const problem = await problemOf({ wanted: 2 });
  expect(problem.booked.map(({ urn }) => urn)).toEqual([urns['Hatch End'], -urns['Park High']!]);
  expect(problem.wanted).toBe(3);
  const nobody = await api.hub.visit(ids['Park High']!, {
    ...{ status: 'confirmed', scheduledOn: '2025-03-04', visitorId: null },
  });
  const reading = await asked();
  expect(reading.problem.booked).toContainEqual({
    ...{ urn: urns['Park High'], date: '2025-03-04', visitorId: null, status: 'confirmed' },
  });
  expect(reading.notes).toContain('1 booked visit names nobody and counts for no visitor.');
  await api.dataSource.query('DELETE FROM visits WHERE id = ANY ($1)', [
    [booked.id, followUp.id, nobody.id],
  ]);
  await api.dataSource.query(`DELETE FROM settings`);
});

it('knows of snoozes, closing schools, and of visits to those that a school followed', async () => {
  const closing = await add('Ash Grove', { regionId: east, status: 'closing' });
  await api.dataSource.query(`UPDATE schools SET closed_on = '2025-03-31' WHERE id = $1`, [
    closing.id,
  ]);
  expect(await brokenBy(visit('Ash Grove', '2025-03-28'))).toEqual([]);
  expect(await brokenBy(visit('Ash Grove', '2025-03-31'))).toEqual(['closing']);
  const old = await add('Old Academy', { regionId: east });
  const followed = await add('New Academy', { regionId: east });
  await api.hub.completedVisit(old.id, '2022-10-20');
  await api.hub.succession(await api.hub.closeSchool(old.id), followed);
  await runRefresh(api.dataSource, TODAY);
  await head
    .post(`/api/priority-queue/${followed.id}/hold`)
    .send({ kind: 'snooze', reason: 'building work', untilOn: '2024-11-15' })
    .expect(200);
  const [school] = (await problemOf()).schools.filter(({ urn }) => urn === followed.urn);
  expect(school).toMatchObject({
    ...{ lastVisitedOn: '2022-10-20', dueOn: '2025-10-20', state: 'on_track', band: 3 },
  });
  expect(school!.snoozed).toEqual({ until: '2024-11-15', by: 'Test head', why: 'building work' });
  expect(await brokenBy(visit('New Academy', '2024-11-15'))).toEqual(['snoozed']);
  expect(await brokenBy(visit('New Academy', '2025-01-14'))).toEqual([]);
  expect(await brokenBy(visit('Old Academy', '2025-01-14'))).toEqual(['school']);
});

it('P4: says whose place, start and capacity are not known', async () => {
  await runRefresh(api.dataSource, TODAY);
  const { problem, notes } = await asked();
  expect(notesOf(problem, [])).toContainEqual(
    expect.stringMatching(/^The place of \d+ schools is not known; .*Nowhere, Offshore/),
  );
  expect(notes).toEqual([
    `Nobody has set the windows of ${YEAR}: those suggested are taken.`,
    'What they can take is not known of Callum: 2 a week, 3 a half term is taken.',
    'Where they start from is not known of Callum: the middle of their regions’ schools is taken.',
  ]);
  const next = await readPlanProblem(api.dataSource.manager, {
    ...{ academicYear: '2025-26', today: TODAY },
  });
  expect(next.problem.halfTerms).toHaveLength(6);
  expect(next.notes[0]).toBe(
    'The term dates of 2025-26 are not known: the usual school days and holidays are assumed.',
  );
});

it('P7: books for what falls through: as asked, as set, or as two years have shown', async () => {
  expect(await asked()).toMatchObject({
    cancelShare: 0.12,
    toBeHeld: 180,
    problem: { wanted: 205 },
  });
  expect(await asked({ cancelShare: 0.1 })).toMatchObject({ problem: { wanted: 200 } });
  expect((await problemOf({ wanted: 170 })).wanted).toBe(170);
  const settings = (await head.get('/api/hub-settings')).body;
  const planning = { noticeDays: 7, cancelShare: 0, monthsBetween: 30 };
  const { body } = await head
    .put('/api/hub-settings')
    .send({ ...settings, planning })
    .expect(200);
  const set = await problemOf();
  expect(set).toMatchObject({ wanted: 180, minMonthsBetween: 30 });
  expect(set.horizon.from).toBe('2024-09-09');
  await head
    .put('/api/hub-settings')
    .send({ ...body, planning: { ...planning, cancelShare: null } })
    .expect(200);
  await api.dataSource.query(
    `INSERT INTO visits (school_id, kind, status, scheduled_on, visited_on, cancelled_by, cancel_reason)
     SELECT $1, 'other', s, '2023-11-07', CASE s WHEN 'completed' THEN date '2023-11-07' END,
       CASE s WHEN 'cancelled' THEN 'school' END, CASE s WHEN 'cancelled' THEN 'Inspection' END
     FROM (SELECT CASE WHEN n <= 20 THEN 'cancelled' ELSE 'completed' END AS s
       FROM generate_series(1, 100) AS n) each`,
    [ids['Hatch End']],
  );
  expect(await asked()).toMatchObject({ cancelShare: 0.2, problem: { wanted: 225 } });
  await api.dataSource.query(`DELETE FROM visits WHERE kind = 'other'`);
  await api.dataSource.query(`DELETE FROM settings`);
});

it('P8: in the last year of a cycle what is not covered falls due with the spring term', async () => {
  const { id } = await add('Brook', { regionId: east });
  await api.hub.completedVisit(id, '2024-06-12');
  const last = await readPlanProblem(api.dataSource.manager, {
    ...{ academicYear: '2026-27', today: '2026-09-01' },
  });
  const school = last.problem.schools.find(({ urn }) => urn === urns['Brook']);
  expect(school).toMatchObject({ state: 'due', band: 2, dueOn: '2027-03-25' });
  const before = await readPlanProblem(api.dataSource.manager, {
    ...{ academicYear: '2025-26', today: '2025-09-01' },
  });
  expect(before.problem.schools.find(({ urn }) => urn === urns['Brook'])).toMatchObject({
    ...{ state: 'on_track', dueOn: '2027-06-12' },
  });
});

it('plans some regions alone, with their share of the target and all that their visitors have', async () => {
  const booked = await api.hub.visit(ids['Park High']!, {
    ...{ status: 'scheduled', scheduledOn: '2024-10-08', visitorId: callum },
  });
  const all = await asked({ cancelShare: 0 });
  const part = await asked({ cancelShare: 0, regionIds: [east] });
  const share = all.problem.regions.find(({ id }) => id === east)!.wanted;
  expect(part.toBeHeld).toBe(share);
  expect(part.problem.wanted).toBe(share + 1);
  const planned = part.problem.schools.filter(({ regionId }) => regionId !== east);
  // There for the way on that day, and booked already.
  expect(planned.map(({ name }) => name)).toEqual(['Park High']);
  expect(part.problem.booked).toHaveLength(1);
  await api.dataSource.query('DELETE FROM visits WHERE id = $1', [booked.id]);
});

it('is a problem that can be planned, with what is locked and was proposed before', async () => {
  const locked = [visit('Mill Lane', '2024-10-08'), visit('Mill Lane', '2024-10-15', ids['Brook'])];
  const previous = [visit('Hatch End', '2024-11-05'), { ...visit('Brook', '2024-11-05'), urn: 1 }];
  const { problem, notes, schoolIds } = await asked({}, { locked, previous });
  expect(problem.locked).toEqual([locked[0]]);
  expect(problem.previous).toEqual([previous[0]]);
  expect(notes.at(-1)).toBe(
    '1 locked line is left out: the school or the visitor is not in the plan any longer.',
  );
  expect(schoolIds.get(urns['Mill Lane']!)).toBe(ids['Mill Lane']);
  const plan = proposePlan(problem, { seed: 1, stepsALine: 50 });
  expect(brokenRules(problem, plan)).toEqual([]);
  expect(plan).toContainEqual(locked[0]);
  expect(figuresOf(problem, plan).placed[1]).toBeGreaterThan(3);
});
