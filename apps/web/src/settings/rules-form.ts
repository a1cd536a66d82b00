import {
  type HubRules,
  monthDayInWords,
  numberAt,
  parseMonthDay,
  VISIT_KINDS,
  type VisitKind,
  WEIGHT_FIELDS,
  type WeightField,
  weightsFrom,
} from '@tracker/domain';
import { VISIT_KIND_WORDS } from '../fields/words';

/** The rules as a form holds them: every number of the points by itself, see `pointField`. */
export interface RulesForm {
  [points: string]: unknown;
  kindsNotCounting: VisitKind[];
  firstCycleStartsIn: string;
  targetVisits: number;
  /** As people write it: `31 December`. */
  renewalEndsOn: string;
  phasesNotExpected: string[];
  fetchPlans: boolean;
  /** Separated by commas. */
  calendarHosts: string;
  noticeDays: number;
  /** 0 to 50; null is the hub's own share. */
  cancelPercent: number | null;
  monthsBetween: number;
  offerDays: number;
  remindSchools: boolean;
}

/** Without the names in plans, which have a form of their own. */
type Rules = Omit<HubRules, 'planWords'>;

/** The field of the form for one number of the points: `timeSinceVisit_most`. */
export const pointField = ({ factor, name }: Pick<WeightField, 'factor' | 'name'>): string =>
  name === null ? factor : `${factor}_${name}`;

export function formOf({ weights, planRules, planning, ...rules }: Rules): RulesForm {
  return {
    kindsNotCounting: [...rules.kindsNotCounting],
    firstCycleStartsIn: rules.firstCycleStartsIn,
    targetVisits: rules.targetVisits,
    renewalEndsOn: monthDayInWords(planRules.renewalEndsOn),
    phasesNotExpected: [...planRules.phasesNotExpected],
    fetchPlans: rules.fetchPlans,
    calendarHosts: rules.calendarHosts.join(', '),
    noticeDays: planning.noticeDays,
    cancelPercent: planning.cancelShare === null ? null : percentOf(planning.cancelShare),
    monthsBetween: planning.monthsBetween,
    offerDays: planning.offerDays,
    remindSchools: planning.remindSchools,
    ...Object.fromEntries(
      WEIGHT_FIELDS.map((field) => [pointField(field), numberAt(weights, field)]),
    ),
  };
}

/** To a tenth of a per cent, which a share in binary cannot hold exactly. */
const percentOf = (share: number): number => Math.round(share * 1_000) / 10;

/** A number that is left out is none, and the rules then say so. */
const points = (value: unknown): number =>
  typeof value === 'number' ? value : value === '' || value == null ? NaN : Number(value);

type EditedRules = Rules & {
  kindsNotCounting: VisitKind[];
  planRules: { phasesNotExpected: string[] };
  calendarHosts: string[];
};

export function rulesOf(form: RulesForm): EditedRules {
  const renewalEndsOn = (form.renewalEndsOn ?? '').trim();
  return {
    kindsNotCounting: form.kindsNotCounting ?? [],
    firstCycleStartsIn: (form.firstCycleStartsIn ?? '').trim(),
    targetVisits: points(form.targetVisits),
    planRules: {
      // What is no day is left as it was typed, for the rules to say so.
      renewalEndsOn: parseMonthDay(renewalEndsOn) ?? renewalEndsOn,
      phasesNotExpected: form.phasesNotExpected ?? [],
    },
    fetchPlans: form.fetchPlans ?? false,
    calendarHosts: (form.calendarHosts ?? '')
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
    planning: {
      noticeDays: points(form.noticeDays),
      cancelShare: form.cancelPercent == null ? null : form.cancelPercent / 100,
      monthsBetween: points(form.monthsBetween),
      offerDays: points(form.offerDays),
      remindSchools: form.remindSchools ?? false,
    },
    weights: weightsFrom((field) => points(form[pointField(field)])),
  };
}

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
  { name: 'renewalEndsOn', label: 'Plans may be renewed until' },
  {
    name: 'phasesNotExpected',
    label: 'Phases without a plan',
    inWords: (value: unknown) => (Array.isArray(value) && value.join(', ')) || 'None',
  },
  {
    name: 'fetchPlans',
    label: 'Fetch plans from schools’ own websites',
    inWords: (value: unknown) => (value === true ? 'Yes' : 'No'),
  },
  { name: 'noticeDays', label: 'Days of notice that schools are given' },
  {
    name: 'cancelPercent',
    label: 'Visits that fall through, per cent',
    inWords: (value: unknown) => (typeof value === 'number' ? `${value}%` : 'The hub’s own share'),
  },
  { name: 'monthsBetween', label: 'Months between two visits of a school' },
  { name: 'offerDays', label: 'Days for which offered days are kept' },
  {
    name: 'remindSchools',
    label: 'Remind schools of a visit a week before',
    inWords: (value: unknown) => (value === true ? 'Yes' : 'No'),
  },
  { name: 'calendarHosts', label: 'Where visitors’ calendars are read from' },
  ...WEIGHT_FIELDS.map((field) => ({ name: pointField(field), label: field.part.label })),
];

/** Points add up to 100, so whoever takes some of somebody else's takes all of them. */
export const INSEPARABLE = [WEIGHT_FIELDS.map(pointField)];
