import { PLAN_ROUND_LIST, type PlanRoundEntry } from '@tracker/contract';
import { addDays, type Day, type PlanRules, ROUND_LOOKS_AHEAD, ROUND_ORDER } from '@tracker/domain';
import {
  planCountsFor,
  planRecordColumns,
  type PlanRecordRow,
  planState,
  raw,
  shared,
  type Sql,
  sql,
} from '@tracker/data';
import { type FilterConditions, isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import type { NarrowRows } from '../http/page-of';
import { whether } from '../http/sql-conditions';
import { ownedBy, selectPlaced } from '../priority-queue/priority-queue.queries';
import { inRegions } from '../schools/school-filters';

export interface RoundAsked {
  today: Day;
  rules: PlanRules;
}

type ShownAsRead = 'id' | 'urn' | 'name' | 'town' | 'regionId' | 'state' | 'nextVisitOn';
export type RoundRow = PlanRecordRow &
  Pick<PlanRoundEntry, ShownAsRead | 'address' | 'goneOn' | 'website'>;

const ROUND = `"roundPlace"`;
const QUEUE = (direction: 'ASC' | 'DESC') =>
  `r.place ${direction}, r.last_visit ${direction}, r.name COLLATE "und-x-icu" ${direction}`;

export const ROUND_SPEC: ListSpec<typeof PLAN_ROUND_LIST> = {
  filters: PLAN_ROUND_LIST.filters,
  sorts: {
    id: 'r.id',
    place: ROUND,
    name: 'r.name COLLATE "und-x-icu"',
    nextVisitOn: '"nextVisitOn"',
  },
  defaultOrder: `${ROUND}, ${QUEUE('ASC')}`,
  tieBreak: `r.id`,
};

/** `r`: every school that is ranked, with the state of its plan and its next visit. */
const judged = ({ today, rules }: RoundAsked): Sql => sql`(
  SELECT q.school_id AS id, q.place, q.last_visit, q."nextVisitOn", s.name, s.region_id,
    ${planState(today, rules)} AS state
  FROM (${selectPlaced(shared(today))}) q
  JOIN schools s ON s.id = q.school_id
  JOIN school_standings t ON t.school_id = q.school_id
)`;

/** Those somebody is to look for, each with its place: visited soon first, then by state (rule 20). */
const inRound = (asked: RoundAsked): Sql => sql`(
  SELECT j.*, CASE WHEN j."nextVisitOn" <= ${addDays(asked.today, ROUND_LOOKS_AHEAD)}::date THEN 0
      ELSE array_position(${ROUND_ORDER}::text[], j.state) END AS "roundPlace"
  FROM ${judged(asked)} j WHERE j.state = ANY (${ROUND_ORDER}::text[])
)`;

/** The latest address of a plan that counts for the school `r`. */
const LATEST_ADDRESS = sql`
  SELECT p.url, p.gone_on FROM school_lineage l
  JOIN music_development_plans p ON p.school_id = l.ancestor_id
  WHERE l.school_id = r.id AND p.url IS NOT NULL AND p.known_from <> 'told' AND ${planCountsFor('l')}
  ORDER BY p.last_academic_year DESC, p.known_on DESC, p.id LIMIT 1`;

const around = (some: Sql): Sql => sql`
  SELECT r.id, r."roundPlace", s.urn, s.name, s.town, s.region_id AS "regionId", r.state,
    r."nextVisitOn", a.url AS address, a.gone_on AS "goneOn", s.website, ${planRecordColumns()}
  FROM ${some} r JOIN schools s ON s.id = r.id JOIN school_standings t ON t.school_id = r.id
  LEFT JOIN LATERAL (${LATEST_ADDRESS}) a ON true`;

/** What the list reads: the page is found first, and only then is joined what is shown of it. */
export function selectRound(asked: RoundAsked): { select: Sql; narrow: NarrowRows } {
  return {
    select: around(inRound(asked)),
    narrow: {
      select: sql`SELECT r.* FROM ${inRound(asked)} r JOIN schools s ON s.id = r.id`,
      around,
    },
  };
}

/** Of `r` with its school `s`. */
export const ROUND_CONDITIONS: FilterConditions<typeof PLAN_ROUND_LIST, { userId: string | null }> =
  {
    id: isOneOfIds('r.id'),
    regionId: inRegions,
    state: (states) => sql`r.state = ANY (${states}::text[])`,
    mine: (mine, { userId }) => whether(mine, ownedBy(userId)),
    visitedSoon: (soon) => whether(soon, raw(`r."roundPlace" = 0`)),
  };
