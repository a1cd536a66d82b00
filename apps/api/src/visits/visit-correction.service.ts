import { Injectable } from '@nestjs/common';
import { mayCorrect, type SignedInUser, type Visit } from '@tracker/contract';
import { type Day, outcomeProblems } from '@tracker/domain';
import { Clock, JobQueue } from '@tracker/work';
import {
  recordVisitEvent,
  sql,
  statement,
  VisitEntity,
  VisitOutcomeEntity,
  VisitOutcomeTagEntity,
  VisitPersonMetEntity,
} from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { conflict, forbidden, unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { moveVisitAnswers, saveVisitAnswers } from '../surveys/save-visit-answers';
import { readOutcomeFacts } from './outcome-facts';
import type { CorrectVisitDto } from './visit-outcome.dto';
import { VisitsService } from './visits.service';
import { findingsOf, writePeopleMet, writeTags } from './write-outcome';

const PUT_ON_DAY = statement(
  'visits.put-on-day',
  (id: string, visitedOn: Day) => sql`
  UPDATE visits SET visited_on = ${visitedOn}, version = version + 1, updated_at = now()
  WHERE id = ${id}`,
);

/** What was logged, put right: visibly, with who, when and why. */
@Injectable()
export class VisitCorrectionService {
  constructor(
    private readonly visits: VisitsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * What the correction leaves out stays as it is.
   * @throws 403 for others than whoever logged it and those who run the hub; 409 before it is logged
   */
  async correct(user: SignedInUser, id: string, input: CorrectVisitDto): Promise<Visit> {
    const visit = await this.transactions.write(async (manager) => {
      const present = () => this.visits.get(id, manager);
      const visit = await lockForChange(manager, VisitEntity, id, {
        what: 'the visit',
        version: input.version,
        present,
      });
      await requireWriteAtSchool(manager, user, visit.schoolId);
      const before = await present();
      if (before.status !== 'completed') {
        throw conflict('Only a visit that took place and is logged can be corrected.', before);
      }
      if (!mayCorrect(user, before)) {
        throw forbidden('Only whoever logged a visit, the head and administrators may correct it.');
      }
      await this.write(manager, user, before, input);
      await recordVisitEvent(manager, visit, {
        kind: 'corrected',
        byId: user.id,
        why: input.reason,
      });
      return present();
    });
    await this.jobs.nudge('refresh-priority-scores', {});
    return visit;
  }

  private async write(
    manager: EntityManager,
    user: SignedInUser,
    before: Visit,
    { version: _, reason, ...given }: CorrectVisitDto,
  ): Promise<void> {
    const { id, outcome } = before;
    // As it is stored: what readers are shown as "met with" may be the people's names.
    const stored = await manager.findOneBy(VisitOutcomeEntity, { visitId: id });
    const after = {
      ...{ summary: '', ...stored },
      visitedOn: before.visitedOn ?? this.clock.today(),
      strengthTagIds: outcome?.strengthTagIds ?? [],
      needTagIds: outcome?.needTagIds ?? [],
      ...given,
    };
    const { contacts, ...facts } = await readOutcomeFacts(manager, before.schoolId, after);
    const problems = outcomeProblems(after, { ...facts, today: this.clock.today() });
    if (problems.length > 0) throw unacceptable(problems);
    // The version of the visit rises with its outcome: they are one record to whoever reads them.
    await PUT_ON_DAY.run(manager, id, after.visitedOn);
    await manager.upsert(
      VisitOutcomeEntity,
      {
        visitId: id,
        ...findingsOf(after),
        loggedById: stored ? stored.loggedById : user.id,
        correctedAt: new Date(),
        correctedById: user.id,
        correctionReason: reason,
      },
      ['visitId'],
    );
    const { schoolId } = before;
    const { visitedOn } = after;
    await moveVisitAnswers(manager, id, visitedOn);
    if (given.survey) {
      const answered = { visitId: id, schoolId, visitedOn, userId: user.id };
      await saveVisitAnswers(manager, { ...answered, survey: given.survey });
    }
    if (given.peopleMet) {
      const left = outcome?.peopleMet.filter(({ contactId }) => contactId === null);
      await manager.delete(VisitPersonMetEntity, { visitId: id });
      await writePeopleMet(manager, before, given.peopleMet, contacts, left);
    }
    if (given.strengthTagIds ?? given.needTagIds) {
      await manager.delete(VisitOutcomeTagEntity, { visitId: id });
      await writeTags(manager, id, [...after.strengthTagIds, ...after.needTagIds]);
    }
  }
}
