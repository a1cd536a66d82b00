import { Injectable } from '@nestjs/common';
import type { SignedInUser, Visit } from '@tracker/contract';
import { checkVisitedOn } from '@tracker/domain';
import { Clock, FollowUpActionEntity, VisitOutcomeEntity } from '@tracker/server';
import { unacceptableField } from '../http/problem';
import { requireStaff } from '../users/require-staff';
import { VisitSteps } from './visit-steps';
import type { LogVisitDto } from './visits.dto';

/** What was found at a visit and what was agreed there. */
@Injectable()
export class VisitOutcomeService {
  constructor(
    private readonly steps: VisitSteps,
    private readonly clock: Clock,
  ) {}

  /** Writes outcome and actions and completes the visit, all or nothing. */
  log(user: SignedInUser, id: string, input: LogVisitDto): Promise<Visit> {
    const { version, visitedOn, metWith, summary, actions = [] } = input;
    return this.steps.take({ user, id, command: 'complete', version }, async (manager, visit) => {
      const problem = checkVisitedOn(visitedOn, this.clock.today());
      if (problem) throw unacceptableField('visitedOn', problem);
      visit.visitedOn = visitedOn;
      visit.visitorId ??= user.id;
      await manager.insert(VisitOutcomeEntity, {
        visitId: id,
        metWith: metWith?.trim() || null,
        summary: summary.trim(),
        loggedById: user.id,
      });
      for (const [index, action] of actions.entries()) {
        await requireStaff(manager, `actions.${index}.ownerId`, action.ownerId);
      }
      const { schoolId } = visit;
      await manager.insert(
        FollowUpActionEntity,
        actions.map((action) => ({
          ...action,
          schoolId,
          visitId: id,
          ownerId: action.ownerId ?? user.id,
        })),
      );
    });
  }
}
