import { capital } from '../capital';
import { formatDay, type Day } from '../day';
import { plural } from '../plural';
import { AUDITED_RECORDS, fieldInWords } from './field-words';
import { importInWords, rowDecisionInWords } from './import-in-words';
import type { AuditAction, AuditActor, FieldChange, SignOutReason } from './kinds';
import { type NameOf, valueInWords } from './value-in-words';

export interface EntryToTell {
  action: AuditAction;
  /** Table of the record. */
  entity: string;
  /** What the record is called, a visit by its day; null when that is not known any more. */
  recordName: string | null;
  changes: readonly FieldChange[];
  actor: AuditActor;
  /** The person behind it; null when nobody was signed in. */
  personId: string | null;
  personName: string | null;
  /** Name of the command or process. */
  source: string | null;
  /** Day in Europe/London. */
  on: Day;
}

/**
 * When and by whom ends the sentence already; what a register's file held is said on its own page.
 */
const SAID_ANYWAY = ['voidedAt', 'voidedById', 'decidedAt', 'decidedById', 'register'];

const LONGEST = 60;
/** Fields that tell which record it was, of one without a name. */
const MOST_TOLD = 4;

/**
 * One change: `Region changed from West to Mid`, `Notes set to ...`, `Trust taken away, was ...`.
 *
 * @param entity table of the record
 */
export function changeInWords(
  { field, from, to }: FieldChange,
  nameOf: NameOf,
  entity: string,
): string {
  const label = fieldInWords(field, entity);
  const list = Array.isArray(from) && Array.isArray(to) && listChange(field, from, to, nameOf);
  if (list) return `${label} ${list}`;
  // What a record is called is not cut: two of one name differ at its end.
  const cut = field.endsWith('Id') ? (words: string | null) => words : short;
  const [before, after] = [from, to].map((value) => cut(valueInWords(field, value, nameOf)));
  if (before != null && before === after) {
    // Two schools of one name, or long texts that begin alike.
    const another = field.endsWith('Id') ? ` to another called ${after}` : '';
    return `${label} changed${another}`;
  }
  if (before != null && after != null) return `${label} changed from ${before} to ${after}`;
  if (after != null) return `${label} set to ${after}`;
  return before == null ? `${label} changed` : `${label} taken away, was ${before}`;
}

/** What came to a list and what went: `now with West, without Mid`; null when nothing did. */
function listChange(field: string, from: unknown[], to: unknown[], nameOf: NameOf): string | null {
  const [before, after] = [from, to].map((list) =>
    list.flatMap((one) => valueInWords(field, one, nameOf) ?? []),
  ) as [string[], string[]];
  const without = (some: string[], others: string[]) =>
    short(some.filter((words) => !others.includes(words)).join(', '));
  const parts = [
    ['with', without(after, before)],
    ['without', without(before, after)],
  ].flatMap(([how, what]) => (what ? `${how} ${what}` : []));
  return parts.length === 0 ? null : `now ${parts.join(', ')}`;
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
  const whole = tagInWords(entry, nameOf, within) ?? rowInWords(entry, nameOf, within);
  if (whole !== null) return whole;
  const noun = nounOf(entry.entity);
  const about = capital(entry.recordName === null ? noun : `${noun} ${entry.recordName}`);
  switch (action) {
    case 'created':
      return `${about} added${detailsInWords(entry, nameOf)}`;
    case 'removed':
      return `${about} removed${detailsInWords(entry, nameOf)}`;
    case 'emptied':
      return `Every ${noun} removed`;
    case 'exported':
      return entry.entity === 'lists' ? listInWords(entry, nameOf) : `${about} exported`;
    case 'signed_in':
      return 'Signed in';
    case 'signed_out':
      return signOutInWords(entry);
    case 'sign_in_failed':
      return 'Sign-in failed';
    case 'changed': {
      const binned = changes.find(({ field }) => field === 'deletedAt');
      if (binned) return `${about} ${binned.to == null ? 'brought back' : 'deleted'}`;
      const went = entry.entity === 'imports' ? importInWords(changes) : null;
      if (went !== null) return entry.entity === within ? capital(went) : `${about} ${went}`;
      const others = changes.filter(({ field }) => !SAID_ANYWAY.includes(field));
      const told = others.map((change) => changeInWords(change, nameOf, entry.entity)).join('; ');
      if (told === '') return `${about} changed`;
      return entry.entity === within ? told : `${about}: ${told}`;
    }
  }
}

