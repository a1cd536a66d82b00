import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { mayRunTheHub, type Report, type REPORT_LIST, type SignedInUser } from '@tracker/contract';
import { stopWork } from '@tracker/work';
import { removeFile, ReportEntity } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { asStored, pageOfList } from '../http/list-statement';
import { forbidden } from '../http/problem';
import { refusing } from '../http/refusing';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { getReport, REPORT_CONDITIONS, SELECT_REPORT } from './report-list';

/** Files that are made in the background and kept for a week. */
@Injectable()
export class ReportsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  list(query: ListQuery<typeof REPORT_LIST>): Promise<Page<Report>> {
    const { filter, order } = query;
    const conditions = addFilters(new SqlConditions(), REPORT_CONDITIONS, filter);
    const select = SELECT_REPORT;
    const list = { select, conditions, order, rows: asStored<Report> };
    return pageOfList<Report, Report>(this.dataSource, list, query);
  }

  /** @throws 404 */
  get(id: string): Promise<Report> {
    return getReport(this.dataSource.manager, id);
  }

  /**
   * Gives up a report that is not made yet.
   *
   * @throws 404; 403 somebody else's, unless one runs the hub; 409 when it has ended
   */
  stop(id: string, user: SignedInUser): Promise<Report> {
    return this.transactions.write(async (manager) => {
      requireOwn(await getReport(manager, id), user, 'stop');
      await refusing(() => stopWork(manager, 'reports', id, user.name));
      return getReport(manager, id);
    });
  }

  /**
   * Takes a report away, finished or not, and its file.
   *
   * @throws 404; 403 somebody else's, unless one runs the hub
   */
  async remove(id: string, user: SignedInUser): Promise<Report> {
    return this.transactions.write(async (manager) => {
      const present = await getReport(manager, id);
      requireOwn(present, user, 'remove');
      const row = await manager.findOneBy(ReportEntity, { id });
      await manager.delete(ReportEntity, { id });
      if (row?.storedAs) await removeFile(manager, row.storedAs);
      return present;
    });
  }
}

function requireOwn(report: Report, user: SignedInUser, verb: string): void {
  if (report.requestedById === user.id || mayRunTheHub(user)) return;
  throw forbidden(`Only whoever asked for a report may ${verb} it.`);
}
