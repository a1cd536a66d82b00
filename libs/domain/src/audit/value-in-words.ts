import { formatDay, isDay, londonDayOf, WEEKDAY_NAMES } from '../day';
import { fieldInWords } from './field-words';

/** What an id stands for; null when that is on record no more. */
export type NameOf = (id: string) => string | null;

/** Parts of a value that mean nothing to a reader: the file's own headings, which the file shows. */
const PASSED_OVER = ['header'];
/** What a part of a list is called by: a holiday's name, a question's text. */
const CALLED_BY = ['name', 'text', 'label'];
/** Values that do not read as words after `changed from ... to`. */
const IN_WORDS: Readonly<Record<string, string>> = { to_confirm: 'waiting to be confirmed' };
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * A value as people read it: a day, yes or no, the name behind an id, the parts of a list or of a
 * setting one after another; null when there is none.
 */
export function valueInWords(field: string, value: unknown, nameOf: NameOf): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return joined(value.map((one) => valueInWords(field, one, nameOf)));
  // Which fields had a column; the columns' numbers are the file's.
  if (field === 'mapping')
    return joined(Object.keys(value as object).map((name) => fieldInWords(name)));
  if (typeof value === 'object') return partsInWords(value as Record<string, unknown>, nameOf);
  if (typeof value === 'number' && /weekdays/i.test(field)) {
    return WEEKDAY_NAMES[value - 1] ?? String(value);
  }
  if (typeof value !== 'string') return String(value);
  if (Object.hasOwn(IN_WORDS, value)) return IN_WORDS[value] ?? null;
  if (/Ids?$/.test(field) || UUID.test(value)) return nameOf(value) ?? 'one no longer on record';
  const isWholeDay: boolean = isDay(value);
  if (isWholeDay) return formatDay(value);
  if (/At$/.test(field)) return instantDay(value);
  return /^[a-z]+([_-][a-z]+)+$/.test(value) ? value.replace(/[_-]/g, ' ') : value;
}

/** `Half term (Mon 28 Oct 2024 to Fri 1 Nov 2024)`: what it is called first, if it is called anything. */
function partsInWords(of: Record<string, unknown>, nameOf: NameOf): string | null {
  const called = CALLED_BY.find((name) => typeof of[name] === 'string' && of[name] !== '');
  const { from, to } = of;
  const span = isText(from) && isText(to) && isDay(from) && isDay(to);
  const parts = Object.entries(of).map(([name, part]) => {
    if (name === called || PASSED_OVER.includes(name)) return null;
    if (span && name === 'to') return null;
    if (span && name === 'from') return `${formatDay(from)} to ${formatDay(to)}`;
    const words = valueInWords(name, part, nameOf);
    if (words === null || (called !== undefined && name === 'day')) return words;
    return `${fieldInWords(name)} ${words}`;
  });
  const rest = joined(parts, '; ');
  if (called === undefined) return rest;
  return rest === null ? String(of[called]) : `${String(of[called])} (${rest})`;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function joined(parts: (string | null)[], by = ', '): string | null {
  return parts.filter((part) => part !== null).join(by) || null;
}

function instantDay(value: string): string {
  const day = londonDayOf(value);
  return day === null ? value : formatDay(day);
}
