import {
  type FieldError,
  type FilterKind,
  type FilterOf,
  type List,
  MAX_PAGE,
  NO_REGION,
  type SortOf,
} from '@tracker/contract';
import { isAcademicYear, isDay, readPlanFact, shorten } from '@tracker/domain';
import { isUUID } from 'class-validator';
import { malformed, malformedFields } from './problem';

/** A list of the contract, and how it is read. */
export interface ListSpec<L extends List = List> {
  filters: L['filters'];
  /** Field of the contract -> SQL expression. */
  sorts: Readonly<Record<SortOf<L>, string>>;
  /** ORDER BY when nothing is asked for. */
  defaultOrder: string;
  /** Appended to every order, so that it is total. */
  tieBreak: string;
  /** Filters that name the rows themselves; `id` alone when left out. */
  rowIds?: readonly (keyof L['filters'] & string)[];
}

export interface ListQuery<L extends List = List> {
  filter: FilterOf<L>;
  offset: number;
  limit: number;
  /** ORDER BY's text, total. */
  order: string;
  /** Whether the client chose the order. */
  sorted: boolean;
}

/** `?filter=..&range=..&sort=..` as sent. */
export interface RawListQuery {
  filter?: string;
  range?: string;
  sort?: string;
}

const DEFAULT_LIMIT = 25;
const MAX_TEXT = 200;
/** Characters of a name nobody knows that are said back. */
export const SHOWN_OF_NAME = 60;

/**
 * Reads the query string of a list, as `ra-data-simple-rest` writes it.
 *
 * @throws 400 naming the filter or sort that is unknown or cannot be read
 */
export function readListQuery<L extends List>(raw: RawListQuery, spec: ListSpec<L>): ListQuery<L> {
  const unknown = Object.keys(raw).filter((name) => !['filter', 'range', 'sort'].includes(name));
  if (unknown.length > 0) {
    const named = unknown.slice(0, 10).map((name) => shorten(name, SHOWN_OF_NAME));
    throw malformed(`A list takes filter, range and sort, not ${named.join(', ')}.`);
  }
  const filter = readFilter(raw.filter, spec);
  const { offset, limit } = readRange(raw.range, unaskedLimit(filter, spec));
  const chosen = readSort(raw.sort, spec);
  return {
    filter: filter as FilterOf<L>,
    offset,
    limit,
    order: `${chosen ?? spec.defaultOrder}, ${spec.tieBreak}`,
    sorted: chosen !== null,
  };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(`${name} is not JSON.`, [{ field: name, message: `${name} is not JSON.` }]);
  }
}

function readFilter(text: string | undefined, spec: ListSpec): Record<string, unknown> {
  if (text === undefined || text === '') return {};
  const given = parseJson(text, 'filter');
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw malformed('filter is an object of names and values.');
  }
  const errors: FieldError[] = [];
  const filter: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const kind = Object.hasOwn(spec.filters, name) ? spec.filters[name] : undefined;
    if (kind === undefined) {
      const known = Object.keys(spec.filters).join(', ');
      errors.push({
        field: `filter.${shorten(name, SHOWN_OF_NAME)}`,
        message: `There is no filter "${shorten(name, SHOWN_OF_NAME)}"; there are ${known}.`,
      });
    } else if (value !== '') {
      // A field of a form that was left empty asks for nothing; null might mean `none`, and is refused.
      const read = readValue(value, kind);
      if (read === undefined) {
        errors.push({
          field: `filter.${name}`,
          message: `The filter "${name}" takes ${inWords(kind)}.`,
        });
      } else {
        filter[name] = read;
      }
    }
  }
  if (errors.length > 0) throw malformedFields(errors);
  return filter;
}

function inWords(kind: FilterKind): string {
  if (typeof kind !== 'string') return `one or several of ${kind.join(', ')}`;
  return {
    uuid: 'an id (a UUID)',
    uuids: 'an id or a list of ids (UUIDs, at most 1,000)',
    regions: `an id or a list of ids (UUIDs), or "${NO_REGION}" for no region`,
    text: `a text of at most ${MAX_TEXT} characters`,
    integer: 'a whole number',
    boolean: 'true or false',
    day: 'a day written YYYY-MM-DD',
    academicYear: 'an academic year written 2024-25',
    planFact: 'what a plan says, written field:part:value, like hour:ks2:met',
  }[kind];
}

