import { FSM_BOUNDS, type SchoolGrouping } from '@tracker/domain';
import { raw, type Sql } from '../sql';

/** The free-school-meal band of the row `s`. */
export const FSM_BAND_OF = raw(
  `CASE ${Object.entries(FSM_BOUNDS)
    .map(
      ([band, [from, below]]) =>
        `WHEN s.fsm_percent >= ${from} AND s.fsm_percent < ${below} THEN '${band}'`,
    )
    .join(' ')} ELSE 'not-known' END`,
);

/** Where the row `s` says in which group of a kind it is; nothing, where it is not known. */
export const GROUP_COLUMNS: Record<SchoolGrouping, Sql> = {
  region: raw('s.region_id'),
  district: raw(`nullif(s.district, '')`),
  phase: raw(`nullif(s.phase, '')`),
  establishmentType: raw(`nullif(s.establishment_type, '')`),
};
