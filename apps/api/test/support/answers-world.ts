import { randomUUID } from 'node:crypto';
import { type SurveyAnswers } from '@tracker/domain';
import { emptyTables } from '@tracker/testing';
import { rebuildLineage } from '@tracker/work';
import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import {
  AnswersReference,
  type ReferenceResponse,
  type ReferenceSchool,
  type ReferenceVisit,
} from './answers-reference';
import { AnswersScene, ASKED } from './answers-scene';

export const PHASES = ['Primary', 'Secondary', 'Special'];
export const REGIONS = 3;
export const YEARS = ['2023-24', '2024-25'];
const DAYS = ['2023-09-01', '2024-02-29', '2024-08-31', '2024-09-01', '2024-11-14'];

const some = <T>(values: T[], max = values.length) =>
  fc.subarray(values, { minLength: 1, maxLength: max });
const often = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null, freq: 9 });

const ANSWERS: fc.Arbitrary<SurveyAnswers> = fc.record(
  {
    choir: fc.boolean(),
    sings: fc.constantFrom('weekly', 'seldom'),
    lessons: fc.nat(60),
    budget: fc.nat(200_000).map((pence) => pence / 100),
    useful: fc.integer({ min: 1, max: 5 }),
    barriers: some(['money', 'time', 'space']),
    cpd_wanted: fc.constantFrom<string[][]>(['none'], ['singing'], ['singing', 'send']),
    wish: fc.constant('A concert'),
  },
  { requiredKeys: [] },
);

const SCHOOLS = fc
  .array(
    fc.record({
      region: often(fc.nat(REGIONS - 1)),
      phase: often(fc.constantFrom(...PHASES)),
      fsmPercent: often(fc.constantFrom(3, 12, 12, 45)),
      heirs: fc.oneof(
        { weight: 5, arbitrary: fc.constant<number[]>([]) },
        { weight: 1, arbitrary: fc.array(fc.nat(99), { minLength: 1, maxLength: 2 }) },
      ),
    }),
    { minLength: 20, maxLength: 45 },
  )
  .map((schools) =>
    schools.map(({ heirs, ...school }, at): ReferenceSchool => {
      const after = schools.length - at - 1;
      // Only towards later ones, so that nobody follows themselves.
      const successors = after > 0 ? heirs.map((heir) => at + 1 + (heir % after)) : [];
      return { ...school, successors: [...new Set(successors)] };
    }),
  );

const response = (schools: number): fc.Arbitrary<ReferenceResponse> =>
  fc
    .record({
      school: fc.nat(schools - 1),
      survey: fc.constantFrom(0, 0, 0, 1),
      source: fc.constantFrom('visit' as const, 'school' as const),
      state: fc.constantFrom('counts', 'counts', 'counts', 'draft', 'confirmed'),
      answeredOn: fc.constantFrom(...DAYS),
      answers: ANSWERS,
    })
    .map(({ state, ...rest }) => ({
      ...rest,
      submitted: !(state === 'draft' && rest.source === 'visit'),
      confirmed: state === 'confirmed' && rest.source === 'school',
    }));

const visit = (schools: number): fc.Arbitrary<ReferenceVisit> =>
  fc.record({
    school: fc.nat(schools - 1),
    completed: fc.boolean(),
    counts: fc.boolean(),
    visitedOn: fc.constantFrom(...DAYS),
    needs: fc.subarray([0, 1, 2]),
  });

/** Schools that close, split and merge, their visits and what they answered. */
export const WORLD: fc.Arbitrary<AnswersReference> = SCHOOLS.chain((schools) =>
  fc
    .record({
      responses: fc.array(response(schools.length), { minLength: 20, maxLength: 110 }),
      visits: fc.array(visit(schools.length), { maxLength: 60 }),
    })
    .map(({ responses, visits }) => new AnswersReference(schools, responses, visits)),
);

/** The ids under which a world stands in the database, by the reference's indexes. */
export interface World {
  regionIds: string[];
  surveyIds: string[];
  needIds: string[];
}

