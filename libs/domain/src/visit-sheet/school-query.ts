import type { Day } from '../day';

/** What a row says of the school; with a URN or a name, or both. */
export interface SchoolQuery {
  urn?: number;
  schoolName?: string;
  town?: string;
  postcode?: string;
  /** What other columns say of where it is, in words of the hub's: it orders candidates alone. */
  around?: readonly string[];
  /** The day of the visit: it tells a school from the one of the same name that followed it. */
  visitedOn?: Day;
}
