import type { PlannedSchool } from './planned-school';
import type { Random } from './random';

const TRUSTS = [
  'Harrowmere Learning Trust',
  'Corven Valley Academies Trust',
  'The Saltline Schools Trust',
  'Tern and Tide Multi Academy Trust',
  'Wharfgate Partnership Trust',
  'The Lanternhead Education Trust',
  'Upland Harrowmere Schools Trust',
  'Five Bridges Academies Trust',
] as const;
const DIOCESAN_TRUST = 'Diocese of Linsborough Multi Academy Trust';
const CATHOLIC_TRUST = 'Our Lady of the Sea Catholic Academy Trust';

/** The trust of an academy or free school, null for a school that the authority maintains. */
export function trustOf(
  { establishmentType, faith, setting, name }: PlannedSchool,
  random: Random,
): string | null {
  if (!/academy|free school|technical college/i.test(establishmentType)) return null;
  if (faith === 'catholic') return CATHOLIC_TRUST;
  if (faith === 'anglican') return DIOCESAN_TRUST;
  // Some secondary schools have stayed on their own.
  if ((setting === 'secondary' || setting === 'college') && random.chance(0.3))
    return `${name.replace(/^The /, '')} Trust`;
  return random.pick(TRUSTS);
}
