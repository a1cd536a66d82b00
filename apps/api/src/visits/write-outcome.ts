import { type KnownPerson, peopleNoted } from '@tracker/domain';
import {
  ContactEntity,
  FollowUpActionEntity,
  recordVisitEvent,
  VisitEntity,
  type VisitOutcomeEntity,
  VisitOutcomeTagEntity,
  VisitPersonMetEntity,
} from '@tracker/data';
import { queueActionMail } from '@tracker/work';
import type { EntityManager } from 'typeorm';
import type {
  FollowUpVisitDto,
  AgreedActionDto,
  OutcomeDto,
  PersonMetDto,
} from './visit-outcome.dto';

type Findings = Pick<
  VisitOutcomeEntity,
  'metWith' | 'summary' | 'strengths' | 'needs' | 'engagementLevel' | 'engagementReason'
>;

/** The texts and the level of a log as they are stored: blank is nothing. */
export function findingsOf(outcome: Partial<OutcomeDto> & { summary: string }): Findings {
  return {
    metWith: outcome.metWith || null,
    summary: outcome.summary,
    strengths: outcome.strengths || null,
    needs: outcome.needs || null,
    engagementLevel: outcome.engagementLevel ?? null,
    engagementReason: outcome.engagementReason || null,
  };
}

type AtVisit = Pick<VisitEntity, 'id' | 'schoolId'>;

/**
 * Puts down whom the visitor met; new people become contacts.
 *
 * @param left met as it stood before, and no contacts any more
 */
export async function writePeopleMet(
  manager: EntityManager,
  { id: visitId, schoolId }: AtVisit,
  people: readonly PersonMetDto[],
  contacts: readonly KnownPerson[],
  left: readonly Omit<KnownPerson, 'id'>[] = [],
): Promise<void> {
  const noted = peopleNoted(people, contacts, left);
  const added = noted.filter(({ isNew }) => isNew);
  const created = await manager.insert(
    ContactEntity,
    added.map(({ name, role, email, telephone }) => ({ schoolId, name, role, email, telephone })),
  );
  const newIds = created.identifiers.map(({ id }) => id as string);
  await manager.insert(
    VisitPersonMetEntity,
    noted.map(({ id, name, role, isNew }, position) => ({
      visitId,
      position,
      contactId: isNew ? (newIds.shift() ?? null) : id,
      name,
      role,
    })),
  );
}

/** Puts down what was ticked. */
export async function writeTags(
  manager: EntityManager,
  visitId: string,
  tagIds: readonly string[],
): Promise<void> {
  await manager.insert(
    VisitOutcomeTagEntity,
    [...new Set(tagIds)].map((tagId) => ({ visitId, tagId })),
  );
}

/**
 * Puts down what was agreed; whoever else is to do something of it is told.
 *
 * @param userId who logs: the owner of the actions that name none
 */
export async function writeActions(
  manager: EntityManager,
  { id: visitId, schoolId }: AtVisit,
  actions: readonly AgreedActionDto[],
  userId: string,
): Promise<void> {
  const agreed = actions.map((action) =>
    manager.create(FollowUpActionEntity, {
      ...action,
      schoolId,
      visitId,
      ownerId: action.ownerId ?? userId,
      dueOn: action.dueOn ?? null,
    }),
  );
  // Fills in what the database gives: the ids and versions that the mails are known by.
  await manager.insert(FollowUpActionEntity, agreed);
  for (const action of agreed) {
    await queueActionMail(manager, action, { ownerBefore: null, byId: userId });
  }
}

/** A visit agreed at another one; whoever logs goes again unless somebody else is named. */
export async function writeFollowUpVisit(
  manager: EntityManager,
  { id: followsVisitId, schoolId }: AtVisit,
  { scheduledOn, startTime, visitorId, reason }: FollowUpVisitDto,
  userId: string,
): Promise<void> {
  const status = scheduledOn ? 'scheduled' : 'proposed';
  const plan = {
    schoolId,
    scheduledOn: scheduledOn ?? null,
    startTime: scheduledOn ? (startTime ?? null) : null,
    visitorId: visitorId ?? userId,
  };
  const { identifiers } = await manager.insert(VisitEntity, {
    ...plan,
    ...{ followsVisitId, kind: 'follow_up', purpose: reason, status },
  });
  const id = identifiers[0]?.id as string;
  await recordVisitEvent(
    manager,
    { ...plan, id },
    { kind: status, byId: userId, why: reason, created: true },
  );
}
