import { atMostSentence, LIMITS } from '../limits';
import type { Named } from './named';
import { oneLine, unique } from './plain-text';
import type { PlanField } from './plan-fields';
import { PLAN_LABELS, type LabelledField } from './plan-labels';
import { nameKey, PLAN_LISTS, type PlanLists } from './plan-lists';

/** What a hub adds to the lists by which plans are read (rules 22 and 25). */
export interface HubPlanWords {
  /** What the hub is called beside its name. */
  hubNames: string[];
  schemes: AddedName[];
  instruments: AddedName[];
  organisations: AddedName[];
  labels: Record<LabelledField, string[]>;
}

export interface AddedName extends Named {
  others: string[];
}

export const LABELLED_FIELDS = Object.keys(PLAN_LABELS) as LabelledField[];

const byField = (of: (field: LabelledField) => string[]) =>
  Object.fromEntries(LABELLED_FIELDS.map((field) => [field, of(field)])) as HubPlanWords['labels'];

export const NO_PLAN_WORDS: HubPlanWords = {
  hubNames: [],
  schemes: [],
  instruments: [],
  organisations: [],
  labels: byField(() => []),
};

/** The lists that hold things with other names, as they are called in sentences. */
export const NAMED_LISTS = {
  schemes: 'Schemes',
  instruments: 'Instruments',
  organisations: 'Organisations',
} as const;
export type NamedList = keyof typeof NAMED_LISTS;
const NAMED = Object.keys(NAMED_LISTS) as NamedList[];

/** The lists that come with the tracker and what the hub adds to them. */
export const planListsWith = ({ labels, ...lists }: HubPlanWords): PlanLists => ({
  schemes: added(PLAN_LISTS.schemes, lists.schemes),
  instruments: added(PLAN_LISTS.instruments, lists.instruments),
  organisations: added(PLAN_LISTS.organisations, lists.organisations),
  labels: byField((field) => [...PLAN_LISTS.labels[field], ...labels[field]]),
});

/** An entry that is there by any of its names is given the other ones; where two claim a name, the hub's has it. */
function added(list: readonly Named[], own: readonly Named[]): readonly Named[] {
  const all = new Map(list.map((each) => [each.name, each]));
  const nameOf = new Map(
    list.flatMap(({ name, others }) => [name, ...others].map((text) => [nameKey(text), name])),
  );
  for (const { name, others } of own) {
    const there = all.get(nameOf.get(nameKey(name)) ?? '');
    const entry = there ? { ...there, others: [...there.others, ...others] } : { name, others };
    // Last, so that its names go before those of the lists.
    all.delete(entry.name);
    all.set(entry.name, entry);
    for (const text of [name, ...others]) nameOf.set(nameKey(text), entry.name);
  }
  return [...all.values()];
}

/** A name that confirmed plans use, and of how many schools. */
export interface NameInPlans {
  name: string;
  schools: number;
}

const LIST_OF: Partial<Record<PlanField, NamedList>> = {
  schemes: 'schemes',
  wholeClassInstrument: 'instruments',
  classroomInstruments: 'instruments',
  lessonInstruments: 'instruments',
  otherOrganisations: 'organisations',
};

/**
 * Names of confirmed plans that are in no list, offered for it (rule 25): those of most schools first.
 *
 * @param named each name of a field with how many schools it is of; a name in two fields counts as the
 *   field of more schools says
 */
export function namesInNoList(
  named: readonly (NameInPlans & { field: string })[],
  words: HubPlanWords,
): Record<NamedList, NameInPlans[]> {
  const lists = planListsWith(words);
  const offered = (list: NamedList): NameInPlans[] => {
    const known = new Set(
      lists[list].flatMap(({ name, others }) => [name, ...others].map(nameKey)),
    );
    const found = new Map<string, NameInPlans>();
    for (const { field, name, schools } of named) {
      const key = nameKey(name);
      if (LIST_OF[field as PlanField] !== list || known.has(key)) continue;
      const before = found.get(key);
      if (!before || before.schools < schools) found.set(key, { name, schools });
    }
    return [...found.values()].sort((a, b) => b.schools - a.schools || (a.name < b.name ? -1 : 1));
  };
  return {
    schemes: offered('schemes'),
    instruments: offered('instruments'),
    organisations: offered('organisations'),
  };
}

const tidyTexts = (texts: readonly string[]) =>
  unique(texts.map(oneLine).filter((text) => text !== ''));
const tidyNamed = ({ name, others }: AddedName): AddedName => {
  const tidy = oneLine(name);
  return { name: tidy, others: tidyTexts(others).filter((other) => other !== tidy) };
};

/** As they are kept: white space tidied, no empty names. */
export const tidyPlanWords = (words: HubPlanWords): HubPlanWords => ({
  hubNames: tidyTexts(words.hubNames),
  schemes: words.schemes.map(tidyNamed),
  instruments: words.instruments.map(tidyNamed),
  organisations: words.organisations.map(tidyNamed),
  labels: byField((field) => tidyTexts(words.labels[field] ?? [])),
});

/** Everything that is wrong with what a hub adds, a sentence each that says in which list. */
export function checkPlanWords({ hubNames, labels, ...lists }: HubPlanWords): string[] {
  const { entries, others: most, labels: mostLabels } = LIMITS.planWords;
  const faults = new Set<string>();
  const check = (list: string, names: readonly string[]) => {
    for (const name of names) {
      const problem = nameProblem(name);
      if (problem) faults.add(`${list}: ${problem}`);
    }
    const keys = names.map(nameKey);
    const twice = names.find((_, at) => keys.indexOf(keys[at]!) < at);
    if (twice !== undefined) faults.add(`${list}: “${twice}” is there twice.`);
  };
  if (hubNames.length > most) faults.add(`Names of the hub: at most ${most}.`);
  check('Names of the hub', hubNames);
  for (const list of NAMED) {
    const words = NAMED_LISTS[list];
    if (lists[list].length > entries) faults.add(`${words}: at most ${entries} can be added.`);
    for (const { name, others } of lists[list]) {
      if (others.length > most)
        faults.add(`${words}: “${name}” has more than ${most} other names.`);
    }
    check(
      words,
      lists[list].flatMap(({ name, others }) => [name, ...others]),
    );
  }
  for (const texts of Object.values(labels)) {
    if (texts.length > mostLabels) faults.add(`Labels: at most ${mostLabels} for one field.`);
  }
  check('Labels', Object.values(labels).flat());
  return [...faults];
}

function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'an entry has no name.';
  const { length } = name;
  if (length > LIMITS.planWords.name) {
    return atMostSentence(`“${name.slice(0, 20)}…”`, LIMITS.planWords.name);
  }
  // "a" would be found in every sentence.
  return (name.match(/[\p{L}\p{N}]/gu) ?? []).length < 2
    ? `“${name}” is too short to be found in a text.`
    : null;
}
