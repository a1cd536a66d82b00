import { type FsmBand, type SchoolNeeds, type SurveySummary } from '@tracker/contract';
import { FIGURE_KINDS } from '@tracker/domain';
import { readSchoolNeeds, readSurveySummary } from '@tracker/data';
import fc from 'fast-check';
import { type AnswersReference, figuresOf, type ReferenceGroup } from './support/answers-reference';
import { ASKED } from './support/answers-scene';
import { build, PHASES, REGIONS, type World, WORLD, YEARS } from './support/answers-world';
import { startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi('2024-11-20');
  await api.dataSource.query(
    `INSERT INTO settings (key, value) VALUES ('kindsNotCounting', '["other"]')`,
  );
}, 30_000);
afterAll(() => api.stop());

const GROUP: fc.Arbitrary<ReferenceGroup> = fc.record(
  {
    academicYear: fc.constantFrom(...YEARS),
    region: fc.nat(REGIONS - 1),
    phase: fc.constantFrom(...PHASES),
    fsmBand: fc.constantFrom('under-10', '10-20', '40-and-over', 'not-known'),
  },
  { requiredKeys: ['academicYear'] },
);

const groupOf = ({ academicYear, region, phase, fsmBand }: ReferenceGroup, world: World) => ({
  academicYear,
  regionId: region === undefined ? undefined : world.regionIds[region],
  phase,
  fsmBand: fsmBand as FsmBand | undefined,
});

function expectSummary(
  found: SurveySummary,
  reference: AnswersReference,
  group: ReferenceGroup,
  world: World,
): void {
  const name = (region: number) => world.regionIds[region] as string;
  const answered = reference.answered(group.academicYear, 0);
  expect(found.schools).toBe(reference.inGroup(answered.keys(), group).length);
  expect(found.survey?.schools ?? 0).toBe(answered.size);
  for (const { key, type, figures } of found.questions) {
    const question = ASKED.find((each) => each.key === key);
    const those = [...answered].filter(([, { answers }]) => key in answers).map(([at]) => at);
    const mine = reference.inGroup(those, group);
    expect([key, figures.answers]).toEqual([key, mine.length]);
    const hidden = reference.isHidden(those, group, name);
    expect([key, figures.tooFew]).toEqual([key, hidden]);
    if (hidden) expect(figures).toMatchObject({ choices: [], spread: null, tags: [] });
    if (hidden || !question || FIGURE_KINDS[type] === 'texts') continue;
    const answers = mine.map((at) => answered.get(at)?.answers[key]);
    expect([key, figures]).toEqual([
      key,
      { ...figuresOf(question, answers), tooFew: false, tags: [] },
    ]);
  }
}

function expectNeeds(
  found: SchoolNeeds,
  reference: AnswersReference,
  group: ReferenceGroup,
  world: World,
): void {
  const name = (region: number) => world.regionIds[region] as string;
  const ticked = reference.ticked(group.academicYear);
  const surveys = [0, 1].map((survey) => reference.answered(group.academicYear, survey));
  const either = new Set([...ticked.keys(), ...surveys.flatMap((answers) => [...answers.keys()])]);
  expect(found.schools).toBe(reference.inGroup(either, group).length);
  const hidden = reference.isHidden(ticked.keys(), group, name);
  expect(found.visited.tooFew).toBe(hidden);
  const mine = reference.inGroup(ticked.keys(), group);
  for (const [need, id] of world.needIds.entries()) {
    const schools = mine.filter((at) => ticked.get(at)?.has(need)).length;
    const shown = found.needs.find(({ key }) => key === id)?.schools ?? 0;
    expect(shown).toBe(hidden ? 0 : schools);
  }
  const having = (option: string) => (at: number) =>
    surveys.some((answers) => [answers.get(at)?.answers.barriers].flat().includes(option));
  const asked = [...either].filter((at) => surveys.some((by) => by.get(at)?.answers.barriers));
  const answered = new Set(surveys.flatMap((answers) => [...answers.keys()]));
  const secret = [asked, answered].some((those) => reference.isHidden(those, group, name));
  for (const option of ['money', 'time', 'space']) {
    const schools = reference.inGroup(asked, group).filter(having(option)).length;
    const shown = found.barriers.find(({ key }) => key === `barriers.${option}`)?.schools ?? 0;
    expect(shown).toBe(secret ? 0 : schools);
  }
}

it('counts as a slow reference does, whatever schools do and whoever is asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      WORLD,
      fc.array(GROUP, { minLength: 6, maxLength: 6 }),
      async (reference, groups) => {
        const world = await build(api.dataSource, reference);
        const { manager } = api.dataSource;
        for (const group of groups) {
          const asked = groupOf(group, world);
          const [surveyId] = world.surveyIds;
          expectSummary(
            await readSurveySummary(manager, { ...asked, surveyId }),
            ...([reference, group, world] as const),
          );
          expectNeeds(await readSchoolNeeds(manager, asked), reference, group, world);
        }
      },
    ),
    // A world of schools is read as it is; making it smaller takes longer than reading it.
    { numRuns: 8, endOnFailure: true },
  );
}, 60_000);
