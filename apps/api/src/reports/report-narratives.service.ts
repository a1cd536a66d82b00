import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ReportNarrative } from '@tracker/contract';
import { EMPTY_NARRATIVE, isAcademicYear } from '@tracker/domain';
import { ReportNarrativeEntity, takeLock } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { refuseOtherChanges } from '../http/echoed-fields';
import { conflict, malformed } from '../http/problem';
import { Transactions } from '../http/transactions';
import type { ReportNarrativeDto } from './report-narratives.dto';

/** What the head writes around the figures of each academic year. */
@Injectable()
export class ReportNarrativesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** A year nobody has written for has empty texts. @throws 400 a year written wrongly */
  async get(
    academicYear: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReportNarrative> {
    if (!isAcademicYear(academicYear)) throw malformed('An academic year is written 2024-25.');
    const row = await manager.findOneBy(ReportNarrativeEntity, { academicYear });
    const { title, introduction, highlights, challenges, nextSteps } = row ?? EMPTY_NARRATIVE;
    return {
      ...{ id: academicYear, academicYear, version: row?.version ?? 0 },
      updatedAt: row?.updatedAt.toISOString() ?? null,
      ...{ title, introduction, highlights, challenges, nextSteps },
    };
  }

  /** @throws 409 with the texts as they are now, when someone else has saved them meanwhile */
  save(academicYear: string, sent: ReportNarrativeDto): Promise<ReportNarrative> {
    const { version, ...texts } = sent;
    return this.transactions.write(async (manager) => {
      // The row may not be there yet.
      await takeLock(manager, 'reportTexts', academicYear);
      const current = await this.get(academicYear, manager);
      if (current.version !== version) {
        throw conflict(
          'Someone else has saved the texts since you opened them. Compare both versions and choose.',
          current,
        );
      }
      refuseOtherChanges(sent, current);
      const row =
        (await manager.findOneBy(ReportNarrativeEntity, { academicYear })) ??
        manager.create(ReportNarrativeEntity, { academicYear });
      await manager.save(ReportNarrativeEntity, Object.assign(row, texts));
      return this.get(academicYear, manager);
    });
  }
}
