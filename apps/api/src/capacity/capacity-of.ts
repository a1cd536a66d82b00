import type { VisitorCapacityOnRecord } from '@tracker/contract';
import { ASSUMED_CAPACITY } from '@tracker/domain';
import type { CapacityRow } from './capacity.queries';

/** What is on record of a visitor, else what is taken of everybody. */
export function capacityOf(row: CapacityRow): VisitorCapacityOnRecord {
  const { id, name, version, startsFrom } = row;
  return {
    ...{ id, name, version, isAssumed: version === null },
    perDay: row.perDay ?? ASSUMED_CAPACITY.perDay,
    perWeek: row.perWeek ?? ASSUMED_CAPACITY.perWeek,
    perHalfTerm: row.perHalfTerm ?? ASSUMED_CAPACITY.perHalfTerm,
    weekdays: row.weekdays ?? ASSUMED_CAPACITY.weekdays,
    startsFrom,
  };
}
