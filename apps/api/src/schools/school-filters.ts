import { NO_REGION, SCHOOL_GROUPINGS, type SchoolGrouping } from '@tracker/contract';
import {
  type Day,
  FSM_BANDS,
  FSM_BOUNDS,
  type FsmBand,
  lastVisitedOnBounds,
  PLANNED_KINDS,
  type PlannedKind,
  plainName,
  SCHOOL_STATUSES,
  VISIT_STATES,
  type VisitState,
} from '@tracker/domain';
import {
  bookedVisit,
  countingVisit,
  GROUP_COLUMNS,
  joined,
  nothing,
  openVisit,
  raw,
  recordedBy,
  shared,
  type Sql,
  sql,
  unloggedVisit,
} from '@tracker/server';
import type { FilterKind } from '../http/list-query';
import { type SqlConditions, whether } from '../http/sql-conditions';
import { AWAITS_DECISION } from '../imports/findings.queries';
import { lastVisitedOn, nextVisitOn, SEARCH_TEXT } from './school.queries';

/** Filters by what kind of school it is: of lists of schools, and of lists of what is at a school. */
export const SCHOOL_GROUP_FILTERS: Record<string, FilterKind> = {
  regionId: 'regions',
  district: 'text',
  phase: 'text',
  establishmentType: 'text',
  fsmBand: FSM_BANDS,
  without: SCHOOL_GROUPINGS,
};

/** Filters of every list whose rows are schools. */
export const SCHOOL_FILTERS: Record<string, FilterKind> = {
  q: 'text',
  ...SCHOOL_GROUP_FILTERS,
  booked: 'boolean',
  planned: PLANNED_KINDS,
  state: VISIT_STATES,
};

/** Filters of the list of schools itself. */
export const SCHOOL_LIST_FILTERS: Record<string, FilterKind> = {
  ...SCHOOL_FILTERS,
  id: 'uuids',
  urn: 'integer',
  status: SCHOOL_STATUSES,
  inScope: 'boolean',
  awaitsDecision: 'boolean',
  coveredInCycle: 'boolean',
  cycle: 'academicYear',
  visitedIn: 'academicYear',
  asOf: 'day',
};

const MOST_WORDS = 8;

/** The words of a search in one spelling: "Church of England", "C of E" and "CofE" are all `ce`. */
export function searchWords(q: string): string[] {
  return plainName(q).split(' ').filter(Boolean).slice(0, MOST_WORDS);
}

/** Short for much longer words: one of them begins many another word, and is meant whole. */
const SHORT_FORMS = new Set(['ce', 'rc', 'va', 'vc', 'jmi']);

/** Where a word of a search stands in a school's text, for LIKE. */
export function searchPattern(word: string): string {
  if (SHORT_FORMS.has(word)) return `% ${word} %`;
  return /^[a-z]{1,2}$/.test(word) ? `% ${word}%` : `%${word}%`;
}

/** The schools `s` in whose text every word stands, or nearly: one mistyped letter is forgiven. */
function schoolsFound(words: readonly string[]): Sql {
  const parts = words.map((word) => {
    const stands = sql`${SEARCH_TEXT} LIKE ${searchPattern(word)}`;
    // A number or a postcode is meant as it stands.
    if (word.length < 4 || /\d/.test(word)) return stands;
    return sql`(${stands} OR ${word} <% ${SEARCH_TEXT})`;
  });
  return sql`SELECT s.id FROM schools s WHERE ${joined(parts, ' AND ')}`;
}

/** The search is done once, whatever order the rows `s` are then read in. */
export function addSearch(conditions: SqlConditions, q: string): void {
  const words = searchWords(q);
  if (words.length > 0) conditions.add(sql`s.id = ANY (ARRAY(${schoolsFound(words)}))`);
  // What has no letter or number in it is in no name.
  else if (q.trim() !== '') conditions.add('false');
}

/** Best match first. */
export const searchOrder = (q: string): Sql =>
  sql`word_similarity(${searchWords(q).join(' ')}, ${SEARCH_TEXT}) DESC`;

/** The regions asked for, of the row `s`; schools in none, where that is asked for. */
export function addRegions(conditions: SqlConditions, regionIds: readonly string[]): void {
  const ids = regionIds.filter((id) => id !== NO_REGION);
  const parts = ids.length > 0 ? [sql`s.region_id = ANY (${ids}::uuid[])`] : [];
  if (ids.length < regionIds.length) parts.push(raw('s.region_id IS NULL'));
  conditions.add(anyOf(parts));
}

