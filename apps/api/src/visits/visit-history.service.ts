import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VisitEvent } from '@tracker/contract';
import type { DataSource } from 'typeorm';
import { notFound } from '../http/problem';
import { IS_VISIT, VISIT_HISTORY } from './visit-history.queries';

/** What happened to a visit, the first first. */
@Injectable()
export class VisitHistoryService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws 404 */
  async of(visitId: string): Promise<VisitEvent[]> {
    if (!(await IS_VISIT.row(this.dataSource, visitId))) throw notFound('the visit');
    return VISIT_HISTORY.rows(this.dataSource, visitId);
  }
}
