import {
  type Day,
  FSM_BANDS,
  FSM_BOUNDS,
  type FsmBand,
  lastVisitedOnBounds,
  SCHOOL_STATUSES,
  VISIT_STATES,
  type VisitCycleSpan,
  type VisitState,
} from '@tracker/domain';
import type { FilterKind } from '../http/list-query';
import type { SqlConditions } from '../http/sql-conditions';
import { LAST_VISITED_ON, NEXT_VISIT_ON, SEARCH_TEXT } from './school.queries';

/** Filters of every list whose rows are schools. */
export const SCHOOL_FILTERS: Record<string, FilterKind> = {
  q: 'text',
  regionId: 'uuids',
  district: 'text',
  phase: 'text',
  fsmBand: FSM_BANDS,
  booked: 'boolean',
  state: VISIT_STATES,
};

/** Filters of the list of schools itself. */
export const SCHOOL_LIST_FILTERS: Record<string, FilterKind> = {
  ...SCHOOL_FILTERS,
  id: 'uuids',
  urn: 'integer',
  status: SCHOOL_STATUSES,
  inScope: 'boolean',
  coveredInCycle: 'boolean',
};

/** Words of a search, as the index has them: no capitals, apostrophes, dots or commas. */
export function searchWords(q: string): string[] {
  return q
    .toLowerCase()
    .replace(/['’.,]/g, '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8);
}

/** Every word must be in the school's text, or nearly: one mistyped letter is forgiven. */
export function addSearch(conditions: SqlConditions, q: string): void {
  for (const word of searchWords(q)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    // A number or a postcode is meant as it stands.
    if (word.length < 4 || /\d/.test(word)) conditions.add(`${SEARCH_TEXT} LIKE ?`, pattern);
    else conditions.add(`${SEARCH_TEXT} LIKE ? OR ? <% ${SEARCH_TEXT}`, pattern, word);
  }
}

/** Best match first; bound through the same conditions. */
export function searchOrder(conditions: SqlConditions, q: string): string {
  const text = searchWords(q).join(' ');
  return conditions.bind(`word_similarity(?, ${SEARCH_TEXT}) DESC`, text);
}

/** The filters that a school's own row answers. */
export function addSchoolFilters(conditions: SqlConditions, filter: Record<string, unknown>): void {
  const { q, regionId, district, phase, fsmBand, id, urn, status, inScope } = filter;
  if (id) conditions.add('s.id = ANY (?::uuid[])', id);
  if (q) addSearch(conditions, q as string);
  if (regionId) conditions.add('s.region_id = ANY (?::uuid[])', regionId);
  if (district) conditions.add('s.district = ?', district);
  if (phase) conditions.add('s.phase = ?', phase);
  if (urn !== undefined) conditions.add('s.urn = ?', urn);
  if (status) conditions.add('s.status = ANY (?::text[])', status);
  if (inScope !== undefined) conditions.add('s.in_scope = ?', inScope);
  if (fsmBand) addFsmBands(conditions, fsmBand as FsmBand[]);
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

/** Rule 9 as a filter: a school in scope with, or without, a counting visit inside the cycle. */
export function addCovered(
  conditions: SqlConditions,
  covered: boolean,
  { opensOn, closesOn }: Pick<VisitCycleSpan, 'opensOn' | 'closesOn'>,
  kindsNotCounting: readonly string[],
): void {
  conditions.add(
    `s.in_scope AND s.id ${covered ? '' : 'NOT '}IN (
      SELECT l.school_id FROM visits v JOIN school_lineage l ON l.ancestor_id = v.school_id
      WHERE v.status = 'completed' AND v.kind <> ALL (?::text[])
        AND v.visited_on BETWEEN ?::date AND ?::date)`,
    kindsNotCounting,
    opensOn,
    closesOn,
  );
}

/** Rule 7 as a filter: the rule itself says between which days the last visit must lie. */
export function addStates(
  conditions: SqlConditions,
  states: VisitState[],
  today: Day,
  kindsNotCounting: readonly string[],
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
  conditions.add(`s.in_scope AND (${anyOf(parts)})`);
}
