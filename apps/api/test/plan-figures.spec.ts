import type {
  AnswerTag,
  AnswerTagging,
  PlanFacts,
  PlanFactsOfSchool,
  PlanFigures,
  School,
} from '@tracker/contract';
import {
  ANY,
  fsmBandOf,
  NOT_STATED,
  type PlanField,
  type PlanFieldValue,
  planFactText,
  PLAN_SPLITS,
  type PlanFact,
} from '@tracker/domain';
import { PlanDocumentEntity, type SchoolEntity, type UserEntity } from '@tracker/data';
import { runRefresh } from '@tracker/work';
import { confirmPlan } from './support/confirmed-plan';
import { type Expected, type Planned, planReference } from './support/plan-reference';
import { type Agent, startTestApi, type TestApi } from './support/test-api';

const TODAY = '2026-11-20';
const YEAR = '2026-27';

let api: TestApi;
let user: UserEntity;
let head: Agent;
const schools: Planned[] = [];

/** The same numbers each time, so that a failure comes again. */
let seed = 7;
const upTo = (most: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % most;
};
const one = <Value>(of: readonly Value[]): Value => of[upTo(of.length)] as Value;
const some = <Value>(of: readonly Value[]): Value[] => of.filter(() => upTo(3) === 0);

/** Now and then a field is left out: nothing is stated of it. */
function anyFacts(): Partial<Record<PlanField, PlanFieldValue>> {
  const instruments = ['recorder', 'ukulele', 'violin', 'nose whistle'];
  const all: Partial<Record<PlanField, PlanFieldValue>> = {
    minutesPerWeek: some(['all', 'ks1', 'y3', 'y6', 'ks3', 'y8', 'ks4']).map((stage) => ({
      ...{ stage, minutes: one([30, 45.5, 60, 75]), qualifier: 'exact' as const },
    })),
    schemes: some(['Charanga', 'Kapow Music', 'Our own: years 1 to 6']),
    wholeClassInstrument: some(['y3', 'y4', 'y5']).map((year) => ({
      ...{ years: [year], instrument: one([...instruments, null]), provider: null },
    })),
    lessonInstruments: some(instruments),
    lessonCharging: one(['free', 'charged', 'charged_with_help']),
    lessonsOffered: upTo(2) === 0,
    ensembles: some(['KS2 Choir', 'Samba band', 'Recorder club']),
    singingTogether: one(['weekly', 'other']),
    hubName: one(['Northmere Music Hub', 'Kent Music']),
    musicLead: ['Robin Vale'],
    priorities: some(['Buy ukuleles', 'Start a choir']),
  };
  return Object.fromEntries(Object.entries(all).filter(() => upTo(4) > 0));
}

async function make(over: Partial<SchoolEntity>, predecessors: Planned[] = []): Promise<Planned> {
  const school = await api.hub.school(over);
  const planned: Planned = { school, predecessors, values: new Map() };
  for (const { school: before } of predecessors) await api.hub.succession(before, school);
  schools.push(planned);
  return planned;
}

async function plan(planned: Planned, ...years: string[]): Promise<void> {
  const values = await confirmPlan(api.dataSource, {
    ...{ school: planned.school, byId: user.id, years, facts: anyFacts() },
  });
  for (const year of years) planned.values.set(year, values);
}

const closed = { status: 'closed' as const };

beforeAll(async () => {
  api = await startTestApi(TODAY);
  user = await api.hub.user('head');
  head = await api.as(user);
  const regions = [await api.hub.region('North'), await api.hub.region('South'), null];
  const anySchool = (): Partial<SchoolEntity> => ({
    regionId: one(regions)?.id ?? null,
    phase: one(['Primary', 'Primary', 'Secondary', 'All-through', 'Not applicable', null]),
    fsmPercent: one([4, 12, 33, null]),
  });
  for (let i = 0; i < 24; i += 1) {
    const school = await make(anySchool());
    if (upTo(5) > 0) await plan(school, ...(upTo(2) === 0 ? [YEAR] : ['2025-26', YEAR]));
  }
  // A line of two before it; the nearest one's plan counts, where it has none of its own.
  const first = await make({ ...anySchool(), ...closed });
  const second = await make({ ...anySchool(), ...closed }, [first]);
  await make(anySchool(), [second]);
  await plan(first, YEAR);
  await plan(second, YEAR);
  const before = await make({ ...anySchool(), ...closed });
  await plan(before, YEAR, '2027-28');
  await plan(await make(anySchool(), [before]), YEAR);
  // Two became one: theirs do not count.
  const both = [
    await make({ ...anySchool(), ...closed }),
    await make({ ...anySchool(), ...closed }),
  ];
  for (const each of both) await plan(each, YEAR);
  await make(anySchool(), both);
  await runRefresh(api.dataSource, TODAY);
}, 60_000);
afterAll(() => api.stop());

