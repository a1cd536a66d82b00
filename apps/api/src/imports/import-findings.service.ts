import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FINDING_LIST, Import, ImportFinding, SignedInUser } from '@tracker/contract';
import { closingReason } from '@tracker/domain';
import { decideOnSchools, JobQueue } from '@tracker/work';
import { ImportEntity, sql } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound } from '../http/problem';
import { refusing } from '../http/refusing';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { FINDING_CONDITIONS, type FindingRow, FINDINGS } from './findings.queries';
import type { ImportDecisionDto } from './imports.dto';
import { ImportsService } from './imports.service';

/** What an import found in a register, and what people decide about it. */
@Injectable()
export class ImportFindingsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly imports: ImportsService,
    private readonly jobs: JobQueue,
  ) {}

  /** @throws 404 */
  async list(
    importId: string,
    query: ListQuery<typeof FINDING_LIST>,
  ): Promise<Page<ImportFinding>> {
    const record = await this.dataSource.getRepository(ImportEntity).findOneBy({ id: importId });
    if (!record) throw notFound('the import');
    const ofImport = new SqlConditions().add(sql`f.import_id = ${importId}`);
    const conditions = addFilters(ofImport, FINDING_CONDITIONS, query.filter);
    const select = FINDINGS.write();
    const page = await pageOf<FindingRow>(
      this.dataSource,
      { select, conditions, order: query.order },
      query,
    );
    return { ...page, rows: page.rows.map((row) => findingOf(row, record)) };
  }

  /** @throws 404; 409 for a dry run, or an import that is undone */
  async decide(
    importId: string,
    { decision, findingIds }: ImportDecisionDto,
    user: SignedInUser,
  ): Promise<Import> {
    await this.imports.get(importId);
    const decided = await this.transactions.write(async (manager) => {
      const asked = { importId, decision, ids: findingIds ?? null, userId: user.id };
      await refusing(() => decideOnSchools(manager, asked));
      return this.imports.get(importId, manager);
    });
    await this.jobs.nudge('refresh-priority-scores', {});
    return decided;
  }
}

function findingOf(row: FindingRow, { register, fileName }: ImportEntity): ImportFinding {
  const { openedOn, successorId, successorUrn, successorName, successorOpenedOn, linked, ...rest } =
    row;
  const { kind, value, message } = rest;
  const successor =
    successorId && successorUrn !== null && successorName
      ? { id: successorId, urn: successorUrn, name: successorName }
      : null;
  if (kind !== 'not_listed' && kind !== 'beside_successor') return { ...rest, successor };
  const reason = closingReason({
    ...{ kind, fileName: value ?? fileName, openedOn },
    openOnly: register?.openOnly ?? false,
    latestDay: register?.latestDay ?? null,
    successor: successor && { ...successor, openedOn: successorOpenedOn, linked },
  });
  return { ...rest, message: reason || message, successor };
}
