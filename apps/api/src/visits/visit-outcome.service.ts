import { Injectable } from '@nestjs/common';
import type { SignedInUser, Visit } from '@tracker/contract';
import { outcomeProblems } from '@tracker/domain';
import { Clock, VisitEntity, VisitOutcomeEntity } from '@tracker/server';
import type { EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import { saveVisitAnswers } from '../surveys/save-visit-answers';
import { readOutcomeFacts } from './outcome-facts';
import type { LogVisitDto, OutcomeDto } from './visit-outcome.dto';
import { VisitSteps } from './visit-steps';
import type { NewVisitDto } from './visits.dto';
import {
  findingsOf,
  writeActions,
  writeFollowUpVisit,
  writePeopleMet,
  writeTags,
} from './write-outcome';

/** What was found at a visit and what was agreed there. */
@Injectable()
export class VisitOutcomeService {
  constructor(
    private readonly steps: VisitSteps,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes what was found and agreed and completes the visit, all or nothing. What was planned may
   * have changed meanwhile; only a log that was written about another school is handed back.
   */
  log(user: SignedInUser, id: string, input: LogVisitDto): Promise<Visit> {
    const { version, schoolId, ...outcome } = input;
    const step = { user, id, command: 'complete', version, schoolId } as const;
    return this.steps.take(step, (manager, visit) => this.write(manager, user, visit, outcome));
  }

  /**
   * An unplanned visit: on record and logged in one, so that giving up leaves nothing. At a
   * school that has closed since it may still be logged; there it is only too late to plan one.
   */
  async createLogged(user: SignedInUser, planned: NewVisitDto, found: OutcomeDto) {
    const visit = await this.transactions.write(async (manager) => {
      await requireWriteAtSchool(manager, user, planned.schoolId);
      const status = planned.scheduledOn ? 'scheduled' : 'proposed';
      const { id } = await manager.save(
        VisitEntity,
        manager.create(VisitEntity, { ...planned, status }),
      );
      return this.steps.takeIn(manager, { user, id, command: 'complete' }, (_, visit) =>
        this.write(manager, user, visit, found),
      );
    });
    await this.steps.nudge();
    return visit;
  }

  private async write(
    manager: EntityManager,
    user: SignedInUser,
    visit: VisitEntity,
    outcome: OutcomeDto,
  ): Promise<void> {
    const { contacts, ...facts } = await readOutcomeFacts(manager, visit.schoolId, outcome);
    const problems = outcomeProblems(outcome, { ...facts, today: this.clock.today() });
    if (problems.length > 0) throw unacceptable(problems);
    const {
      visitedOn,
      peopleMet = [],
      strengthTagIds = [],
      needTagIds = [],
      actions = [],
    } = outcome;
    visit.visitedOn = visitedOn;
    visit.visitorId ??= user.id;
    await manager.insert(VisitOutcomeEntity, {
      visitId: visit.id,
      ...findingsOf(outcome),
      loggedById: user.id,
    });
    await writePeopleMet(manager, visit, peopleMet, contacts);
    await writeTags(manager, visit.id, [...strengthTagIds, ...needTagIds]);
    await writeActions(manager, visit, actions, user.id);
    const { survey } = outcome;
    if (survey) {
      const { id: visitId, schoolId } = visit;
      await saveVisitAnswers(manager, { visitId, schoolId, visitedOn, survey, userId: user.id });
    }
    if (outcome.followUpVisit) {
      await writeFollowUpVisit(manager, visit, outcome.followUpVisit, user.id);
    }
  }
}
