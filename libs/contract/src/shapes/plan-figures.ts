import { COUNTED_PLAN_FIELDS, PLAN_SPLITS } from '@tracker/domain';
import {
  decimal,
  integer,
  listOf,
  note,
  oneOf,
  orNull,
  shape,
  text,
  type TypeOf,
  uuid,
} from './shape';
import { ACADEMIC_YEAR, ID } from './records';
import { ANSWER_TAGGING, COUNTED_TAG } from './school-answers';

const FIELD = oneOf(COUNTED_PLAN_FIELDS, 'hour');
const PART = note(
  'A key stage or a year group; `*` for all of them, empty where the field has none.',
  text('ks2'),
);
const MEDIAN = note('Minutes a week, of the schools that state them.', orNull(decimal(45)));

export const PLAN_VALUE_COUNT = shape('PlanValueCount', 'How many schools say this.', {
  value: text('met'),
  label: text('Met'),
  schools: integer(84),
});

export const PLAN_PART_FIGURES = shape('PlanPartFigures', 'One part of a field.', {
  part: PART,
  label: text('Key stage 2'),
  notStated: note(
    'Of a key stage: schools of a phase that has it. Null where it is counted of the field as a whole.',
    orNull(integer(41)),
  ),
  median: MEDIAN,
  values: listOf(PLAN_VALUE_COUNT),
  moreValues: note('Values that are not listed.', integer(0)),
});
export type PlanPartFigures = TypeOf<typeof PLAN_PART_FIGURES>;

export const PLAN_FIELD_FIGURES = shape('PlanFieldFigures', 'What plans say of one thing.', {
  field: FIELD,
  label: text('An hour a week'),
  stated: note('Schools that say anything of it.', integer(160)),
  notStated: integer(52),
  parts: listOf(PLAN_PART_FIGURES),
});
export type PlanFieldFigures = TypeOf<typeof PLAN_FIELD_FIGURES>;

export const PLAN_SPLIT_GROUP = shape('PlanSplitGroup', 'The same field in one group.', {
  key: note('Null where it is not known.', orNull(text(ID.region))),
  label: orNull(text('North Harrowmere')),
  confirmed: note('Schools with a confirmed plan.', integer(58)),
  notStated: integer(12),
  median: MEDIAN,
  values: listOf(PLAN_VALUE_COUNT),
});
export type PlanSplitGroup = TypeOf<typeof PLAN_SPLIT_GROUP>;

export const PLAN_SPLIT = shape('PlanSplit', 'One field by region, phase or band.', {
  by: oneOf(PLAN_SPLITS, 'region'),
  field: FIELD,
  part: PART,
  groups: listOf(PLAN_SPLIT_GROUP),
});
export type PlanSplit = TypeOf<typeof PLAN_SPLIT>;

export const PLAN_FACTS = shape('PlanFacts', 'What confirmed plans of an academic year say.', {
  academicYear: ACADEMIC_YEAR,
  schools: note('In scope.', integer(531)),
  confirmed: note('Of them with a confirmed plan for the year.', integer(212)),
  fields: note('All of them, in the order of the document.', listOf(PLAN_FIELD_FIGURES)),
  split: orNull(PLAN_SPLIT),
  tags: note(
    'Labels of what schools want to do next, the one of most schools first.',
    listOf(COUNTED_TAG),
  ),
  unlabelled: note('Schools that want to do something next that has no label yet.', integer(31)),
});
/**
 * Every number is the length of the list of schools with `inScope`, `planYear` and
 * `planFact: field:part:value`; that of a label is the length of `GET /api/plan-facts` with `tagId`, and of
 * those without one with `unlabelled`.
 */
export type PlanFacts = TypeOf<typeof PLAN_FACTS>;

export const STATED_FACT = shape('StatedFact', 'One thing that a plan says.', {
  field: FIELD,
  part: PART,
  value: text('met'),
  number: note('Minutes, or how many.', orNull(decimal(60), null)),
});
export type StatedFact = TypeOf<typeof STATED_FACT>;

export const PLAN_PRIORITY = shape('PlanPriority', 'Something a school wants to do next.', {
  text: text('Start a choir'),
  tags: listOf(ANSWER_TAGGING),
});
export type PlanPriority = TypeOf<typeof PLAN_PRIORITY>;

export const PLAN_FACTS_OF_SCHOOL = shape(
  'PlanFactsOfSchool',
  'What the confirmed plan of a school says for an academic year.',
  {
    id: note('The school’s.', uuid(ID.school)),
    schoolId: uuid(ID.school),
    urn: integer(100001, 1),
    schoolName: text("St Mary's Primary School"),
    regionId: orNull(uuid(ID.region)),
    phase: orNull(text('Primary')),
    fsmPercent: orNull(decimal(18.5)),
    ofSchoolName: note(
      'The school that had the plan, where it is a predecessor.',
      orNull(text('Mill Lane School'), null),
    ),
    documentId: uuid('7e9a1c3d-5f71-4293-8c4e-6a8b0d2f4e61'),
    facts: listOf(STATED_FACT),
    priorities: note('What it wants to do next, in its own words.', listOf(PLAN_PRIORITY)),
  },
);
/** A row of `GET /api/plan-facts`. */
export type PlanFactsOfSchool = TypeOf<typeof PLAN_FACTS_OF_SCHOOL>;