const factsOf = async (query: object): Promise<PlanFacts> => {
  const { body } = await head.get('/api/plan-figures').query(query).expect(200);
  const { facts } = body as PlanFigures;
  if (facts === null) throw new Error('Nothing was counted.');
  return facts;
};
const listed = async <Row>(path: string, filter: object): Promise<Row[]> => {
  const query = { filter: JSON.stringify(filter), range: '[0,99]' };
  return (await head.get(path).query(query).expect(200)).body;
};

/** Every number of an answer, by the fact that its list is opened with. */
function numbersOf({ fields, confirmed }: PlanFacts): Map<string, number> {
  const numbers = new Map([['plan::confirmed', confirmed]]);
  const put = (fact: PlanFact, count: number) => numbers.set(planFactText(fact), count);
  for (const { field, stated, notStated, parts } of fields) {
    put({ field, part: ANY, value: ANY }, stated);
    put({ field, part: ANY, value: NOT_STATED }, notStated);
    for (const { part, notStated: silent, values } of parts) {
      if (silent !== null) put({ field, part, value: NOT_STATED }, silent);
      for (const { value, schools: count } of values) put({ field, part, value }, count);
    }
  }
  return numbers;
}

const groups = () => {
  const [north] = schools.flatMap(({ school }) => school.regionId ?? []);
  return [
    ...[{}, { regionId: north }, { phase: 'Primary' }, { fsmBand: 'under-10' }],
    { regionId: north, phase: 'Secondary', fsmBand: 'not-known' },
  ];
};
const expectedOf = (group: object, year = YEAR): Expected => planReference(schools, group, year);

it('counts what every plan says as counting one by one does, of every group of schools', async () => {
  for (const group of groups()) {
    const facts = await factsOf({ academicYear: YEAR, ...group });
    const expected = expectedOf(group);
    expect([group, facts.schools, facts.confirmed]).toEqual([
      ...[group, expected.schools, expected.confirmed.length],
    ]);
    for (const [fact, count] of numbersOf(facts)) {
      expect([group, fact, count]).toEqual([group, fact, expected.idsOf(fact).length]);
    }
    for (const { field, parts } of facts.fields) {
      if (field !== 'minutesPerWeek') continue;
      expect(parts.map(({ part, median }) => [part, median])).toEqual(
        parts.map(({ part }) => [part, expected.medianOf(part)]),
      );
    }
  }
  expect(numbersOf(await factsOf({ academicYear: YEAR })).size).toBeGreaterThan(80);
});

it('has no value that a plan says and nobody counts', async () => {
  const facts = await factsOf({ academicYear: YEAR });
  const numbers = numbersOf(facts);
  for (const fact of expectedOf({}).facts())
    expect([fact, numbers.has(fact)]).toEqual([fact, true]);
});

it('opens for every number a list of just so many schools', async () => {
  for (const [at, group] of groups().entries()) {
    const facts = await factsOf({ academicYear: YEAR, ...group });
    const numbers = [...numbersOf(facts)].filter((_, place) => at === 0 || place % 20 === at);
    for (const [planFact, count] of numbers) {
      const filter = { ...group, inScope: true, planYear: YEAR, planFact };
      const ids = (await listed<School>('/api/schools', filter)).map(({ id }) => id);
      expect([planFact, ids.length]).toEqual([planFact, count]);
      expect(ids.sort()).toEqual(expectedOf(group).idsOf(planFact));
    }
  }
}, 60_000);

