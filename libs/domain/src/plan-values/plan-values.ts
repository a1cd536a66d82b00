import { oneDecimal } from '../one-decimal';
import {
  type Named,
  hourState,
  isOurHub,
  minutesOfKeyStage,
  type MinutesPerWeek,
  type PlanField,
  type PlanFieldValue,
  type PlanFields,
  PlanWords,
} from '../plan-reading';
import { COUNTED_FIELDS, type CountedPlanField, NOT_NAMED } from './counted-fields';
import { HOUR_STAGES, KEY_STAGES, keyStagesOfPhase } from './key-stages';

/** One thing that a confirmed plan says, as it is counted; never a person's name. */
export interface PlanValue {
  field: CountedPlanField;
  /** A key stage, a year group; empty for what has none. */
  part: string;
  value: string;
  /** Minutes a week, how many things there are, or of a list which of its things this is, from 1. */
  number: number | null;
}

/** A field as somebody confirmed it; null where they said that nothing is stated. */
export interface PlanFactToCount {
  field: PlanField;
  value: PlanFieldValue | null;
}

/** What is known of the school beside its plan. */
export interface CountedSchool {
  /** As the register has it: "all classes" are those of its key stages. */
  phase: string | null;
  /** Ours, by all its names. */
  hub: Named;
  /** The hub's lists, by which several names for one thing are one; left out, those that come with the tracker. */
  words?: PlanWords;
}

/** More of it is no name, and would fit into neither an index nor an address. */
const LONGEST = 150;

let listsAsTheyCome: PlanWords | undefined;

/**
 * What is counted of a confirmed plan (rule 28), each thing once. The first says that there is one, so
 * that who says nothing of a field can be counted as well.
 */
export function planValuesOf(
  facts: readonly PlanFactToCount[],
  { phase, hub, words = (listsAsTheyCome ??= new PlanWords()) }: CountedSchool,
): PlanValue[] {
  const factOf = <Field extends PlanField>(field: Field) =>
    (facts.find((fact) => fact.field === field)?.value ?? null) as PlanFields[Field]['value'];
  const said = (field: CountedPlanField, value: string | null, number: number | null = null) =>
    value === null ? [] : [{ field, part: '', value, number }];
  const yesOrNo = (field: 'sendSupport' | 'lessonsOffered') => {
    const value = factOf(field);
    return said(field, value === null ? null : value ? 'yes' : 'no');
  };
  const list = (field: ListField, nameOf: (text: string) => string) =>
    (factOf(field) ?? []).flatMap((text) => said(field, tidied(nameOf(text))));
  const named = (field: 'musicLead' | 'leadershipLead') => {
    const names = factOf(field)?.filter((name) => name.trim() !== '') ?? [];
    return said(field, names.length > 0 ? 'named' : null, names.length);
  };
  const instrument = (text: string) => instrumentNamed(text, words);
  const hubName = factOf('hubName');
  const priorities = factOf('priorities')?.length ?? 0;
  return once([
    ...said('plan', 'confirmed'),
    ...valuesOfMinutes(factOf('minutesPerWeek') ?? [], phase),
    ...list('schemes', (text) => words.schemes.named(text) ?? text),
    ...list('taughtBy', asWritten),
    ...said('modelMusicCurriculum', factOf('modelMusicCurriculum')),
    ...list('qualifications', asWritten),
    ...(factOf('wholeClassInstrument') ?? []).flatMap((each) => {
      const value = tidied(instrument(each.instrument ?? '')) ?? NOT_NAMED;
      const years = each.years.length > 0 ? each.years : [''];
      return years.map((part) => ({
        ...{ field: 'wholeClassInstrument' as const, part, value, number: null },
      }));
    }),
    ...list('classroomInstruments', instrument),
    ...yesOrNo('sendSupport'),
    ...yesOrNo('lessonsOffered'),
    ...list('lessonInstruments', instrument),
    ...said('lessonCharging', factOf('lessonCharging')),
    ...list('lessonHelpFor', (text) => oneOfTheirs('lessonHelpFor', text)),
    ...list('ensembles', kindOfEnsemble),
    ...said('singingTogether', factOf('singingTogether')),
    ...said('performances', factOf('performances')),
    ...said('liveMusic', factOf('liveMusic')),
    ...list('otherOrganisations', (text) => words.organisations.named(text) ?? text),
    ...said('hubName', hubName?.trim() ? (isOurHub(hubName, hub) ? 'ours' : 'other') : null),
    ...named('musicLead'),
    ...named('leadershipLead'),
    ...said('priorities', priorities > 0 ? 'stated' : null, priorities),
  ]);
}

type ListField =
  | 'schemes'
  | 'taughtBy'
  | 'qualifications'
  | 'classroomInstruments'
  | 'lessonInstruments'
  | 'lessonHelpFor'
  | 'ensembles'
  | 'otherOrganisations';

const asWritten = (text: string) => text;

function valuesOfMinutes(entries: readonly MinutesPerWeek[], phase: string | null): PlanValue[] {
  const taught = keyStagesOfPhase(phase);
  // "All classes" says something of the key stages that the school has.
  const known = (stage: (typeof KEY_STAGES)[number]) =>
    entries.filter((entry) => entry.stage !== 'all' || taught.includes(stage));
  const hours = HOUR_STAGES.flatMap((part): PlanValue[] => {
    const value = hourState(known(part), part);
    return value === 'not_known' ? [] : [{ field: 'hour', part, value, number: null }];
  });
  const minutes = KEY_STAGES.flatMap((part): PlanValue[] => {
    const number = minutesOfKeyStage(known(part), part);
    if (number === null) return [];
    return [{ field: 'minutesPerWeek', part, value: 'stated', number: oneDecimal(number) }];
  });
  return [...hours, ...minutes];
}

/** By the name that figures call it; instruments are no names of their own and begin small. */
function instrumentNamed(text: string, words: PlanWords): string {
  const [first, ...others] = words.instruments(text);
  if (first !== undefined && others.length === 0) return first;
  return /^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

const KINDS: readonly [string, RegExp][] = [
  ['choir', /\b(choirs?|glee|singing|vocal|voices|a cappella|acapella|barbershop)\b/i],
  ['orchestra', /\borchestras?\b/i],
  ['band', /\bbands?\b/i],
];
/** Schools call their ensembles what they like: what can be counted is of which kind they are. */
const kindOfEnsemble = (text: string): string =>
  KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';

const oneOfTheirs = (field: 'lessonHelpFor', text: string): string =>
  Object.hasOwn(COUNTED_FIELDS[field].values ?? {}, text) ? text : 'other';

function tidied(text: string): string | null {
  const tidy = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST).trim();
  return tidy === '' ? null : tidy;
}

/** Each once; of a field that says several things the first can be told from the others. */
function once(values: readonly PlanValue[]): PlanValue[] {
  const keyOf = ({ field, part, value }: PlanValue) => [field, part, value].join('\n');
  const kept = [...new Map(values.map((each) => [keyOf(each), each])).values()];
  const before = new Map<string, number>();
  return kept.map((each) => {
    if (!COUNTED_FIELDS[each.field].several) return each;
    const number = (before.get(each.field) ?? 0) + 1;
    before.set(each.field, number);
    return { ...each, number };
  });
}
