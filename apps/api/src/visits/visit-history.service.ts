import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VisitEvent } from '@tracker/contract';
import type { DataSource } from 'typeorm';
import { notFound } from '../http/problem';
import { VISIT_HISTORY } from './visit-history.queries';

/** What happened to a visit, the first first. */
@Injectable()
export class VisitHistoryService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws 404 */
  async of(visitId: string): Promise<VisitEvent[]> {
    const [visit]: unknown[] = await this.dataSource.query('SELECT FROM visits WHERE id = $1', [
      visitId,
    ]);
    if (!visit) throw notFound('the visit');
    return this.dataSource.query(VISIT_HISTORY, [visitId]);
  }
}
