import type { SchoolSaying } from '@tracker/contract';
import { checkSchoolSaid, type Day, type SchoolSaid } from '@tracker/domain';
import { unacceptable } from '../http/problem';

/** What a school says, whole. */
export const sayingOf = (sent: SchoolSaying): SchoolSaid => ({
  reason: sent.reason || null,
  notBefore: sent.notBefore ?? null,
  neverWeekdays: [...(sent.neverWeekdays ?? [])].sort((a, b) => a - b),
  cannot: (sent.cannot ?? []).map(({ from, to }) => ({ from, to })),
});

/** @throws 422 naming each field */
export function readSaying(sent: SchoolSaying, today: Day): SchoolSaid {
  const said = sayingOf(sent);
  const faults = checkSchoolSaid(said, today);
  if (faults.length > 0) throw unacceptable(faults);
  return said;
}