/** The filters by groups of schools, of the row `s`. */
export function addGroupFilters(conditions: SqlConditions, filter: Record<string, unknown>): void {
  const { regionId, district, phase, establishmentType, fsmBand, without } = filter;
  if (regionId) addRegions(conditions, regionId as string[]);
  if (district) conditions.add(sql`s.district = ${district}`);
  if (phase) conditions.add(sql`s.phase = ${phase}`);
  if (establishmentType) conditions.add(sql`s.establishment_type = ${establishmentType}`);
  if (fsmBand) addFsmBands(conditions, fsmBand as FsmBand[]);
  for (const grouping of (without ?? []) as SchoolGrouping[]) {
    conditions.add(sql`${GROUP_COLUMNS[grouping]} IS NULL`);
  }
}

/** The filters that a school's own row answers; whether it is in scope depends on the day. */
export function addSchoolFilters(conditions: SqlConditions, filter: Record<string, unknown>): void {
  const { q, id, urn, status, awaitsDecision } = filter;
  if (id) conditions.add(sql`s.id = ANY (${id}::uuid[])`);
  if (q) addSearch(conditions, q as string);
  addGroupFilters(conditions, filter);
  if (urn !== undefined) conditions.add(sql`s.urn = ${urn}`);
  if (awaitsDecision !== undefined) {
    conditions.add(`${awaitsDecision ? '' : 'NOT '}${AWAITS_DECISION}`);
  }
  if (status) conditions.add(sql`s.status = ANY (${status}::text[])`);
}

function addFsmBands(conditions: SqlConditions, bands: FsmBand[]): void {
  const parts = bands.map((band) => {
    if (band === 'not-known') return raw('s.fsm_percent IS NULL');
    const [from, below] = FSM_BOUNDS[band];
    return sql`(s.fsm_percent >= ${from} AND s.fsm_percent < ${below})`;
  });
  conditions.add(anyOf(parts));
}

/** One of the conditions; of none, none holds. */
export const anyOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? raw('false') : joined(parts, ' OR ');

/** Rule 8 as a filter: somebody is to come today or later. */
export function addBooked(conditions: SqlConditions, booked: boolean, today: Day): void {
  conditions.add(sql`${nextVisitOn(sql`${today}`)} IS ${raw(booked ? 'NOT NULL' : 'NULL')}`);
}

/** The same on a past day: of what is still booked, that which was on record by then. */
export function addWasBooked(conditions: SqlConditions, booked: boolean, day: Day): void {
  const on = shared(day);
  const wasBooked = sql`EXISTS (
    SELECT FROM visits v WHERE v.school_id = s.id AND ${bookedVisit(on)} AND ${recordedBy(on)})`;
  conditions.add(whether(booked, wasBooked));
}

/**
 * Schools of which one of these holds on a day. On a past one only what was on record by then and is
 * still open is looked at.
 */
export function addPlanned(
  conditions: SqlConditions,
  kinds: readonly PlannedKind[],
  day: Day,
  past = false,
): void {
  const on = shared(day);
  const known = past ? sql` AND ${recordedBy(on)}` : nothing;
  const has = (condition: Sql) =>
    sql`EXISTS (SELECT FROM visits v WHERE v.school_id = s.id AND ${condition}${known})`;
  const parts = kinds.map((kind) => {
    switch (kind) {
      case 'booked':
        return has(bookedVisit(on));
      case 'not_logged':
        return has(unloggedVisit(on));
      case 'proposed':
        return has(raw(`v.status = 'proposed'`));
      case 'nothing':
        return sql`NOT ${has(openVisit())}`;
    }
  });
  conditions.add(anyOf(parts));
}

/** The days from one to the other, both inside. */
interface Span {
  from: Day;
  to: Day;
}

/** Whether the row `s` has a counting visit, its own or a predecessor's, between two days. */
export const visitedBetween = ({ from, to }: Span, kindsNotCounting: readonly string[]): Sql =>
  sql`s.id IN (
    SELECT l.school_id FROM visits v JOIN school_lineage l ON l.ancestor_id = v.school_id
    WHERE ${countingVisit(sql`${kindsNotCounting}`)}
      AND v.visited_on BETWEEN ${from}::date AND ${to}::date)`;

/** Rule 7 as a filter: the rule itself says between which days the last visit must lie. */
export function addStates(
  conditions: SqlConditions,
  states: VisitState[],
  today: Day,
  kindsNotCounting: readonly string[],
  inScope = raw('s.in_scope'),
): void {
  const last = lastVisitedOn(sql`${today}`, kindsNotCounting);
  const parts = states.map((state) => {
    const bounds = lastVisitedOnBounds(state, today);
    if (bounds === 'none') return sql`${last} IS NULL`;
    const { from, to } = bounds;
    if (from && to) return sql`${last} BETWEEN ${from}::date AND ${to}::date`;
    return from ? sql`${last} >= ${from}::date` : sql`${last} <= ${to}::date`;
  });
  conditions.add(sql`${inScope} AND (${anyOf(parts)})`);
}
