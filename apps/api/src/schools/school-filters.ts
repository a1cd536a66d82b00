import { NO_REGION, type SCHOOL_GROUP_FILTERS } from '@tracker/contract';
import {
  type AcademicYear,
  type Day,
  FSM_BOUNDS,
  type FsmBand,
  lastVisitedOnBounds,
  type PlannedKind,
  type PlanRules,
  type PlanState,
  plainName,
  readPlanFact,
  startingYear,
  type VisitState,
} from '@tracker/domain';
import {
  bookedVisit,
  GROUP_COLUMNS,
  hasBooked,
  hasNothingPlanned,
  hasProposed,
  hasUnlogged,
  joined,
  lastVisitWithin,
  neverVisited,
  openVisit,
  planState,
  raw,
  recordedBy,
  schoolsWithFact,
  shared,
  type Sql,
  sql,
  unloggedVisit,
  visitedWithin,
} from '@tracker/data';
import { type FilterConditions, is, isOneOfIds } from '../http/filter-conditions';
import { OneOfFound, whether } from '../http/sql-conditions';
import { SEARCH_TEXT } from './school.queries';

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

/** What the best of them are found by, of the schools `s` in whose text every word stands, or nearly: one mistyped letter is forgiven. */
function schoolsFound(words: readonly string[]): Sql {
  const parts = words.map((word) => {
    const stands = sql`${SEARCH_TEXT} LIKE ${searchPattern(word)}`;
    // A number or a postcode is meant as it stands.
    if (word.length < 4 || /\d/.test(word)) return stands;
    return sql`(${stands} OR ${word} <% ${SEARCH_TEXT})`;
  });
  return sql`SELECT s.id, s.name, s.search_text FROM schools s WHERE ${joined(parts, ' AND ')}`;
}

/** The search is done once, whatever order the rows `s` are then read in. */
export function searchConditions(q: string): (Sql | OneOfFound)[] {
  const words = searchWords(q);
  if (words.length > 0) return [new OneOfFound(raw('s.id'), schoolsFound(words))];
  // What has no letter or number in it is in no name.
  return q.trim() === '' ? [] : [raw('false')];
}

/**
 * Best match first, null where no word is searched for: `word_similarity` of what is searched for and the text of `s`, which is slow and by far
 * the most of a search for a word that half of the schools have. Where it is plain what it comes to it is
 * not asked. All words one after the other are 1. With the last one only begun they are all trigrams but
 * the one that ends it, if no word of the text ends so.
 */
export function searchOrder(q: string): Sql | null {
  const words = searchWords(q).join(' ');
  if (words === '') return null;
  const searched = shared(words);
  const trigrams = sql`cardinality(show_trgm(${searched}))`;
  return sql`CASE WHEN ${SEARCH_TEXT} LIKE ${`% ${words} %`} THEN 1
    WHEN ${SEARCH_TEXT} LIKE ${`% ${words}%`} AND ${SEARCH_TEXT} NOT LIKE ${`%${words.slice(-2)} %`}
    THEN (${trigrams} - 1)::real / ${trigrams}::real
    ELSE word_similarity(${searched}, ${SEARCH_TEXT}) END DESC`;
}

/** The regions asked for, of the row `s`; schools in none, where that is asked for. */
export function inRegions(regionIds: readonly string[]): Sql {
  const ids = regionIds.filter((id) => id !== NO_REGION);
  // Of one region an index has the schools in the order of their names.
  if (ids.length === 1 && regionIds.length === 1) return sql`s.region_id = ${ids[0]}::uuid`;
  const parts = ids.length > 0 ? [sql`s.region_id = ANY (${ids}::uuid[])`] : [];
  if (ids.length < regionIds.length) parts.push(raw('s.region_id IS NULL'));
  return anyOf(parts);
}

