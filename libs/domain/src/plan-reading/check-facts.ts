import { isDay } from '../day';
import { atMostSentence } from '../limits';
import { oneDecimal } from '../one-decimal';
import type { ConfirmedFact, PlanFieldValue } from './plan-document';
import { PLAN_FIELD_WORDS } from './plan-field-words';
import { PLAN_FIELD_NAMES, type PlanField } from './plan-fields';
import { unique } from './plain-text';
import type { WholeClassInstrument } from './read-instruments';
import type { MinutesPerWeek } from './read-minutes';
import { PLAN_STAGES } from './stages';

/** What a value may be at most. */
export const FACT_BOUNDS = { text: 300, priority: 2_000, items: 100, minutes: 3_000 } as const;

/** A value as it is kept, or what is wrong with it in a sentence. */
export type CheckedValue<Value = PlanFieldValue> =
  { value: Value; problem: null } | { value: null; problem: string };
type Check<Value = PlanFieldValue> = (value: unknown, what: string) => CheckedValue<Value>;

const kept = <Value>(value: Value): CheckedValue<Value> => ({ value, problem: null });
const refused = (problem: string) => ({ value: null, problem });

const text =
  (most: number): Check<string> =>
  (value, what) => {
    if (typeof value !== 'string') return refused(`${what} is a text.`);
    const tidy = value.replace(/\p{Surrogate}|\0/gu, '').trim();
    if (tidy === '') return refused(`${what} is empty. Say that it is not stated.`);
    return tidy.length > most ? refused(atMostSentence(what, most)) : kept(tidy);
  };

const oneOf =
  <Value extends string>(...values: Value[]): Check<Value> =>
  (value, what) => {
    const found = values.find((each) => each === value);
    return found === undefined
      ? refused(`${what} is ${values.join(', ').replace(/, ([^,]*)$/, ' or $1')}.`)
      : kept(found);
  };

const flag: Check<boolean> = (value, what) =>
  typeof value === 'boolean' ? kept(value) : refused(`${what} is true or false.`);

const list =
  <Item>(check: Check<Item>): Check<Item[]> =>
  (value, what) => {
    if (!Array.isArray(value)) return refused(`${what} is a list.`);
    if (value.length === 0) return refused(`${what} is empty. Say that it is not stated.`);
    if (value.length > FACT_BOUNDS.items) {
      return refused(`${what} has at most ${FACT_BOUNDS.items} entries.`);
    }
    const checked = value.map((item) => check(item, `Each of “${what}”`));
    const wrong = checked.find(({ problem }) => problem !== null);
    if (wrong?.problem) return refused(wrong.problem);
    return kept(unique(checked.map((each) => each.value as Item)));
  };

/** As exact as it is written: `2024-09-26` or `2024-09`. */
const inexactDay: Check<string> = (value, what) =>
  typeof value === 'string' &&
  /^(19|20|21)\d{2}-\d{2}(-\d{2})?$/.test(value) &&
  isDay(value.length === 7 ? `${value}-01` : value)
    ? kept(value)
    : refused(`${what} is a day or a month, like 2026-09-14 or 2026-09.`);

const minutes: Check<number> = (value, what) =>
  typeof value === 'number' && value >= 0 && value <= FACT_BOUNDS.minutes
    ? kept(oneDecimal(value))
    : refused(
        `${what} is a number of minutes, ${FACT_BOUNDS.minutes.toLocaleString('en-GB')} at most.`,
      );

const stage: Check<string> = (value, what) =>
  PLAN_STAGES.includes(value as string)
    ? kept(value as string)
    : refused(`${what} is for eyfs, ks1 to ks5, y1 to y13 or all.`);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const minutesPerWeek: Check<MinutesPerWeek> = (value, what) => {
  if (!isRecord(value)) return refused(`${what} has a stage, minutes and a qualifier.`);
  const of = stage(value.stage, what);
  const number = minutes(value.minutes, what);
  const qualifier = oneOf('exact', 'at_least', 'average')(value.qualifier, what);
  const problem = of.problem ?? number.problem ?? qualifier.problem;
  if (problem !== null) return refused(problem);
  const [is, takes, how] = [of.value, number.value, qualifier.value];
  return kept({ stage: is, minutes: takes, qualifier: how } as MinutesPerWeek);
};

/** Each stage once. */
const everyMinutes: Check<MinutesPerWeek[]> = (value, what) => {
  const checked = list(minutesPerWeek)(value, what);
  const stages = checked.value?.map((each) => each.stage) ?? [];
  return unique(stages).length < stages.length ? refused(`${what} says a stage twice.`) : checked;
};

