import {
  FACTOR_NAMES,
  FACTORS,
  type AddedName,
  type FactorName,
  type HubPlanWords,
  LABELLED_FIELDS,
  type LabelledField,
  type ScoreWeights,
  VISIT_KINDS,
  type WeightPart,
} from '@tracker/domain';
import {
  type AnySchema,
  type Component,
  decimal,
  flag,
  integer,
  listOf,
  matching,
  note,
  oneOf,
  orNull,
  percentage,
  shape,
  type Shape,
  text,
  type TypeOf,
  showing,
} from './shape';
import { ACADEMIC_YEAR } from './records';

const NUMBERS: Record<WeightPart['unit'], (standard: number) => Shape<number>> = {
  points: percentage,
  percent: percentage,
  months: (standard) => integer(standard),
};
const numberOf = ({ unit, standard }: WeightPart) => NUMBERS[unit](standard);

type Weights = { [Name in FactorName]: Shape<ScoreWeights[Name]> };

/** A number, or an object of several. */
const weightOf = (name: FactorName): Pick<Shape<unknown>, 'schema' | 'example'> => {
  const rule = FACTORS[name];
  if ('part' in rule) return numberOf(rule.part);
  const parts = Object.entries(rule.parts).map(([part, each]) => [part, numberOf(each)] as const);
  const of = (what: 'schema' | 'example') => parts.map(([part, shape]) => [part, shape[what]]);
  return note(`${rule.words}.`, {
    schema: {
      type: 'object',
      properties: Object.fromEntries(of('schema')) as Record<string, AnySchema>,
      required: parts.map(([part]) => part),
    },
    example: Object.fromEntries(of('example')) as object,
  });
};

export const SCORE_WEIGHTS: Component<ScoreWeights> = shape(
  'ScoreWeights',
  'The most points of each factor, 100 together.',
  Object.fromEntries(FACTOR_NAMES.map((name) => [name, weightOf(name)])) as Weights,
);

export const PLAN_RULES = shape('PlanRules', 'What the hub expects of music development plans.', {
  renewalEndsOn: note(
    'Until this day of the academic year last year’s plan may be renewed, as `MM-DD`.',
    matching('^\\d{2}-\\d{2}$', '12-31'),
  ),
  phasesNotExpected: note(
    'Phases of the register from which no plan is expected.',
    showing(['Nursery', '16 plus'], listOf(text('Nursery'))),
  ),
});

export const NAMED_IN_PLANS: Component<AddedName> = shape(
  'NamedInPlans',
  'One thing and what else it is called.',
  {
    name: text('Rocksteady Music School'),
    others: listOf(text('Rock Steady')),
  },
);

export const PLAN_LABELS: Component<HubPlanWords['labels']> = shape(
  'PlanLabels',
  'Other labels of the fields of the overview.',
  Object.fromEntries(
    LABELLED_FIELDS.map((field) => [field, showing([], listOf(text('Music champion')))]),
  ) as Record<LabelledField, Shape<string[]>>,
);

export const PLAN_WORDS: Component<HubPlanWords> = shape(
  'PlanWords',
  'What the hub adds to the lists by which plans are read.',
  {
    hubNames: note('What the hub is called beside its name.', listOf(text('HMS'))),
    schemes: showing([], listOf(NAMED_IN_PLANS)),
    instruments: showing([], listOf(NAMED_IN_PLANS)),
    organisations: listOf(NAMED_IN_PLANS),
    labels: PLAN_LABELS,
  },
);

export const PLANNING_RULES = shape('PlanningRules', 'How the plan of a year is made.', {
  noticeDays: note('Days between making a plan and its first visit.', integer(14)),
  cancelShare: note(
    'The share of bookings expected to fall through, 0 to 0.5; null is the hub’s own of two years, and 0.12 until it has one.',
    orNull(decimal(0.12, { minimum: 0, maximum: 0.5 })),
  ),
  monthsBetween: note('Months between two visits of a school, at least.', integer(24)),
  offerDays: note('For so many days the places of offered days are kept.', integer(10)),
  remindSchools: note(
    'Whether schools are reminded of a confirmed visit a week before.',
    flag(true),
  ),
});

export const HUB_SETTINGS = shape('HubSettings', 'The rules a hub sets for itself.', {
  version: note('Rises with each change; a `PUT` carries the one it was made from.', integer(1)),
  kindsNotCounting: note(
    'Kinds of visit that never reset the clock, for example a phone call.',
    listOf(oneOf(VISIT_KINDS, 'other')),
  ),
  firstCycleStartsIn: note('First academic year of the first cycle.', ACADEMIC_YEAR),
  targetVisits: note('Visits aimed at in an academic year.', integer(180, 1)),
  /** The most points of each factor, 100 together. */
  weights: SCORE_WEIGHTS,
  planRules: PLAN_RULES,
  planWords: PLAN_WORDS,
  fetchPlans: note('Whether the worker may get plans from schools’ own websites.', flag(false)),
  calendarHosts: note(
    'Hosts from which visitors’ published calendars are read.',
    listOf(text('outlook.office365.com')),
  ),
  planning: PLANNING_RULES,
  newFactors: note(
    'Factors that came after the hub saved its points; they have none yet.',
    showing([], listOf(oneOf(FACTOR_NAMES, 'noMusicLead'))),
  ),
});
/** The rules a hub sets for itself. `GET` and `PUT /api/hub-settings`; a `PUT` carries them all, but changes no `newFactors`. */
export type HubSettings = TypeOf<typeof HUB_SETTINGS>;
