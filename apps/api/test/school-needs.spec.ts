import type { SchoolNeeds } from '@tracker/contract';
import type { SchoolEntity } from '@tracker/data';
import { AnswersScene, ASKED } from './support/answers-scene';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let scene: AnswersScene;
let manager: Agent;
let north: string;
let south: string;
let schools: SchoolEntity[];

const needs = async (query: object = {}): Promise<SchoolNeeds> =>
  (await manager.get('/api/school-needs').query(query).expect(200)).body;
const counted = (list: { label: string; schools: number }[]) =>
  Object.fromEntries(list.map(({ label, schools: count }) => [label, count]));

/** Six schools in the north and eight in the south, all visited and asked this year. */
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  scene = new AnswersScene(api.dataSource);
  manager = await api.as(await api.hub.user('manager'));
  [north, south] = [(await api.hub.region()).id, (await api.hub.region()).id];
  const { versionId } = await scene.version();
  const [brass, choirs] = [await scene.need('Brass'), await scene.need('Choirs')];
  schools = [];
  for (let at = 0; at < 14; at += 1) {
    const school = await api.hub.school({
      regionId: at < 6 ? north : south,
      phase: at % 7 === 0 ? 'Secondary' : 'Primary',
      fsmPercent: at < 9 ? 12 : null,
    });
    schools.push(school);
    const visit = await api.hub.completedVisit(school.id, '2024-10-01');
    if (at % 2 === 0) await scene.tick(visit.id, choirs);
    if (at < 3) await scene.tick(visit.id, brass);
    await scene.answered({
      schoolId: school.id,
      versionId,
      source: 'visit',
      visitId: visit.id,
      answers: {
        barriers: at === 0 ? ['no_barriers'] : at < 10 ? ['money', 'time'] : ['time'],
        cpd_wanted: at < 6 ? ['singing'] : ['none'],
      },
    });
  }
}, 60_000);
afterAll(() => api.stop());

it('ranks by distinct schools, and "none" is not among the needs', async () => {
  const found = await needs();
  expect(found).toMatchObject({ academicYear: '2024-25', schools: 14, tooFew: false });
  expect(found.needs.map(({ label, schools: count }) => [label, count])).toEqual([
    ['Choirs', 7],
    ['Brass', 3],
  ]);
  expect(found.barriers).toEqual([
    { key: 'barriers.time', label: 'The time', schools: 13 },
    { key: 'barriers.money', label: 'The money', schools: 9 },
  ]);
  expect(counted(found.wanted)).toEqual({ 'The singing': 6 });
});

it('counts a school once, however often it was visited or answered', async () => {
  const [school] = schools as [SchoolEntity];
  const again = await api.hub.completedVisit(school.id, '2024-11-12');
  const [tag] = (await needs()).needs;
  await scene.tick(again.id, tag?.key as string);
  const { versionId } = await scene.version(ASKED, { title: 'Another survey' });
  await scene.answered({ schoolId: school.id, versionId, answers: { barriers: ['time'] } });
  const found = await needs();
  expect(found.schools).toBe(14);
  expect(counted(found.needs)).toEqual({ Choirs: 7, Brass: 3 });
  expect(counted(found.barriers)).toEqual({ 'The time': 14, 'The money': 9 });
});

it('hears nobody at a visit that does not count', async () => {
  await api.hub.otherDoesNotCount();
  const rung = await api.hub.school({ regionId: south, phase: 'Primary', fsmPercent: 12 });
  await api.hub.visitsNotCounting(rung.id, '2024-10-02');
  expect(await needs()).toMatchObject({ schools: 14, visited: { schools: 14 } });
});

it('breaks down no group of fewer than five schools, nor what gives one away', async () => {
  const few = await needs({ phase: 'Secondary' });
  expect(few).toMatchObject({ schools: 2, tooFew: true, needs: [], barriers: [], wanted: [] });
  // Without the others it would be the two secondary schools of which nothing is to be known.
  const rest = await needs({ phase: 'Primary' });
  expect(rest).toMatchObject({ schools: 12, tooFew: true, needs: [], barriers: [] });
  expect(await needs({ regionId: north })).toMatchObject({ schools: 6, tooFew: false });
  expect(counted((await needs({ regionId: north })).barriers)['The time']).toBe(6);
  const both = await needs({ regionId: north, phase: 'Primary' });
  expect(both).toMatchObject({ schools: 5, tooFew: true, needs: [] });
  expect(await needs({ fsmBand: '10-20' })).toMatchObject({ schools: 9, tooFew: false });
  expect(await needs({ fsmBand: 'not-known' })).toMatchObject({ schools: 5, tooFew: false });
});

it('gives a closed school’s visits and answers to its successor', async () => {
  const old = schools[13] as SchoolEntity;
  const heir = await api.hub.school({ regionId: north, phase: 'Primary', fsmPercent: 12 });
  await api.hub.closeSchool(old.id);
  await api.hub.succession(old, heir);
  expect(await needs()).toMatchObject({ schools: 14 });
  expect(await needs({ regionId: north })).toMatchObject({ schools: 7 });
  expect(await needs({ regionId: south })).toMatchObject({ schools: 7 });
});

it('is of a year, and of a year in which nothing was heard says so', async () => {
  const empty = await needs({ academicYear: '2019-20' });
  const nobody = { schools: 0, tooFew: true };
  expect(empty).toEqual({
    ...{ academicYear: '2019-20', ...nobody, visited: nobody, answered: nobody },
    ...{ needs: [], barriers: [], wanted: [] },
  });
});

it.each([
  [
    { academicYear: '2024/25' },
    'academicYear',
    '"2024/25" is not an academic year; write it 2024-25.',
  ],
  [{ regionId: 'north' }, 'regionId', 'The region is the id of a region.'],
  [{ fsmBand: 'high' }, 'fsmBand', expect.stringContaining('The band is one of under-10')],
  [{ district: 'x' }, 'district', 'There is no field "district" here.'],
])('refuses %j by name', async (query, field, message) => {
  const { body } = await manager.get('/api/school-needs').query(query).expect(422);
  expect(body.errors).toEqual([{ field, message }]);
});
