import type { AcademicYear, Day } from '@tracker/domain';

/** What is read for each kind of filter. */
interface Values {
  uuid: string;
  /** One or several. */
  uuids: string[];
  /** One or several; `NO_REGION` for none. */
  regions: string[];
  text: string;
  integer: number;
  boolean: boolean;
  day: Day;
  academicYear: AcademicYear;
  /** `field:part:value` of a confirmed plan; see `readPlanFact` of the domain. */
  planFact: string;
}

/** How a filter's value is read. A list of texts allows those, one or several. */
export type FilterKind = keyof Values | readonly string[];

export interface Filtered {
  filters: Readonly<Record<string, FilterKind>>;
}

/** What a resource's list can be filtered and sorted by; anything else is refused by name. */
export interface List extends Filtered {
  sorts: readonly string[];
}

export const defineFilters = <const F extends Filtered['filters']>(filters: F): F => filters;

export const defineList = <const L extends List>(list: L): L => list;

type ValueOf<Kind> = Kind extends keyof Values
  ? Values[Kind]
  : Kind extends readonly (infer One)[]
    ? One[]
    : never;

type OneOrSeveral<Value> = Value extends readonly (infer One)[] ? One | readonly One[] : Value;

type Read<F> = { -readonly [Name in keyof F]?: ValueOf<F[Name]> };
type Asked<F> = { -readonly [Name in keyof F]?: OneOrSeveral<ValueOf<F[Name]>> };

/** The filter of a list as the API has read it. */
export type FilterOf<L extends Filtered> = Read<L['filters']>;

/** The filter of a list as somebody may send it. */
export type AskedFilterOf<L extends Filtered> = Asked<L['filters']>;

export type SortOf<L extends List> = L['sorts'][number];
