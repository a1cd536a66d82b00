import type { Day } from '../day';
import type { SchoolStatus } from '../school-scope';

/**
 * A school as a row of the register gives it. What a key's absence means: leave what is known.
 *
 * - `urn`, `name`, `status` and `establishmentType` are always there.
 * - Lasting facts (the first group below) are there only when the row has a value. A file without
 *   them, or one with the column left blank, does not wipe what is known.
 * - The rest are there whenever the file has the column, and a blank cell is null: the school has
 *   no such thing any more (it left its trust, its closing was called off).
 */
export interface RegisterSchool {
  urn: number;
  name: string;
  status: SchoolStatus;
  establishmentType: string;

  establishmentGroup?: string;
  phase?: string;
  openedOn?: Day;
  laCode?: string;
  laName?: string;
  district?: string;
  /** Metres on the British National Grid; always both or neither. */
  easting?: number;
  northing?: number;
  /** Pupils on roll. */
  pupils?: number;
  /** Percentage of pupils eligible for free school meals, 0 to 100, to one decimal. */
  fsmPercent?: number;

  /** For a school that is still open, the day it is going to close. */
  closedOn?: Day | null;
  street?: string | null;
  locality?: string | null;
  town?: string | null;
  county?: string | null;
  postcode?: string | null;
  trust?: string | null;
  website?: string | null;
  telephone?: string | null;
}
