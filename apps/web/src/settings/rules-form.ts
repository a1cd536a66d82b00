import { VISIT_KINDS, type HubRules, type VisitKind } from '@tracker/domain';
import { VISIT_KIND_WORDS } from '../fields/words';

/** The rules as a form holds them: every number by itself. */
export interface RulesForm {
  kindsNotCounting: VisitKind[];
  firstCycleStartsIn: string;
  targetVisits: number;
  timeMost: number;
  timeFromMonths: number;
  timeFullMonths: number;
  mealsMost: number;
  mealsFullPercent: number;
  noMusicPlan: number;
  actionsMost: number;
  actionsEach: number;
  specialOrAlternative: number;
  noMusicLead: number;
}

export function formOf({ weights, ...rules }: HubRules): RulesForm {
  const { timeSinceVisit: time, freeSchoolMeals: meals, overdueActions: actions } = weights;
  const { noMusicPlan, specialOrAlternative, noMusicLead } = weights;
  return {
    kindsNotCounting: [...rules.kindsNotCounting],
    firstCycleStartsIn: rules.firstCycleStartsIn,
    targetVisits: rules.targetVisits,
    timeMost: time.most,
    timeFromMonths: time.fromMonths,
    timeFullMonths: time.fullMonths,
    mealsMost: meals.most,
    mealsFullPercent: meals.fullPercent,
    actionsMost: actions.most,
    actionsEach: actions.each,
    ...{ noMusicPlan, specialOrAlternative, noMusicLead },
  };
}

/** A number that is left out is none, and the rules then say so. */
const points = (value: unknown): number =>
  typeof value === 'number' ? value : value === '' || value == null ? NaN : Number(value);

export function rulesOf(form: RulesForm): HubRules & { kindsNotCounting: VisitKind[] } {
  return {
    kindsNotCounting: form.kindsNotCounting ?? [],
    firstCycleStartsIn: (form.firstCycleStartsIn ?? '').trim(),
    targetVisits: points(form.targetVisits),
    weights: {
      timeSinceVisit: {
        most: points(form.timeMost),
        fromMonths: points(form.timeFromMonths),
        fullMonths: points(form.timeFullMonths),
      },
      freeSchoolMeals: {
        most: points(form.mealsMost),
        fullPercent: points(form.mealsFullPercent),
      },
      noMusicPlan: points(form.noMusicPlan),
      overdueActions: { most: points(form.actionsMost), each: points(form.actionsEach) },
      specialOrAlternative: points(form.specialOrAlternative),
      noMusicLead: points(form.noMusicLead),
    },
  };
}

export const POINT_LABELS = {
  timeMost: 'Points for time since the last visit',
  timeFromMonths: 'Months after which time counts',
  timeFullMonths: 'Months from which time counts in full',
  mealsMost: 'Points for free school meals',
  mealsFullPercent: 'Percentage that counts in full',
  noMusicPlan: 'Points for no current music development plan',
  actionsMost: 'Points for overdue actions, at most',
  actionsEach: 'Points for each overdue action',
  specialOrAlternative: 'Points for special or alternative provision',
  noMusicLead: 'Points for no music lead known',
} as const satisfies Partial<Record<keyof RulesForm, string>>;

/** How the fields are called when somebody has to choose between two versions. */
export const RULES_IN_WORDS = [
  { name: 'targetVisits', label: 'Visits aimed at in an academic year' },
  { name: 'firstCycleStartsIn', label: 'First cycle' },
  {
    name: 'kindsNotCounting',
    label: 'Kinds of visit that do not count',
    inWords: (value: unknown) =>
      VISIT_KINDS.filter((kind) => Array.isArray(value) && value.includes(kind))
        .map((kind) => VISIT_KIND_WORDS[kind])
        .join(', ') || 'None',
  },
  ...Object.entries(POINT_LABELS).map(([name, label]) => ({ name, label })),
];

/** Points add up to 100, so whoever takes some of somebody else's takes all of them. */
export const INSEPARABLE = [Object.keys(POINT_LABELS)];