it('splits a field by region, phase and band', async () => {
  for (const by of PLAN_SPLITS) {
    for (const [field, fact] of [
      ['hour:ks2', { field: 'hour', part: 'ks2' }],
      ['minutesPerWeek:ks2', { field: 'minutesPerWeek', part: 'ks2' }],
      ['schemes', { field: 'schemes', part: '' }],
      ['wholeClassInstrument', { field: 'wholeClassInstrument', part: ANY }],
    ] as const) {
      const { split } = await factsOf({ academicYear: YEAR, by, field });
      for (const { key, confirmed, notStated, values, median } of split?.groups ?? []) {
        const of = ({ regionId, phase, fsmPercent }: SchoolEntity) =>
          ({ region: regionId, phase, fsmBand: fsmBandOf(fsmPercent) })[by] === key;
        const expected = planReference(schools, {}, YEAR, of);
        const count = (value: string) => expected.idsOf(planFactText({ ...fact, value })).length;
        expect([by, key, confirmed]).toEqual([by, key, expected.confirmed.length]);
        expect([field, key, notStated]).toEqual([field, key, count(NOT_STATED)]);
        for (const { value, schools: counted } of values) {
          expect([field, key, value, counted]).toEqual([field, key, value, count(value)]);
        }
        if (fact.field === 'minutesPerWeek') expect(median).toBe(expected.medianOf('ks2'));
      }
      const confirmed = split?.groups.reduce((sum, group) => sum + group.confirmed, 0);
      expect(confirmed).toBe(expectedOf({}).confirmed.length);
    }
  }
});

it('lists the facts school by school, and what they want to do next in their own words', async () => {
  const rows = await listed<PlanFactsOfSchool>('/api/plan-facts', {});
  expect(rows.map(({ id }) => id).sort()).toEqual(expectedOf({}).confirmed);
  for (const { id, facts, ofSchoolName, priorities } of rows) {
    const { values, from } = expectedOf({}).planOf(id);
    expect(facts).toEqual(values.filter(({ field }) => field !== 'plan'));
    expect(ofSchoolName).toBe(from.id === id ? null : from.name);
    const wanted = values.find(({ field }) => field === 'priorities')?.number ?? 0;
    expect(priorities).toHaveLength(wanted);
  }
  const wanting = await listed('/api/plan-facts', { fact: 'priorities::stated' });
  expect(wanting).toHaveLength(expectedOf({}).idsOf('priorities::stated').length);
  const lastYear = await listed('/api/plan-facts', { academicYear: '2025-26' });
  expect(lastYear).toHaveLength(expectedOf({}, '2025-26').confirmed.length);
  const { text } = await head.get('/api/plan-facts/export').expect(200);
  expect(text.trim().split('\r\n')).toHaveLength(rows.length + 1);
  expect(text).not.toMatch(/Robin/);
});

it('counts nothing unasked, and says what it cannot split', async () => {
  const { body } = await head.get('/api/plan-figures').expect(200);
  expect(body.facts).toBeNull();
  const none = await factsOf({ academicYear: '2019-20' });
  expect(none).toMatchObject({ confirmed: 0, schools: expectedOf({}).schools });
  const asked = (query: object) =>
    head.get('/api/plan-figures').query({ academicYear: YEAR, ...query });
  await asked({ by: 'region', field: 'nothing' }).expect(422);
  await asked({ by: 'region', field: 'hour' }).expect(422);
  await asked({ field: 'schemes' }).expect(422);
  await asked({ by: 'colour', field: 'schemes' }).expect(422);
  await head.get('/api/schools?filter={"planFact":"colour::red"}').expect(400);
});