/** The filters by groups of schools, of the row `s`. */
export const SCHOOL_GROUP_CONDITIONS: FilterConditions<{ filters: typeof SCHOOL_GROUP_FILTERS }> = {
  regionId: inRegions,
  district: is('s.district'),
  phase: is('s.phase'),
  establishmentType: is('s.establishment_type'),
  fsmBand: inFsmBands,
  without: (groupings) => groupings.map((grouping) => sql`${GROUP_COLUMNS[grouping]} IS NULL`),
};

/** The filters of every list of schools that their rows `s` answer, whatever the day. */
export const ANY_SCHOOLS_CONDITIONS = {
  id: isOneOfIds('s.id'),
  q: searchConditions,
  ...SCHOOL_GROUP_CONDITIONS,
};

function inFsmBands(bands: readonly FsmBand[]): Sql {
  const parts = bands.map((band) => {
    if (band === 'not-known') return raw('s.fsm_percent IS NULL');
    const [from, below] = FSM_BOUNDS[band];
    return sql`(s.fsm_percent >= ${from} AND s.fsm_percent < ${below})`;
  });
  return anyOf(parts);
}

/** One of the conditions; of none, none holds. */
export const anyOf = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? raw('false') : joined(parts, ' OR ');

/** Rule 8 as a filter, of the standing `t`: a visit is booked. */
export const whetherBooked = (booked: boolean, today: Day): Sql => {
  const has = hasBooked(sql`${today}`);
  return booked ? has : sql`(${has}) IS NOT TRUE`;
};

/** The same on a past day: of what is still booked, that which was on record by then. */
export function wasBooked(booked: boolean, day: Day): Sql {
  const on = shared(day);
  const had = sql`EXISTS (
    SELECT FROM visits v WHERE v.school_id = s.id AND ${bookedVisit(on)} AND ${recordedBy(on)})`;
  return whether(booked, had);
}

/** Of the standing `t`. */
const PLANNED_NOW: Record<PlannedKind, (today: Sql) => Sql> = {
  booked: (today) => hasBooked(today),
  not_logged: (today) => hasUnlogged(today),
  proposed: () => hasProposed(),
  nothing: () => hasNothingPlanned(),
};

/**
 * Schools of which one of these holds on a day. On a past one only what was on record by then and is
 * still open is looked at.
 */
export function isPlanned(kinds: readonly PlannedKind[], day: Day, past = false): Sql {
  if (!past) return anyOf(kinds.map((kind) => PLANNED_NOW[kind](shared(day))));
  const on = shared(day);
  const has = (condition: Sql) => sql`EXISTS (
    SELECT FROM visits v WHERE v.school_id = s.id AND ${condition} AND ${recordedBy(on)})`;
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
  return anyOf(parts);
}

/** The state of its music development plan on a day, of the row `s` with its standing `t`. */
export const hasPlanState = (
  states: readonly PlanState[],
  { today, planRules }: { today: Day; planRules: PlanRules },
): Sql => sql`${planState(today, planRules)} = ANY (${states}::text[])`;

/** What its confirmed plan of a year says, or does not state (rule 28). */
export function hasPlanFact(text: string, year: AcademicYear): Sql | OneOfFound {
  const fact = readPlanFact(text);
  if (fact === null) return raw('false');
  return new OneOfFound(raw('s.id'), schoolsWithFact(startingYear(year), fact));
}

/** The days from one to the other, both inside. */
interface Span {
  from: Day;
  to: Day;
}

/** Whether the standing `t` has a counting visit between two days, or has none. */
export function visitedBetween(visited: boolean, { from, to }: Span): Sql {
  const has = visitedWithin(shared(from), shared(to));
  return visited ? has : sql`${has} IS NOT TRUE`;
}

/** Rule 7 as a filter: the rule itself says between which days the last visit must lie. */
export function isInState(states: readonly VisitState[], today: Day, inScope: Sql): Sql {
  const day = shared(today);
  const parts = states.map((state) => {
    const bounds = lastVisitedOnBounds(state, today);
    return bounds === 'none' ? neverVisited(day) : lastVisitWithin(bounds, day);
  });
  return sql`${inScope} AND (${anyOf(parts)})`;
}
