import { KNOWN_FROM, LOOK_RESULTS, PLAN_STATES, ROUND_ORDER } from '@tracker/domain';
import {
  day,
  flag,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  shape,
  showing,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { PLAN_DOCUMENT, PLAN_READINGS } from './plan-documents';
import { PLAN_FACTS } from './plan-figures';
import { ACADEMIC_YEAR, ID, record } from './records';

const ADDRESS = orNull(text('https://birch.example/music'));
const GONE_ON = note(
  'The day on which somebody found nothing at the address any more.',
  orNull(day('2024-11-18'), null),
);

export const MUSIC_DEVELOPMENT_PLAN = shape(
  'MusicDevelopmentPlan',
  'That a school has a music development plan, and how this is known.',
  {
    ...record('5c7e9a1b-3d5f-4071-8a2c-4e6f8b0d2c41'),
    schoolId: uuid(ID.school),
    schoolName: text("St Mary's Primary School"),
    academicYears: note('One to five that follow each other.', listOf(ACADEMIC_YEAR)),
    knownFrom: note(
      '`document` and `seen` make the plan known, `told` does not.',
      oneOf(KNOWN_FROM, 'seen'),
    ),
    address: ADDRESS,
    goneOn: GONE_ON,
    knownOn: note('The day on which it was seen, or the school said so.', day('2024-10-02')),
    recordedById: orNull(uuid(ID.head)),
    recordedByName: orNull(text('Ash Rook')),
  },
);
/** One plan of a school, of one academic year or several. */
export type MusicDevelopmentPlan = TypeOf<typeof MUSIC_DEVELOPMENT_PLAN>;

export const PLAN_LOOK = shape('PlanLook', 'Somebody looked for a school’s plan on a day.', {
  ...record('6d8f0b2c-4e60-4182-9b3d-5f7a9c1e3d51'),
  schoolId: uuid(ID.school),
  schoolName: text("St Mary's Primary School"),
  lookedOn: day('2024-11-18'),
  result: oneOf(LOOK_RESULTS, 'none'),
  lookedById: uuid(ID.head),
  lookedByName: text('Ash Rook'),
});
/** A look and its result. */
export type PlanLook = TypeOf<typeof PLAN_LOOK>;

export const PLAN_ROUND_ENTRY = shape('PlanRoundEntry', 'A school that needs its plan looked up.', {
  id: note('The school’s.', uuid(ID.school)),
  schoolId: uuid(ID.school),
  urn: integer(100001, 1),
  name: text("St Mary's Primary School"),
  town: orNull(text('Marsham')),
  regionId: orNull(uuid(ID.region)),
  state: oneOf(ROUND_ORDER, 'not_looked'),
  sentence: note('Why.', text('Nobody has looked for a plan in 2024-25.')),
  nextVisitOn: orNull(day('2024-12-03')),
  visitedSoon: note('That visit is in the next 14 days.', flag(true)),
  address: note('Of the latest plan on record, a predecessor’s too.', ADDRESS),
  goneOn: GONE_ON,
  toldAddress: note(
    'Where the school says there is one.',
    orNull(text('www.birch.example/music'), null),
  ),
  website: orNull(text('https://birch.example')),
});
/** Its place in the round is its place in the list. */
export type PlanRoundEntry = TypeOf<typeof PLAN_ROUND_ENTRY>;

export const PLAN_STATE_COUNT = shape(
  'PlanStateCount',
  'How many schools in scope are in a state.',
  {
    state: oneOf(PLAN_STATES, 'current'),
    schools: integer(312),
  },
);

export const PLAN_FIGURES_OF_REGION = shape('PlanFiguresOfRegion', 'The same for a region.', {
  regionId: orNull(uuid(ID.region)),
  name: text('North Harrowmere'),
  schools: integer(140),
  states: listOf(PLAN_STATE_COUNT),
});

export const PLAN_FIGURES = shape('PlanFigures', 'Schools in scope by the state of their plan.', {
  asOf: day('2024-11-20'),
  academicYear: ACADEMIC_YEAR,
  schools: integer(531),
  states: note('All of them, in the order of the rule.', listOf(PLAN_STATE_COUNT)),
  byRegion: listOf(PLAN_FIGURES_OF_REGION),
  facts: note('Of the academic year that was asked for.', orNull(PLAN_FACTS)),
  readings: PLAN_READINGS,
});
/** `GET /api/plan-figures`; every number is the length of the list of schools with `planState` and `inScope`. */
export type PlanFigures = TypeOf<typeof PLAN_FIGURES>;

export const SCHOOL_DEVELOPMENT = shape(
  'SchoolDevelopment',
  'How a school stands with its music development plan.',
  {
    state: oneOf(PLAN_STATES, 'current'),
    sentence: text('A plan for 2024-25 is known.'),
    plans: note(
      'Its own and its predecessors’, the latest year first.',
      listOf(MUSIC_DEVELOPMENT_PLAN),
    ),
    notCounting: note(
      'Which of these do not count: the school came from several.',
      showing([], listOf(uuid(ID.school))),
    ),
    looks: note('The latest first, at most 50.', listOf(PLAN_LOOK)),
    documents: note(
      'Its own and its predecessors’, the latest first, at most 50.',
      listOf(PLAN_DOCUMENT),
    ),
    mayBeFetched: note(
      'The hub lets the server fetch a document from the school’s own website.',
      flag(false),
    ),
  },
);
/** `GET /api/schools/:id/development`. */
export type SchoolDevelopment = TypeOf<typeof SCHOOL_DEVELOPMENT>;