/** `Strength or need noted at the visit on Tue 3 Dec 2024: Singing`; null for any other record. */
function tagInWords(
  { entity, action, changes }: EntryToTell,
  nameOf: NameOf,
  within?: string,
): string | null {
  if (entity !== 'visit_outcome_tags' || !['created', 'removed'].includes(action)) return null;
  const named = (name: string) => {
    const change = changes.find(({ field }) => field === name);
    return valueInWords(name, change?.to ?? change?.from, nameOf);
  };
  const how = action === 'created' ? 'noted at' : 'taken off';
  const day = within === 'visits' ? null : named('visitId');
  return `Strength or need ${how} the visit${day === null ? '' : ` on ${day}`}: ${named('tagId') ?? 'one no longer on record'}`;
}

/** `Row decided in the import log.xlsx: skipped`; null for any other record. */
function rowInWords(
  { entity, action, changes }: EntryToTell,
  nameOf: NameOf,
  within?: string,
): string | null {
  if (entity !== 'import_row_decisions') return null;
  const valueOf = (name: string) => {
    const change = changes.find(({ field }) => field === name);
    return change?.to ?? change?.from;
  };
  const file = within === 'imports' ? null : valueInWords('importId', valueOf('importId'), nameOf);
  const where = file === null ? '' : ` in the import ${file}`;
  // Sheet, line and column.
  const line = /^\d+-(\d+)-/.exec(String(valueOf('rowKey') ?? ''))?.[1];
  const row = line === undefined ? 'row' : `row in line ${line}`;
  const decision = valueOf('decision');
  const words =
    typeof decision === 'object' && decision !== null && action !== 'removed'
      ? rowDecisionInWords(decision, nameOf)
      : null;
  return words === null
    ? `Decision on a ${row} undone${where}`
    : `${capital(row)} decided${where}: ${words}`;
}

/** What a record without a name consisted of: ` (Region West, User Ash Rook)`. */
function detailsInWords({ entity, recordName, changes }: EntryToTell, nameOf: NameOf): string {
  if (recordName !== null) return '';
  const told = changes.flatMap(({ field, from, to }) => {
    // Who did it ends the sentence.
    if (field.endsWith('ById')) return [];
    const words = short(valueInWords(field, to ?? from, nameOf));
    return words === null ? [] : `${fieldInWords(field, entity)} ${words}`;
  });
  return told.length === 0 ? '' : ` (${told.slice(0, MOST_TOLD).join(', ')})`;
}

/** `List of visits exported, 1,204 rows for Excel, where Status scheduled`. */
function listInWords({ recordName, changes }: EntryToTell, nameOf: NameOf): string {
  const valueOf = (name: string) => changes.find(({ field }) => field === name)?.to;
  const rows = Number(valueOf('rows') ?? 0);
  const filter = valueInWords('filter', valueOf('filter'), nameOf);
  return [
    `List of ${recordName ?? 'records'} exported`,
    `${plural(rows, 'row')}${valueOf('format') === 'xlsx' ? ' for Excel' : ' as CSV'}`,
    ...(filter === null ? [] : [`where ${filter}`]),
  ].join(', ');
}

const SIGNED_OUT: Record<SignOutReason, string> = {
  own: 'signed out',
  elsewhere: 'signed out in another browser',
  everywhere: 'signed out everywhere',
  disabled: 'signed out, as the account was disabled',
  password: 'signed out elsewhere, as the password was changed',
};

function signOutInWords({ recordName, personName, changes }: EntryToTell): string {
  const why = changes.find(({ field }) => field === 'why')?.to;
  const words = SIGNED_OUT[why as SignOutReason] ?? SIGNED_OUT.own;
  return recordName === null || recordName === personName
    ? capital(words)
    : `${recordName} ${words}`;
}

/**
 * The changes that say something to a reader: one whose words are the same before and after, or are
 * none, is passed over. That a password was changed says enough without it.
 */
export function toldChanges(changes: readonly FieldChange[], nameOf: NameOf): FieldChange[] {
  return changes.filter(({ field, from, to }) => {
    if (typeof from !== 'object' && typeof to !== 'object') return true;
    if (field === 'passwordHash') return true;
    return valueInWords(field, from, nameOf) !== valueInWords(field, to, nameOf);
  });
}

/** What the filling of the demo hub is called where it says who it is. */
export const DEMO_FILLING = 'demo-hub';

function whoInWords({ action, actor, personId, personName, source }: EntryToTell): string {
  if (action === 'sign_in_failed') return ` for ${personName ?? 'an address without an account'}`;
  switch (actor) {
    case 'user':
      if (personId === null) return ', by somebody with a link';
      return `, by ${personName ?? 'somebody whose account is gone'}`;
    case 'import':
      return personName === null ? ', by an import' : `, by an import of ${personName}`;
    case 'undo':
      return personName === null
        ? ', by undoing an import'
        : `, by ${personName}, undoing an import`;
    case 'job':
      return ', by the tracker itself';
    case 'command':
      if (source === DEMO_FILLING) return ', when the demo hub was filled';
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