const wholeClass: Check<WholeClassInstrument> = (value, what) => {
  if (!isRecord(value) || !Array.isArray(value.years)) {
    return refused(`${what} has years, an instrument and a provider.`);
  }
  const optional = (part: unknown): CheckedValue<string | null> =>
    part === null || part === undefined || part === ''
      ? kept(null)
      : text(FACT_BOUNDS.text)(part, what);
  const years = value.years.length === 0 ? kept([]) : list(stage)(value.years, what);
  const [instrument, provider] = [optional(value.instrument), optional(value.provider)];
  const problem = years.problem ?? instrument.problem ?? provider.problem;
  if (problem !== null) return refused(problem);
  if (years.value?.length === 0 && instrument.value === null) {
    return refused(`${what} names years or an instrument.`);
  }
  return kept({
    years: years.value ?? [],
    ...{ instrument: instrument.value, provider: provider.value },
  });
};

const texts = list(text(FACT_BOUNDS.text));

/** Academic years are confirmed beside the facts: see `planYearsProblem`. */
const CHECKS: Record<Exclude<PlanField, 'academicYears'>, Check> = {
  schoolName: text(FACT_BOUNDS.text),
  publishedOn: inexactDay,
  reviewOn: inexactDay,
  musicLead: texts,
  leadershipLead: texts,
  hubName: text(FACT_BOUNDS.text),
  otherOrganisations: texts,
  minutesPerWeek: everyMinutes,
  lessonMinutes: minutes,
  weekly: flag,
  schemes: texts,
  taughtBy: list(oneOf('class_teachers', 'music_specialist', 'visiting')),
  modelMusicCurriculum: oneOf('yes', 'partly'),
  qualifications: texts,
  wholeClassInstrument: list(wholeClass),
  classroomInstruments: texts,
  sendSupport: flag,
  lessonsOffered: flag,
  lessonInstruments: texts,
  lessonCharging: oneOf('free', 'charged', 'charged_with_help'),
  lessonHelpFor: texts,
  ensembles: texts,
  singingTogether: oneOf('weekly', 'other'),
  performances: oneOf('termly', 'yearly', 'stated'),
  performanceEvents: texts,
  liveMusic: oneOf('yearly', 'stated'),
  priorities: list(text(FACT_BOUNDS.priority)),
};

/** A value that somebody gives a field. */
export const checkFactValue = (
  field: Exclude<PlanField, 'academicYears'>,
  value: unknown,
): CheckedValue => CHECKS[field](value, PLAN_FIELD_WORDS[field]);

/** A field as it is kept once it is confirmed. */
export interface CheckedFact {
  field: PlanField;
  outcome: ConfirmedFact['outcome'];
  value: PlanFieldValue | null;
}
export interface FactProblem {
  field: string;
  message: string;
}

/**
 * What somebody made of what was read (rule 27). Academic years are left to whoever confirms them.
 *
 * @param suggested what was read, by field; null where nothing was
 */
export function checkFacts(
  facts: readonly { field: string; outcome: ConfirmedFact['outcome']; value?: unknown }[],
  suggested: Partial<Record<PlanField, PlanFieldValue | null>>,
): { facts: CheckedFact[]; problems: FactProblem[] } {
  const problems: FactProblem[] = [];
  const checked = new Map<PlanField, CheckedFact>();
  for (const { field: name, outcome, value } of facts) {
    const field = PLAN_FIELD_NAMES.find((each) => each === name);
    const wrong = (message: string) =>
      problems.push({ field: `facts.${name.slice(0, 40)}`, message });
    if (field === undefined) wrong(`A plan has no field “${name.slice(0, 40)}”.`);
    else if (checked.has(field)) wrong(`${PLAN_FIELD_WORDS[field]} was sent twice.`);
    else if (field === 'academicYears') checked.set(field, { field, outcome, value: null });
    else {
      const found = outcomeOf(field, { outcome, value }, suggested[field] ?? null);
      if (found.problem !== null) wrong(found.problem);
      checked.set(field, { field, outcome, value: found.value });
    }
  }
  for (const field of PLAN_FIELD_NAMES) {
    if (field === 'academicYears' || (suggested[field] ?? null) === null) continue;
    if (checked.has(field)) continue;
    const message = `Say of “${PLAN_FIELD_WORDS[field]}” whether it is right, changed or not stated.`;
    problems.push({ field: `facts.${field}`, message });
  }
  checked.delete('academicYears');
  return { facts: [...checked.values()], problems };
}

function outcomeOf(
  field: Exclude<PlanField, 'academicYears'>,
  { outcome, value }: { outcome: ConfirmedFact['outcome']; value?: unknown },
  suggested: PlanFieldValue | null,
): { value: PlanFieldValue | null; problem: string | null } {
  const words = PLAN_FIELD_WORDS[field];
  if (outcome === 'changed') return checkFactValue(field, value);
  if (value !== undefined && value !== null) {
    return refused(`A value of “${words}” goes with changed alone.`);
  }
  if (outcome === 'not_stated') return { value: null, problem: null };
  if (suggested === null) return refused(`Nothing was read of “${words}” that could be right.`);
  return { value: suggested, problem: null };
}
