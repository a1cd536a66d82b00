import { bookedVisit, countingVisit, openVisit, type Sql, unloggedVisit } from '@tracker/server';
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
import type { FilterKind } from '../http/list-query';
import type { SqlConditions } from '../http/sql-conditions';
import { AWAITS_DECISION } from '../imports/findings.queries';
import { LAST_VISITED_ON, NEXT_VISIT_ON, recordedBy, SEARCH_TEXT } from './school.queries';

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

/** What is the free-school-meal band of the row `s`. */
export const FSM_BAND_OF = `CASE ${Object.entries(FSM_BOUNDS)
  .map(
    ([band, [from, below]]) =>
      `WHEN s.fsm_percent >= ${from} AND s.fsm_percent < ${below} THEN '${band}'`,
  )
  .join(' ')} ELSE 'not-known' END`;

/** Where the row `s` says in which group of a kind it is; nothing, where it is not known. */
export const GROUP_COLUMNS: Record<SchoolGrouping, string> = {
  region: 's.region_id',
  district: `nullif(s.district, '')`,
  phase: `nullif(s.phase, '')`,
  establishmentType: `nullif(s.establishment_type, '')`,
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
function schoolsFound(conditions: SqlConditions, words: readonly string[]): string {
  const parts = words.map((word) => {
    const stands = conditions.bind(`${SEARCH_TEXT} LIKE ?`, searchPattern(word));
    // A number or a postcode is meant as it stands.
    if (word.length < 4 || /\d/.test(word)) return stands;
    return `(${stands} OR ${conditions.bind(`? <% ${SEARCH_TEXT}`, word)})`;
  });
  return `SELECT s.id FROM schools s WHERE ${parts.join(' AND ')}`;
}

/** The search is done once, whatever order the rows `s` are then read in. */
export function addSearch(conditions: SqlConditions, q: string): void {
  const words = searchWords(q);
  if (words.length > 0) conditions.add(`s.id = ANY (ARRAY(${schoolsFound(conditions, words)}))`);
  // What has no letter or number in it is in no name.
  else if (q.trim() !== '') conditions.add('false');
}

/** Best match first; bound through the same conditions. */
export function searchOrder(conditions: SqlConditions, q: string): string {
  const text = searchWords(q).join(' ');
  return conditions.bind(`word_similarity(?, ${SEARCH_TEXT}) DESC`, text);
}

/** The regions asked for, of the row `s`; schools in none, where that is asked for. */
export function addRegions(conditions: SqlConditions, regionIds: readonly string[]): void {
  const ids = regionIds.filter((id) => id !== NO_REGION);
  const parts = ids.length > 0 ? [conditions.bind('s.region_id = ANY (?::uuid[])', ids)] : [];
  if (ids.length < regionIds.length) parts.push('s.region_id IS NULL');
  conditions.add(anyOf(parts));
}

/** The filters by groups of schools, of the row `s`. */
export function addGroupFilters(conditions: SqlConditions, filter: Record<string, unknown>): void {
  const { regionId, district, phase, establishmentType, fsmBand, without } = filter;
  if (regionId) addRegions(conditions, regionId as string[]);
  if (district) conditions.add('s.district = ?', district);
  if (phase) conditions.add('s.phase = ?', phase);
  if (establishmentType) conditions.add('s.establishment_type = ?', establishmentType);
  if (fsmBand) addFsmBands(conditions, fsmBand as FsmBand[]);
  for (const grouping of (without ?? []) as SchoolGrouping[]) {
    conditions.add(`${GROUP_COLUMNS[grouping]} IS NULL`);
  }
}

/** The filters that a school's own row answers; whether it is in scope depends on the day. */
export function addSchoolFilters(conditions: SqlConditions, filter: Record<string, unknown>): void {
  const { q, id, urn, status, awaitsDecision } = filter;
  if (id) conditions.add('s.id = ANY (?::uuid[])', id);
  if (q) addSearch(conditions, q as string);
  addGroupFilters(conditions, filter);
  if (urn !== undefined) conditions.add('s.urn = ?', urn);
  if (awaitsDecision !== undefined) {
    conditions.add(`${awaitsDecision ? '' : 'NOT '}${AWAITS_DECISION}`);
  }
  if (status) conditions.add('s.status = ANY (?::text[])', status);
}

function addFsmBands(conditions: SqlConditions, bands: FsmBand[]): void {
  const parts = bands.map((band) => {
    if (band === 'not-known') return 's.fsm_percent IS NULL';
    const [from, below] = FSM_BOUNDS[band];
    return conditions.bind('(s.fsm_percent >= ? AND s.fsm_percent < ?)', from, below);
  });
  conditions.add(anyOf(parts));
}

/** One of the conditions; of none, none holds. */
export const anyOf = (parts: readonly string[]) => parts.join(' OR ') || 'false';

/** Rule 8 as a filter: somebody is to come today or later. */
export function addBooked(conditions: SqlConditions, booked: boolean, today: Day): void {
  conditions.add(`${NEXT_VISIT_ON} IS ${booked ? 'NOT NULL' : 'NULL'}`, today);
}

/** The same on a past day: of what is still booked, that which was on record by then. */
export function addWasBooked(conditions: SqlConditions, booked: boolean, day: Day): void {
  const on = conditions.bind('?::date', day);
  conditions.add(`${booked ? '' : 'NOT '}EXISTS (
    SELECT FROM visits v WHERE v.school_id = s.id AND ${bookedVisit(on)} AND ${recordedBy(on)})`);
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
  // Bound where it is used: PostgreSQL refuses a value that no condition asks for.
  const known = () => (past ? ` AND ${recordedBy(conditions.bind('?::date', day))}` : '');
  const has = (sql: string | Sql, ...values: Day[]) =>
    conditions.bind(
      `EXISTS (SELECT FROM visits v WHERE v.school_id = s.id AND ${sql}${known()})`,
      ...values,
    );
  const parts = kinds.map((kind) => {
    switch (kind) {
      case 'booked':
        return has(bookedVisit('?'), day);
      case 'not_logged':
        return has(unloggedVisit('?'), day);
      case 'proposed':
        return has(`v.status = 'proposed'`);
      case 'nothing':
        return `NOT ${has(openVisit())}`;
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
export function visitedBetween(
  conditions: SqlConditions,
  { from, to }: Span,
  kindsNotCounting: readonly string[],
): string {
  return conditions.bind(
    `s.id IN (
      SELECT l.school_id FROM visits v JOIN school_lineage l ON l.ancestor_id = v.school_id
      WHERE ${countingVisit('?')}
        AND v.visited_on BETWEEN ?::date AND ?::date)`,
    kindsNotCounting,
    from,
    to,
  );
}

/** Rule 7 as a filter: the rule itself says between which days the last visit must lie. */
export function addStates(
  conditions: SqlConditions,
  states: VisitState[],
  today: Day,
  kindsNotCounting: readonly string[],
  inScope = 's.in_scope',
): void {
  const last = (sql: string, ...days: string[]) =>
    conditions.bind(`${LAST_VISITED_ON} ${sql}`, kindsNotCounting, today, ...days);
  const parts = states.map((state) => {
    const bounds = lastVisitedOnBounds(state, today);
    if (bounds === 'none') return last('IS NULL');
    const { from, to } = bounds;
    if (from && to) return last('BETWEEN ?::date AND ?::date', from, to);
    return from ? last('>= ?::date', from) : last('<= ?::date', to as string);
  });
  conditions.add(`${inScope} AND (${anyOf(parts)})`);
}
