import { addDays, type Day } from '@tracker/domain';
import type { VisitEventEntity, VisitOutcomeEntity } from '@tracker/data';
import type { Random } from './random';
import type { VisitRow } from './visit-book';

/** Older visits were brought over from the shared spreadsheet, in one go. */
const BROUGHT_OVER_AFTER = 800;

type Happening = Partial<VisitEventEntity> & Pick<VisitEventEntity, 'kind' | 'at' | 'byId'>;

/** Where the story of the visits is told from. */
export interface Diary {
  visits: readonly VisitRow[];
  outcomes: readonly VisitOutcomeEntity[];
  /** Whoever brought the spreadsheet over. */
  admin: string;
  head: string;
}

/** What happened to every visit and when: planned, agreed, called off, logged; nothing after yesterday. */
export function buildVisitEvents(diary: Diary, today: Day, random: Random): VisitEventEntity[] {
  const outcomes = new Map(diary.outcomes.map((outcome) => [outcome.visitId, outcome]));
  const broughtOver = addDays(today, -BROUGHT_OVER_AFTER);
  return diary.visits.flatMap((visit) => {
    const { scheduledOn, startTime, visitorId } = visit;
    const isOld = (visit.visitedOn ?? scheduledOn ?? today) < broughtOver;
    const happenings = isOld
      ? [{ kind: 'imported' as const, at: at(broughtOver, random), byId: diary.admin }]
      : storyOf(visit, outcomes.get(visit.id), { today, head: diary.head, random });
    return happenings.map((happening): VisitEventEntity => ({
      id: random.uuid(),
      visitId: visit.id,
      why: null,
      cancelledBy: null,
      scheduledOnBefore: null,
      scheduledOn,
      startTimeBefore: null,
      startTime,
      visitorIdBefore: null,
      visitorId,
      schoolIdBefore: null,
      schoolId: null,
      overrode: [],
      ...happening,
    }));
  });
}

function storyOf(
  visit: VisitRow,
  outcome: VisitOutcomeEntity | undefined,
  { today, head, random }: { today: Day; head: string; random: Random },
): Happening[] {
  const { status, scheduledOn, visitorId } = visit;
  const byId = visitorId ?? head;
  const yesterday = addDays(today, -1);
  const logged: Happening[] = outcome
    ? [{ kind: 'completed', at: outcome.loggedAt, byId: outcome.loggedById }]
    : [];
  if (scheduledOn === null) {
    const proposed = {
      kind: 'proposed' as const,
      at: at(addDays(yesterday, -random.int(0, 20)), random),
    };
    return outcome ? logged : [{ ...proposed, byId: head }];
  }
  const last = scheduledOn < yesterday ? scheduledOn : yesterday;
  const planned = addDays(last, -random.int(12, 40));
  const between = () => at(addDays(last, -random.int(2, 10)), random);
  const story: Happening[] = [{ kind: 'scheduled', at: at(planned, random), byId }];
  const agreed = status === 'confirmed' || (outcome !== undefined && random.chance(0.8));
  if (agreed) story.push({ kind: 'confirmed', at: between(), byId });
  if (status === 'cancelled') {
    const { cancelledBy, cancelReason: why } = visit;
    story.push({ kind: 'cancelled', at: between(), byId, cancelledBy, why });
  }
  if (status === 'not_held') {
    story.push({ kind: 'not_held', at: at(last, random), byId, why: visit.notHeldReason });
  }
  return [...story, ...logged];
}

/** Some minute of a day at work. */
function at(day: Day, random: Random): Date {
  const minute = String(random.int(0, 59)).padStart(2, '0');
  return new Date(`${day}T${String(random.int(9, 15)).padStart(2, '0')}:${minute}:00Z`);
}

/** The instants between which a visit's record was written, by its id. */
export function spansOf(
  events: readonly VisitEventEntity[],
): Map<string, { createdAt: Date; updatedAt: Date }> {
  const spans = new Map<string, { createdAt: Date; updatedAt: Date }>();
  for (const { visitId, at: instant } of events) {
    const span = spans.get(visitId);
    if (!span) spans.set(visitId, { createdAt: instant, updatedAt: instant });
    else if (instant > span.updatedAt) span.updatedAt = instant;
    else if (instant < span.createdAt) span.createdAt = instant;
  }
  return spans;
}
