import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type SignedInUser, type VisitorAbsence, VISITOR_ABSENCE_LIST } from '@tracker/contract';
import { checkSpan } from '@tracker/domain';
import { raw, sql, VisitorAbsenceEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { addFilters, type FilterConditions, is, isOneOfIds } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound, unacceptable, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import type { NewVisitorAbsenceDto } from './capacity.dto';
import { READ_ABSENCE, READ_CAPACITY, SELECT_ABSENCE } from './capacity.queries';
import { requireTimeOf } from './require-time-of';

export const ABSENCE_SPEC: ListSpec<typeof VISITOR_ABSENCE_LIST> = {
  filters: VISITOR_ABSENCE_LIST.filters,
  sorts: { id: 'a.id', from: 'a.from_day', userName: 'u.name COLLATE "und-x-icu"' },
  defaultOrder: 'a.from_day DESC',
  tieBreak: 'a.id',
};

const CONDITIONS: FilterConditions<typeof VISITOR_ABSENCE_LIST> = {
  id: isOneOfIds('a.id'),
  userId: is('a.user_id'),
  from: (day) => sql`${raw('a.to_day')} >= ${day}::date`,
  to: (day) => sql`${raw('a.from_day')} <= ${day}::date`,
};

/** From when to when visitors are away; two of one person may overlap. */
@Injectable()
export class VisitorAbsencesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  list(query: ListQuery<typeof VISITOR_ABSENCE_LIST>): Promise<Page<VisitorAbsence>> {
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter);
    const list = { select: SELECT_ABSENCE, conditions, order: query.order };
    return pageOf<VisitorAbsence>(this.dataSource, list, query);
  }

  /** @throws 403; 422 naming the field */
  create(user: SignedInUser, { userId, from, to }: NewVisitorAbsenceDto): Promise<VisitorAbsence> {
    requireTimeOf(user, userId);
    const faults = checkSpan('', { from, to });
    if (faults.length > 0) throw unacceptable(faults);
    return this.transactions.write(async (manager) => {
      if (!(await READ_CAPACITY.row(manager, userId))) {
        throw unacceptableField('userId', 'Nobody with this id visits schools.');
      }
      const made = manager.create(VisitorAbsenceEntity, { userId, fromDay: from, toDay: to });
      return read(manager, (await manager.save(made)).id);
    });
  }

  /** @throws 404; 403 */
  remove(user: SignedInUser, id: string): Promise<VisitorAbsence> {
    return this.transactions.write(async (manager) => {
      const absence = await read(manager, id);
      requireTimeOf(user, absence.userId);
      await manager.delete(VisitorAbsenceEntity, id);
      return absence;
    });
  }
}

async function read(manager: EntityManager, id: string): Promise<VisitorAbsence> {
  const absence = await READ_ABSENCE.row(manager, id);
  if (!absence) throw notFound('the absence');
  return absence;
}