function readValue(value: unknown, kind: FilterKind): unknown {
  if (typeof kind !== 'string') {
    const values = Array.isArray(value) ? value : [value];
    return values.length <= 50 && values.every((one) => kind.includes(one as string))
      ? values
      : undefined;
  }
  switch (kind) {
    case 'uuid':
      return isUUID(value) ? value : undefined;
    case 'uuids': {
      const ids = Array.isArray(value) ? value : [value];
      return ids.length <= MAX_PAGE && ids.every((id) => isUUID(id)) ? ids : undefined;
    }
    case 'regions': {
      const ids = Array.isArray(value) ? value : [value];
      const known = (id: unknown) => id === NO_REGION || isUUID(id);
      return ids.length <= MAX_PAGE && ids.every(known) ? ids : undefined;
    }
    case 'text':
      // PostgreSQL's text cannot hold a NUL.
      return typeof value === 'string' && value.length <= MAX_TEXT && !value.includes('\0')
        ? value
        : undefined;
    case 'integer': {
      const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
      return Number.isSafeInteger(number) && Math.abs(number as number) < 2 ** 31
        ? number
        : undefined;
    }
    case 'boolean':
      if (value === 'true' || value === 'false') return value === 'true';
      return typeof value === 'boolean' ? value : undefined;
    case 'day':
      return isDay(value) ? value : undefined;
    case 'academicYear':
      return isAcademicYear(value) ? value : undefined;
    case 'planFact':
      return typeof value === 'string' && value.length <= MAX_TEXT && readPlanFact(value) !== null
        ? value
        : undefined;
  }
}

/** Whoever names rows gets all of them; a list of any others begins with a page. */
function unaskedLimit(filter: Record<string, unknown>, { rowIds = ['id'] }: ListSpec): number {
  return rowIds.some((name) => name in filter) ? MAX_PAGE : DEFAULT_LIMIT;
}

function readRange(text: string | undefined, unasked: number): { offset: number; limit: number } {
  if (text === undefined || text === '') return { offset: 0, limit: unasked };
  const range = parseJson(text, 'range');
  const [from, to] = Array.isArray(range) && range.length === 2 ? (range as unknown[]) : [];
  if (
    !Number.isSafeInteger(from) ||
    !Number.isSafeInteger(to) ||
    (from as number) < 0 ||
    (to as number) < (from as number) ||
    (to as number) > 1e9
  ) {
    const message = 'range is two whole numbers, the first and the last row: [0,24].';
    throw malformed(message, [{ field: 'range', message }]);
  }
  const limit = (to as number) - (from as number) + 1;
  if (limit > MAX_PAGE) {
    const message = `A page has at most ${MAX_PAGE} rows.`;
    throw malformed(message, [{ field: 'range', message }]);
  }
  return { offset: from as number, limit };
}

function readSort(text: string | undefined, spec: ListSpec): string | null {
  if (text === undefined || text === '') return null;
  const sort = parseJson(text, 'sort');
  const [field, direction] = Array.isArray(sort) && sort.length === 2 ? (sort as unknown[]) : [];
  if (typeof field !== 'string' || (direction !== 'ASC' && direction !== 'DESC')) {
    const message = 'sort is a field and ASC or DESC: ["name","ASC"].';
    throw malformed(message, [{ field: 'sort', message }]);
  }
  const expression = Object.hasOwn(spec.sorts, field) ? spec.sorts[field] : undefined;
  if (expression === undefined) {
    const message = `The list cannot be sorted by "${field}"; there are ${Object.keys(spec.sorts).join(', ')}.`;
    throw malformed(message, [{ field: 'sort', message }]);
  }
  return `${expression} ${direction} NULLS LAST`;
}
