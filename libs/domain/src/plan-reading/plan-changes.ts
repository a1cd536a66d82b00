import type { PlanFieldValue } from './plan-document';
import { PLAN_FIELD_WORDS, planStageWords } from './plan-field-words';
import { PLAN_FIELD_NAMES, type PlanField } from './plan-fields';
import { plainText } from './plain-text';
import type { WholeClassInstrument } from './read-instruments';
import type { MinutesPerWeek } from './read-minutes';

/** What a document says, field by field; nothing where it does not. */
export type PlanValues = Partial<Record<PlanField, PlanFieldValue | null>>;

/** They differ from year to year, or say nothing of what the school does. */
const PASSED_OVER = new Set<PlanField>(['schoolName', 'academicYears', 'publishedOn', 'reviewOn']);

const NOT_STATED = 'not stated';

/** What a later plan says differently from the one before it, a sentence each (rule 21). */
export const planChanges = (before: PlanValues, now: PlanValues): string[] =>
  PLAN_FIELD_NAMES.filter((field) => !PASSED_OVER.has(field)).flatMap((field) => {
    const [was, is] = [before[field] ?? null, now[field] ?? null];
    if (field === 'minutesPerWeek') {
      return minutesChanges((was ?? []) as MinutesPerWeek[], (is ?? []) as MinutesPerWeek[]);
    }
    const words = PLAN_FIELD_WORDS[field];
    if (Array.isArray(was) || Array.isArray(is)) {
      return listChanges(words, itemsOf(was), itemsOf(is));
    }
    const [then, since] = [inWords(field, was), inWords(field, is)];
    return then === since ? [] : [`${words}: ${then}, now ${since}.`];
  });

function minutesChanges(was: readonly MinutesPerWeek[], is: readonly MinutesPerWeek[]): string[] {
  const stages = [...new Set([...was, ...is].map(({ stage }) => stage))];
  return stages.flatMap((stage) => {
    const [then, since] = [was, is].map((all) => all.find((each) => each.stage === stage)?.minutes);
    if (then === since) return [];
    const words = planStageWords(stage);
    if (then === undefined) return [`${words}: ${since} minutes, ${NOT_STATED} before.`];
    return [`${words}: ${then} minutes, now ${since ?? NOT_STATED}.`];
  });
}

function listChanges(words: string, was: readonly string[], is: readonly string[]): string[] {
  const without = (some: readonly string[], others: readonly string[]) => {
    const plain = new Set(others.map(plainText));
    return some.filter((item) => !plain.has(plainText(item)));
  };
  const [gone, added] = [without(was, is), without(is, was)];
  const parts = [
    ...(added.length > 0 ? [`new: ${added.join(', ')}`] : []),
    ...(gone.length > 0 ? [`gone: ${gone.join(', ')}`] : []),
  ];
  return parts.length > 0 ? [`${words}: ${parts.join('; ')}.`] : [];
}

const itemsOf = (value: PlanFieldValue | null): string[] =>
  Array.isArray(value)
    ? value.map((item) =>
        typeof item === 'string'
          ? codeInWords(item)
          : wholeClassInWords(item as WholeClassInstrument),
      )
    : [];

const wholeClassInWords = ({ years, instrument, provider }: WholeClassInstrument): string =>
  [
    years.map(planStageWords).join(' and ') || null,
    instrument ?? 'an instrument',
    provider && `by ${provider}`,
  ]
    .filter(Boolean)
    .join(' ');

function inWords(field: PlanField, value: PlanFieldValue | null): string {
  if (value === null) return NOT_STATED;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'lessonMinutes') return `${String(value)} minutes`;
  return typeof value === 'string' ? codeInWords(value) : String(value);
}

/** Values of our own lists are written with `_`. */
const codeInWords = (text: string): string =>
  /^[a-z]+(_[a-z]+)+$/.test(text) ? text.replace(/_/g, ' ') : text;