/** Puts a world into the database in place of the one before. */
export async function build(
  dataSource: DataSource,
  { schools, responses, visits }: AnswersReference,
): Promise<World> {
  await emptyTables(dataSource, 'schools, school_links, surveys, outcome_tags');
  const scene = new AnswersScene(dataSource);
  const regionIds = await idsOf(
    dataSource,
    'INSERT INTO regions (name) SELECT gen_random_uuid()::text FROM generate_series(1, 3) RETURNING id',
  );
  const [first, second] = [await scene.version(), await scene.version(ASKED, { title: 'Other' })];
  const needIds = [await scene.need('A'), await scene.need('B'), await scene.need('C')];
  const ids = schools.map(() => randomUUID());
  await dataSource.transaction(async (manager) => {
    await insertSchools(manager, schools, ids, regionIds);
    await insertVisits(manager, visits, ids, needIds);
    const versionIds = [first.versionId, second.versionId];
    await insertResponses(manager, responses, ids, versionIds);
  });
  return { regionIds, surveyIds: [first.surveyId, second.surveyId], needIds };
}

const idsOf = async (dataSource: DataSource, sql: string): Promise<string[]> =>
  ((await dataSource.query(sql)) as { id: string }[]).map(({ id }) => id);

/** Inserts rows given as one JSON document, by the columns of their table. */
const insert = (manager: EntityManager, table: string, rows: object[]) => {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (rows.length === 0) return Promise.resolve();
  return manager.query(
    `INSERT INTO ${table} (${columns})
     SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
};

async function insertSchools(
  manager: EntityManager,
  schools: readonly ReferenceSchool[],
  ids: string[],
  regionIds: string[],
): Promise<void> {
  await insert(
    manager,
    'schools',
    schools.map(({ region, phase, fsmPercent, successors }, at) => ({
      ...{ id: ids[at], urn: 500_000 + at, name: `School ${at}`, phase },
      ...{ version: 1, created_at: '2024-01-01', updated_at: '2024-01-01' },
      ...{ region_id: region === null ? null : regionIds[region], region_set_by_hand: false },
      ...{ fsm_percent: fsmPercent, in_scope: successors.length === 0 },
      status: successors.length > 0 ? 'closed' : 'open',
    })),
  );
  await insert(
    manager,
    'school_links',
    schools.flatMap(({ successors }, at) =>
      successors.map((heir) => ({
        ...{ predecessor_urn: 500_000 + at, successor_urn: 500_000 + heir },
        link_type: 'Successor',
      })),
    ),
  );
  await rebuildLineage(manager);
}

const RECORD = { version: 1, created_at: '2024-01-01', updated_at: '2024-01-01' };

async function insertVisits(
  manager: EntityManager,
  visits: readonly ReferenceVisit[],
  ids: string[],
  needIds: string[],
): Promise<void> {
  const rows = visits.map(({ school, completed, counts, visitedOn }) => ({
    ...{ ...RECORD, id: randomUUID(), school_id: ids[school] },
    ...{ kind: counts ? 'cycle' : 'other', status: completed ? 'completed' : 'cancelled' },
    visited_on: completed ? visitedOn : null,
  }));
  await insert(manager, 'visits', rows);
  const outcomes = rows.map(({ id }) => ({ visit_id: id, summary: 'Fine', logged_at: 'now' }));
  await insert(manager, 'visit_outcomes', outcomes);
  const ticked = rows.flatMap(({ id }, at) =>
    (visits[at]?.needs ?? []).map((need) => ({ visit_id: id, tag_id: needIds[need] })),
  );
  await insert(manager, 'visit_outcome_tags', ticked);
}

/** Each with a visit of a kind that does not count: the one it was given at, or that went through it. */
async function insertResponses(
  manager: EntityManager,
  responses: readonly ReferenceResponse[],
  ids: string[],
  versionIds: string[],
): Promise<void> {
  const rows = responses.map((response) => ({
    ...{ id: randomUUID(), visitId: randomUUID(), response },
  }));
  await insert(
    manager,
    'visits',
    rows.map(({ visitId, response: { school, answeredOn } }) => ({
      ...{ ...RECORD, id: visitId, school_id: ids[school], kind: 'other', status: 'completed' },
      visited_on: answeredOn,
    })),
  );
  await insert(
    manager,
    'survey_responses',
    rows.map(({ id, visitId, response: { school, survey, source, ...given } }, at) => ({
      ...{ ...RECORD, id, school_id: ids[school], survey_version_id: versionIds[survey] },
      ...{ source, visit_id: source === 'visit' ? visitId : null, answered_on: given.answeredOn },
      submitted_at: given.submitted ? new Date(Date.UTC(2025, 0, 1) + at * 1000) : null,
      confirmed_by_visit_id: given.confirmed ? visitId : null,
    })),
  );
  await insert(
    manager,
    'survey_answers',
    rows.flatMap(({ id, response: { school, answers } }) =>
      Object.entries(answers).map(([question_key, value]) => ({
        ...{ response_id: id, school_id: ids[school], question_key, value },
      })),
    ),
  );
}
