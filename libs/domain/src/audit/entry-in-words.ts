import { formatDay, isDay, londonDayOf, type Day } from '../day';
import { AUDITED_RECORDS, fieldInWords } from './field-words';
import type { AuditAction, AuditActor } from './kinds';

/** One field of a record, before and after. Null is nothing there. */
export interface FieldChange {
  /** As the API calls it: `regionId`. */
  field: string;
  from: unknown;
  to: unknown;
}

export interface EntryToTell {
  action: AuditAction;
  /** Table of the record. */
  entity: string;
  /** What the record is called, a visit by its day; null when that is not known any more. */
  recordName: string | null;
  changes: readonly FieldChange[];
  actor: AuditActor;
  /** Name of the person behind it, if there is one. */
  personName: string | null;
  /** Name of the command or process. */
  source: string | null;
  /** Day in Europe/London. */
  on: Day;
}

/** What an id stands for; null when that is on record no more. */
export type NameOf = (id: string) => string | null;

const LONGEST = 60;

/** A value as people read it: a day, yes or no, the name behind an id; null when there is none. */
export function valueInWords(field: string, value: unknown, nameOf: NameOf): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field.endsWith('Id')) return nameOf(value) ?? 'one no longer on record';
  const isWholeDay: boolean = isDay(value);
  if (isWholeDay) return formatDay(value);
  if (/At$/.test(field)) return instantDay(value);
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : value;
}

function instantDay(value: string): string {
  const day = londonDayOf(value);
  return day === null ? value : formatDay(day);
}

/** One change: `Region changed from West to Mid`, `Notes set to ...`, `Trust taken away, was ...`. */
export function changeInWords({ field, from, to }: FieldChange, nameOf: NameOf): string {
  const label = fieldInWords(field);
  const [before, after] = [from, to].map((value) => short(valueInWords(field, value, nameOf)));
  if (before != null && after != null) return `${label} changed from ${before} to ${after}`;
  if (after != null) return `${label} set to ${after}`;
  return before == null ? `${label} changed` : `${label} taken away, was ${before}`;
}

function short(words: string | null): string | null {
  if (words === null) return null;
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}

/**
 * The whole entry: `Region changed from West to Mid, by Hilary Marsh, Tue 3 Dec 2024`.
 *
 * @param within the kind of record whose history it stands in, which is not named again
 */
export function entryInWords(entry: EntryToTell, nameOf: NameOf, within?: string): string {
  return `${whatInWords(entry, nameOf, within)}${whoInWords(entry)}, ${formatDay(entry.on)}`;
}

function whatInWords(entry: EntryToTell, nameOf: NameOf, within?: string): string {
  const { action, changes } = entry;
  const noun = nounOf(entry.entity);
  const about = capital(entry.recordName === null ? noun : `${noun} ${entry.recordName}`);
  switch (action) {
    case 'created':
      return `${about} added`;
    case 'removed':
      return `${about} removed`;
    case 'emptied':
      return `Every ${noun} removed`;
    case 'exported':
      return `${about} exported`;
    case 'signed_in':
      return 'Signed in';
    case 'signed_out':
      return 'Signed out';
    case 'sign_in_failed':
      return 'Sign-in failed';
    case 'changed': {
      const told = changes.map((change) => changeInWords(change, nameOf)).join('; ');
      return entry.entity === within ? told : `${about}: ${told}`;
    }
  }
}

function whoInWords({ action, actor, personName, source }: EntryToTell): string {
  if (action === 'sign_in_failed') return ` for ${personName ?? 'an address without an account'}`;
  switch (actor) {
    case 'user':
      return `, by ${personName ?? 'somebody whose account is gone'}`;
    case 'import':
      return personName === null ? ', by an import' : `, by an import of ${personName}`;
    case 'undo':
      return ', by undoing an import';
    case 'job':
      return ', by the tracker itself';
    case 'command':
      return source === null ? ', by a command' : `, by the command ${source}`;
    case 'outside':
      return ', from outside the tracker';
  }
}

function nounOf(entity: string): string {
  return Object.hasOwn(AUDITED_RECORDS, entity)
    ? AUDITED_RECORDS[entity as keyof typeof AUDITED_RECORDS]
    : entity.replaceAll('_', ' ');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
