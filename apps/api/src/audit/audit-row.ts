import { type AuditEntry, EXPORTED_LISTS, type ExportedList } from '@tracker/contract';
import {
  answerInWords,
  entryInWords,
  type FieldChange,
  fieldInWords,
  formatDay,
  isDay,
  londonToday,
  type NameOf,
  type SurveyAnswer,
  type SurveyQuestion,
  toldChanges,
  valueInWords,
} from '@tracker/domain';
import { asOnScreens } from './value-words';

/** An entry as it is stored, `changes` by column. */
export type EntryRow = Omit<
  AuditEntry,
  'at' | 'recordName' | 'sentence' | 'changes' | 'userName'
> & {
  at: Date;
  userName: string | null;
  changes: Record<string, unknown>;
};

/** Columns by which a record that is gone was called. */
const CALLED_BY = [
  ...['name', 'title', 'file_name', 'district', 'key', 'starts_in', 'academic_year'],
  ...['label', 'year'],
];

interface Reading {
  /** Of records, by id. */
  names: Map<string, string>;
  /** The kind of record whose history is read. */
  within?: string;
  /** What was asked, of an entry about an answer. */
  question?: SurveyQuestion;
}

/** An entry with what it says in words. */
export function asEntry(row: EntryRow, { names, within, question }: Reading): AuditEntry {
  const nameOf: NameOf = (id) => inWords(names.get(id));
  const changes = toldChanges(answerRead(changesOf(row), question), nameOf);
  const recordName = question
    ? `“${question.text}”`
    : inWords(names.get(row.recordId ?? '') ?? calledInstead(row));
  const on = londonToday(row.at.getTime());
  const told = { ...row, recordName, personId: row.userId, personName: row.userName, changes, on };
  return {
    ...row,
    at: row.at.toISOString(),
    recordName,
    sentence: entryInWords(told, nameOf, within),
    changes: changes.map(({ field, from, to }) => ({
      field,
      label: fieldInWords(field, row.entity),
      from: valueInWords(field, from, nameOf),
      to: valueInWords(field, to, nameOf),
    })),
  };
}

function changesOf(of: EntryRow): FieldChange[] {
  const { action, changes } = of;
  return Object.entries(changes)
    .map(([column, stored]): FieldChange => {
      const field = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      const value = asOnScreens(of, field, stored);
      if (!['changed', 'removed'].includes(action)) return { field, from: null, to: value };
      if (action === 'removed') return { field, from: value, to: null };
      const [from, to] = value as unknown[];
      return { field, from, to };
    })
    .filter(({ field }) => field !== 'id')
    .sort((a, b) => a.field.localeCompare(b.field));
}

/** An answer by the labels of its question, which is named already. */
function answerRead(changes: FieldChange[], question?: SurveyQuestion): FieldChange[] {
  if (!question) return changes;
  const words = (value: unknown) =>
    value == null ? value : answerInWords(question, value as SurveyAnswer);
  return changes
    .filter(({ field }) => field !== 'questionKey')
    .map((change) =>
      change.field === 'value'
        ? { ...change, from: words(change.from), to: words(change.to) }
        : change,
    );
}

function calledInstead({ action, changes, recordId, entity }: EntryRow): string | undefined {
  if (entity === 'region_districts') return recordId ?? undefined;
  if (entity === 'settings') return fieldInWords(recordId ?? '').toLowerCase();
  if (entity === 'lists') return EXPORTED_LISTS[recordId as ExportedList];
  // Of a change the value after it counts.
  const values = CALLED_BY.map((column) =>
    action === 'changed' ? (changes[column] as unknown[] | undefined)?.[1] : changes[column],
  );
  const found = values.find((value) => typeof value === 'string' || typeof value === 'number');
  return found === undefined ? undefined : String(found);
}

const inWords = (name: string | undefined): string | null =>
  name === undefined ? null : isDay(name) ? formatDay(name) : name;
