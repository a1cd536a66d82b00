import type { Day } from '../day';
import type { VisitKind } from '../visit-state';

/** A completed visit as a row of somebody's sheet tells of it; what it does not say has no key. */
export interface SheetVisit {
  /** There is a URN or a name, often both. */
  urn?: number;
  schoolName?: string;
  town?: string;
  postcode?: string;
  /** What columns that are not read say of where the school is. */
  around?: string[];
  visitedOn: Day;
  kind: VisitKind;
  summary?: string;
  visitorName?: string;
  metWith?: string;
  /** The file names no day, and the 1st of the month stands for it. */
  monthOnly?: true;
}
