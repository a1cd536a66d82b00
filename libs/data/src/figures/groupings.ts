import { FSM_BAND_OF, GROUP_COLUMNS } from '../schools';
import { raw, type Sql, sql } from '../sql';

/** The groupings; `GROUPING()` of the others is what tells them apart. */
const GROUPS = 'by_region, by_district, by_phase, by_type, by_band';
const GROUPED_BY = {
  all: 0b11111,
  region: 0b01111,
  district: 0b10111,
  phase: 0b11011,
  establishmentType: 0b11101,
  fsmBand: 0b11110,
} as const;
export type Grouping = keyof typeof GROUPED_BY;

/** A group of schools; `key` is null for all of them, and where a school's is not known. */
export interface GroupRow {
  grouping: Grouping;
  key: string | null;
}

/** What rows are grouped by, of `schools s`. */
export const GROUP_VALUES = sql`${GROUP_COLUMNS.region} AS by_region, ${GROUP_COLUMNS.district} AS by_district,
      ${GROUP_COLUMNS.phase} AS by_phase, ${GROUP_COLUMNS.establishmentType} AS by_type,
      ${FSM_BAND_OF} AS by_band`;

/** Every grouping in one pass over rows with `GROUP_VALUES`. */
export const GROUPING_SETS = raw(
  `GROUPING SETS ((), ${GROUPS.split(', ')
    .map((column) => `(${column})`)
    .join(', ')})`,
);

/** The columns of a `GroupRow`. */
export const GROUP_OF_ROW = raw(`CASE grouping(${GROUPS}) ${Object.entries(GROUPED_BY)
  .map(([name, bits]) => `WHEN ${bits} THEN '${name}'`)
  .join(' ')} END AS grouping,
    coalesce(by_region::text, by_district, by_phase, by_type, by_band) AS key`);

/** A column for each figure: how many rows of the group its condition holds of. */
export const countedWhere = (figures: Readonly<Record<string, string>>): Sql =>
  raw(
    Object.entries(figures)
      .map(([key, condition]) => `(count(*) FILTER (WHERE ${condition}))::int AS "${key}"`)
      .join(',\n        '),
  );