describe('labels of what schools want to do next', () => {
  const [choir, ukuleles] = ['Start a choir', 'Buy ukuleles'];
  let north: string;
  let south: string;

  /** A school with its confirmed plan: the document's id. */
  const wanting = async (regionId: string): Promise<string> => {
    const school = await api.hub.school({ regionId });
    const facts = { priorities: [choir, ukuleles] };
    await confirmPlan(api.dataSource, { school, byId: user.id, years: ['2028-29'], facts });
    const { id } = await api.dataSource
      .getRepository(PlanDocumentEntity)
      .findOneByOrFail({ schoolId: school.id });
    return id;
  };
  const label = (agent: Agent, documentId: string, text: string, words: string) =>
    agent.post('/api/tagged-priorities').send({ documentId, text, label: words });
  const counted = async (group = {}) =>
    (await factsOf({ academicYear: '2028-29', ...group })).tags.map((tag) => [
      ...[tag.label, tag.schools],
    ]);
  const withLabel = (tagId: string, group = {}) =>
    listed<PlanFactsOfSchool>('/api/plan-facts', { academicYear: '2028-29', tagId, ...group });
  const unlabelled = async (group = {}) => {
    const asked = { academicYear: '2028-29', ...group };
    const { unlabelled: schoolsCounted } = await factsOf(asked);
    const rows = await listed<PlanFactsOfSchool>('/api/plan-facts', { ...asked, unlabelled: true });
    expect(rows).toHaveLength(schoolsCounted);
    const others = await listed('/api/plan-facts', { ...asked, unlabelled: false });
    expect(others).toHaveLength((await listed('/api/plan-facts', asked)).length - schoolsCounted);
    return rows.map(({ documentId }) => documentId);
  };
  const labels = async () =>
    ((await head.get('/api/answer-tags')).body as AnswerTag[]).map((tag) => [tag.label, tag.texts]);

  beforeAll(async () => {
    north = (await api.hub.region('Hills')).id;
    south = (await api.hub.region('Plains')).id;
  });

  it('are counted by school, and each number opens its list', async () => {
    const [mine, theirs] = [await wanting(north), await wanting(south)];
    const team = await api.as(await api.hub.user('regional', [north]));
    const made = await label(team, mine, choir, 'Singing').expect(201);
    const again = await label(head, mine, choir, ' singing ').expect(201);
    expect(again.body).toEqual(made.body);
    await label(team, theirs, choir, 'Singing').expect(403);
    await label(head, theirs, choir, 'Singing').expect(201);
    await label(head, mine, ukuleles, 'Singing').expect(201);
    const bought = await label(head, mine, ukuleles, 'Instruments').expect(201);
    await label(head, mine, 'Start a band', 'Singing').expect(404);
    expect(await counted()).toEqual([
      ['Singing', 2],
      ['Instruments', 1],
    ]);
    const inNorth = { regionId: north };
    expect(await counted(inNorth)).toEqual([
      ['Instruments', 1],
      ['Singing', 1],
    ]);
    expect(await labels()).toEqual([
      ['Singing', 3],
      ['Instruments', 1],
    ]);
    expect(await unlabelled()).toEqual([theirs]);
    expect(await unlabelled(inNorth)).toEqual([]);
    const { tagId } = made.body as AnswerTagging;
    expect(await withLabel(tagId)).toHaveLength(2);
    const [row] = await withLabel(tagId, inNorth);
    expect(row?.priorities).toEqual([
      { text: choir, tags: [made.body] },
      { text: ukuleles, tags: [bought.body, expect.objectContaining({ label: 'Singing' })] },
    ]);

    const their = (await withLabel(tagId, { regionId: south }))[0]?.priorities[0]?.tags[0];
    await team.delete(`/api/tagged-priorities/${their?.id}`).expect(403);
    await team.delete(`/api/tagged-priorities/${bought.body.id}`).expect(200);
    await team.delete(`/api/tagged-priorities/${bought.body.id}`).expect(404);
    expect(await labels()).toEqual([['Singing', 3]]);
  });

  it('go with the text that a correction or a rejection takes away', async () => {
    const before = await labels();
    const id = await wanting(south);
    await label(head, id, choir, 'Ensembles').expect(201);
    await label(head, id, ukuleles, 'Money').expect(201);
    const priorities = { field: 'priorities', outcome: 'changed', value: [choir] };
    const correction = { version: 1, academicYears: ['2028-29'], facts: [priorities] };
    const path = `/api/plan-documents/${id}`;
    const { body } = await head.post(`${path}/confirm`).send(correction).expect(200);
    expect(await labels()).toEqual([...before, ['Ensembles', 1]]);
    expect(await counted()).toContainEqual(['Ensembles', 1]);
    const rejection = { version: body.version, reason: 'other_school' };
    await head.post(`${path}/reject`).send(rejection).expect(200);
    expect(await labels()).toEqual(before);
  });
});
