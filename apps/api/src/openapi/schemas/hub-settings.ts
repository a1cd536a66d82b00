import type { HubSettings } from '@tracker/contract';
import {
  FACTOR_NAMES,
  FACTORS,
  type FactorName,
  type ScoreWeights,
  VISIT_KINDS,
  type WeightPart,
} from '@tracker/domain';
import {
  type AnySchema,
  component,
  integer,
  listOf,
  matching,
  note,
  oneOf,
  percent,
  type Shape,
  type Shapes,
} from '../shapes';

const NUMBERS: Record<WeightPart['unit'], (standard: number) => Shape<number>> = {
  points: percent,
  percent,
  months: (standard) => integer(standard),
};
const numberOf = ({ unit, standard }: WeightPart) => NUMBERS[unit](standard);

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

export const SCORE_WEIGHTS = component<ScoreWeights>(
  'ScoreWeights',
  'The most points of each factor, 100 together.',
  Object.fromEntries(FACTOR_NAMES.map((name) => [name, weightOf(name)])) as Shapes<ScoreWeights>,
);

export const HUB_SETTINGS = component<HubSettings>(
  'HubSettings',
  'The rules a hub sets for itself.',
  {
    version: note('Rises with each change.', integer(1)),
    kindsNotCounting: note(
      'Kinds of visit that never reset the clock.',
      listOf(oneOf(VISIT_KINDS, 'other')),
    ),
    firstCycleStartsIn: note(
      'First academic year of the first cycle.',
      matching('^\\d{4}-\\d{2}$', '2024-25'),
    ),
    targetVisits: note('Visits aimed at in an academic year.', integer(180, 1)),
    weights: SCORE_WEIGHTS,
  },
);
