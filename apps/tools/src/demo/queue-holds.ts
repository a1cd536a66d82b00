import { addDays, type Day } from '@tracker/domain';
import type { QueueHoldEntity } from '@tracker/data';
import type { Random } from './random';
import type { DemoSchool } from './schools';
import type { Visited } from './visit-history';

const HOLDS = [
  ['pin', 'New head teacher wants to build up music and asked us to come soon.', 4, 24],
  ['pin', 'Ward councillor has asked about the school; visit before the board meets.', 9, 33],
  ['snooze', 'Building work: no visitors until the new hall is handed over.', 20, 75],
  ['snooze', 'Inspection expected; the head teacher asked for a visit next term.', 6, 48],
] as const;

/** Two schools pinned to the top of the queue and two snoozed, none of them with a visit to come. */
export function buildHolds(
  { never, longAgo, recently }: Visited,
  planned: ReadonlySet<DemoSchool>,
  headId: string,
  today: Day,
  random: Random,
): QueueHoldEntity[] {
  const candidates = [recently, longAgo, longAgo, never].map((group) =>
    group.filter((school) => !planned.has(school)),
  );
  const held = new Set<DemoSchool>();
  return HOLDS.map(([kind, reason, setDaysAgo, daysLeft], index) => {
    const free = (candidates[index] ?? []).filter((school) => !held.has(school));
    const school = random.pick(free);
    held.add(school);
    return {
      id: random.uuid(),
      schoolId: school.row.id,
      kind,
      reason,
      untilOn: addDays(today, daysLeft),
      createdById: headId,
      createdAt: new Date(`${addDays(today, -setDaysAgo)}T10:${random.int(10, 59)}:00Z`),
      liftedAt: null,
      liftedById: null,
    };
  });
}
