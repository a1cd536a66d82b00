import { Injectable } from '@nestjs/common';
import type { SignedInUser, Visit } from '@tracker/contract';
import { type KnownPerson, type OutcomeProblem, outcomeProblems } from '@tracker/domain';
import { Clock } from '@tracker/work';
import { planOf, recordVisitEvent, VisitEntity, VisitOutcomeEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { requireWrite } from '../auth/access';
import { unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import { saveVisitAnswers } from '../surveys/save-visit-answers';
import { readOutcomeFacts } from './outcome-facts';
import type { LogVisitDto, OutcomeDto } from './visit-outcome.dto';
import type { VisitInStep } from './save-step';
import { VisitSteps } from './visit-steps';
import type { NewVisitDto } from './visits.dto';
import { VisitsService } from './visits.service';
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
    private readonly visits: VisitsService,
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
    return this.steps.take(step, (manager, visit) => this.complete(manager, user, visit, outcome));
  }

  /**
   * An unplanned visit: on record and logged in one, so that giving up leaves nothing. At a
   * school that has closed since it may still be logged; there it is only too late to plan one.
   */
  async createLogged(user: SignedInUser, planned: NewVisitDto, found: OutcomeDto): Promise<Visit> {
    const visit = await this.transactions.write(async (manager) => {
      const facts = await this.factsOf(manager, planned.schoolId, found);
      requireWrite(user, facts.regionId);
      refuseProblems(facts.problems);
      const before = planOf(manager.create(VisitEntity, planned));
      const logged = manager.create(VisitEntity, {
        ...planned,
        ...{ status: 'completed', visitedOn: found.visitedOn },
        visitorId: planned.visitorId ?? user.id,
      });
      await manager.insert(VisitEntity, logged);
      await this.write(manager, user, logged, { outcome: found, contacts: facts.contacts });
      await recordVisitEvent(manager, logged, { kind: 'completed', byId: user.id, before });
      return this.visits.get(logged.id, manager);
    });
    await this.steps.nudge();
    return visit;
  }

  /** Fills the visit in and writes all else there is to it. */
  private async complete(
    manager: EntityManager,
    user: SignedInUser,
    visit: VisitInStep,
    outcome: OutcomeDto,
  ): Promise<void> {
    const { contacts, problems } = await this.factsOf(manager, visit.schoolId, outcome);
    refuseProblems(problems);
    visit.visitedOn = outcome.visitedOn;
    visit.visitorId ??= user.id;
    await this.write(manager, user, visit, { outcome, contacts });
  }

  /** @throws 404 */
  private async factsOf(manager: EntityManager, schoolId: string, outcome: OutcomeDto) {
    const { contacts, regionId, ...facts } = await readOutcomeFacts(manager, schoolId, outcome);
    const problems = outcomeProblems(outcome, { ...facts, today: this.clock.today() });
    return { contacts, regionId, problems };
  }

  private async write(
    manager: EntityManager,
    user: SignedInUser,
    visit: Pick<VisitEntity, 'id' | 'schoolId'>,
    { outcome, contacts }: { outcome: OutcomeDto; contacts: readonly KnownPerson[] },
  ): Promise<void> {
    const {
      visitedOn,
      peopleMet = [],
      strengthTagIds = [],
      needTagIds = [],
      actions = [],
    } = outcome;
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

function refuseProblems(problems: OutcomeProblem[]): void {
  if (problems.length > 0) throw unacceptable(problems);
}
