import {
  type AddedName,
  type HubPlanWords,
  LABELLED_FIELDS,
  type LabelledField,
  tidyPlanWords,
} from '@tracker/domain';
import { rowsAsText, rowsFromText, rowsInWords } from '../conflicts/rows-as-text';

/** A row of a list: its other names as they are typed, separated by commas. */
interface TypedName {
  name: string;
  others: string;
}

/** The names in plans as a form holds them. */
export interface PlanWordsForm {
  hubNames: string;
  schemes: TypedName[];
  instruments: TypedName[];
  organisations: TypedName[];
  labels: Partial<Record<LabelledField, string>>;
}

export const ROWS = ['schemes', 'instruments', 'organisations'] as const;
/** `other` states nothing that is read. */
export const LABELS = LABELLED_FIELDS.filter((field) => field !== 'other');

const typed = (names: readonly string[]) => names.join(', ');
const names = (text: string | null | undefined) => (text ?? '').split(',');
const row = ({ name, others }: AddedName): TypedName => ({ name, others: typed(others) });
const ofRow = ({ name, others }: Partial<TypedName>): AddedName => ({
  name: name ?? '',
  others: names(others),
});

export const planWordsForm = (words: HubPlanWords): PlanWordsForm => ({
  hubNames: typed(words.hubNames),
  schemes: words.schemes.map(row),
  instruments: words.instruments.map(row),
  organisations: words.organisations.map(row),
  labels: Object.fromEntries(LABELS.map((field) => [field, typed(words.labels[field])])),
});

/** @param present whose labels that the form does not show stay */
export const planWordsOf = (form: PlanWordsForm, present: HubPlanWords): HubPlanWords =>
  tidyPlanWords({
    hubNames: names(form.hubNames),
    schemes: (form.schemes ?? []).map(ofRow),
    instruments: (form.instruments ?? []).map(ofRow),
    organisations: (form.organisations ?? []).map(ofRow),
    labels: {
      ...present.labels,
      ...Object.fromEntries(LABELS.map((field) => [field, names(form.labels?.[field])])),
    },
  });

/** Each list as one value, to be held beside what somebody else saved. */
export const listsOf = (words: HubPlanWords) => ({
  hubNames: rowsAsText(words.hubNames.map((name) => ({ name }))),
  schemes: rowsAsText(words.schemes),
  instruments: rowsAsText(words.instruments),
  organisations: rowsAsText(words.organisations),
  labels: rowsAsText(Object.entries(words.labels).map(([field, texts]) => ({ field, texts }))),
});

export const fromLists = (lists: ReturnType<typeof listsOf>): HubPlanWords => ({
  hubNames: rowsFromText<{ name: string }>(lists.hubNames).map(({ name }) => name),
  schemes: rowsFromText(lists.schemes),
  instruments: rowsFromText(lists.instruments),
  organisations: rowsFromText(lists.organisations),
  labels: Object.fromEntries(
    rowsFromText<{ field: string; texts: string[] }>(lists.labels).map(({ field, texts }) => [
      ...[field, texts],
    ]),
  ) as HubPlanWords['labels'],
});

const named = rowsInWords<AddedName>(({ name, others }) => [name, ...others].join(', '));

/** How the lists are called when somebody has to choose between two versions. */
export const LISTS_IN_WORDS = [
  {
    name: 'hubNames',
    label: 'Other names of the hub',
    inWords: rowsInWords<{ name: string }>(({ name }) => name),
  },
  { name: 'schemes', label: 'Schemes', inWords: named },
  { name: 'instruments', label: 'Instruments', inWords: named },
  { name: 'organisations', label: 'Organisations', inWords: named },
  {
    name: 'labels',
    label: 'Labels',
    inWords: rowsInWords<{ texts: string[] }>(({ texts }) => texts.join(', ')),
  },
];
