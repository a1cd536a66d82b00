import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  FieldError,
  PlanDocument,
  PlanDocumentReading,
  SignedInUser,
} from '@tracker/contract';
import {
  checkFacts,
  type PlanDocumentStatus,
  planYearsProblem,
  type PlanValues,
} from '@tracker/domain';
import { PlanDocumentEntity, takeLock } from '@tracker/data';
import { Clock, JobQueue } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../../auth/access';
import { conflict, notFound, unacceptable } from '../../http/problem';
import { Transactions } from '../../http/transactions';
import { lockForChange } from '../../http/version';
import { factsToKeep, FORGET_FACTS, KEEP_FACTS } from './decision.queries';
import type { StoredFact } from './document.queries';
import { PlanDocumentsService } from './documents.service';
import type { PlanConfirmationDto, PlanRejectionDto } from './plan-documents.dto';
import { settlePlans } from './settle-plans';

const NOT_TO_CONFIRM: Partial<Record<PlanDocumentStatus, string>> = {
  reading: 'This document has not been read yet. Wait until it is.',
  unreadable: 'This document cannot be read. Capture the plan again.',
  rejected: 'This document was rejected. Capture it again.',
};
const NOT_TO_REJECT: Partial<Record<PlanDocumentStatus, string>> = {
  unreadable: 'This document cannot be read, so there is nothing to reject.',
  rejected: 'This document was rejected already.',
};

interface Decision {
  id: string;
  version: number;
  refused: Partial<Record<PlanDocumentStatus, string>>;
}

/** What a person makes of a captured plan: nothing of it counts before (rule 27). */
@Injectable()
export class PlanDecisionService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly documents: PlanDocumentsService,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Confirms a document, or corrects one that is confirmed. The plan is known from then on, and an
   * earlier document of the same years has lost its place.
   *
   * @throws 404; 403; 409 with the document as it is now in `current`; 422 naming the field
   */
  async confirm(
    user: SignedInUser,
    id: string,
    { version, academicYears, facts, shared = false }: PlanConfirmationDto,
  ): Promise<PlanDocumentReading> {
    const today = this.clock.today();
    return this.decide(user, { id, version, refused: NOT_TO_CONFIRM }, async (manager, held) => {
      const { fields, shareQuestion } = await this.documents.reading(id, manager);
      const suggested: PlanValues = Object.fromEntries(
        fields.map(({ field, value }) => [field, value]),
      );
      const checked = checkFacts(facts, suggested);
      const errors: FieldError[] = [...checked.problems];
      const years = planYearsProblem(academicYears, today);
      if (years !== null) errors.unshift({ field: 'academicYears', message: years });
      if (shareQuestion !== null && !shared) {
        errors.push({ field: 'shared', message: shareQuestion });
      }
      if (errors.length > 0) throw unacceptable(errors);
      const sorted = [...academicYears].sort();
      const isRight = sorted.join() === [...((suggested.academicYears ?? []) as string[])].join();
      const outcome = isRight ? ('right' as const) : ('changed' as const);
      const all = [{ field: 'academicYears' as const, outcome, value: sorted }, ...checked.facts];
      const kept = all.map((fact): StoredFact => {
        const read = fields.find(({ field }) => field === fact.field);
        const written = read?.passages.map(({ text }) => text).join('\n') || null;
        return { ...fact, mark: read?.mark ?? null, suggested: read?.value ?? null, written };
      });
      await FORGET_FACTS.run(manager, ...([id, kept.map(({ field }) => field)] as const));
      await KEEP_FACTS.run(manager, id, factsToKeep(kept));
      Object.assign(held, {
        ...{ status: 'confirmed', academicYear: sorted[0], lastAcademicYear: sorted.at(-1) },
        ...{ decidedOn: today, decidedById: user.id, shared: held.shared || shared },
      });
      await manager.save(PlanDocumentEntity, held);
      await settlePlans(manager, held.schoolId);
      return this.documents.reading(id, manager);
    });
  }

  /**
   * Throws a document away; of one that was confirmed everything is taken back, and a document whose
   * place it had taken counts again.
   *
   * @throws 404; 403; 409 with the document as it is now in `current`
   */
  async reject(
    user: SignedInUser,
    id: string,
    { version, reason }: PlanRejectionDto,
  ): Promise<PlanDocument> {
    const decidedOn = this.clock.today();
    return this.decide(user, { id, version, refused: NOT_TO_REJECT }, async (manager, held) => {
      await FORGET_FACTS.run(manager, id, []);
      Object.assign(held, {
        ...{ status: 'rejected', rejectReason: reason, decidedOn, decidedById: user.id },
        ...{ academicYear: null, lastAcademicYear: null },
      });
      await manager.save(PlanDocumentEntity, held);
      await settlePlans(manager, held.schoolId);
      return this.documents.get(id, manager);
    });
  }

  private async decide<T>(
    user: SignedInUser,
    { id, version, refused }: Decision,
    work: (manager: EntityManager, held: PlanDocumentEntity) => Promise<T>,
  ): Promise<T> {
    const found = await this.dataSource.getRepository(PlanDocumentEntity).findOneBy({ id });
    if (!found) throw notFound('the document');
    const answer = await this.transactions.write(async (manager) => {
      await requireWriteAtSchool(manager, user, found.schoolId);
      await takeLock(manager, 'planDecision', found.schoolId);
      const present = () => this.documents.reading(id, manager);
      const held = await lockForChange(manager, PlanDocumentEntity, id, {
        ...{ what: 'the document', version, present },
      });
      const why = refused[held.status];
      if (why !== undefined) throw conflict(why, await present());
      return work(manager, held);
    });
    await this.jobs.nudge('refresh-priority-scores', {});
    return answer;
  }
}
