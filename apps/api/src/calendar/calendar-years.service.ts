import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BankHolidayYear, SchoolYear } from '@tracker/contract';
import { checkBankHolidays, checkSchoolYear, isAcademicYear } from '@tracker/domain';
import { BankHolidayYearEntity, type RecordEntity, SchoolYearEntity } from '@tracker/data';
import type { DataSource, EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import { refuseOtherChanges } from '../http/echoed-fields';
import { malformed, notFound, unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange, requireVersion } from '../http/version';
import { bankHolidayYearOf, schoolYearOf } from './calendar-rows';
import type { SaveBankHolidayYearDto, SaveSchoolYearDto } from './calendar.dto';

/** Term dates and bank holidays by their year, as people keep them. */
@Injectable()
export class CalendarYearsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async schoolYears(): Promise<SchoolYear[]> {
    const rows = await this.dataSource.manager.find(SchoolYearEntity, { order: { year: 'DESC' } });
    return rows.map(schoolYearOf);
  }

  async bankHolidayYears(): Promise<BankHolidayYear[]> {
    const order = { year: 'DESC' } as const;
    const rows = await this.dataSource.manager.find(BankHolidayYearEntity, { order });
    return rows.map(bankHolidayYearOf);
  }

  /** @throws 404 */
  async schoolYear(year: string): Promise<SchoolYear> {
    const row = await this.dataSource.manager.findOneBy(SchoolYearEntity, { year });
    if (!row) throw notFound(`the school year ${year}`);
    return schoolYearOf(row);
  }

  /** @throws 404 */
  async bankHolidayYear(text: string): Promise<BankHolidayYear> {
    const year = readYear(text);
    const row = await this.dataSource.manager.findOneBy(BankHolidayYearEntity, { year });
    if (!row) throw notFound(`the year ${year}`);
    return bankHolidayYearOf(row);
  }

  saveSchoolYear(year: string, sent: SaveSchoolYearDto): Promise<SchoolYear> {
    if (!isAcademicYear(year)) throw malformed('An academic year is written 2024-25.');
    const { version, firstDay, lastDay, holidays } = sent;
    const inOrder = [...holidays].sort((a, b) => (a.from < b.from ? -1 : 1));
    const faults = checkSchoolYear({ year, firstDay, lastDay, holidays: inOrder });
    if (faults.length > 0) throw unacceptable(faults);
    return this.transactions.write(async (manager) => {
      const row = await this.take(manager, SchoolYearEntity, { year }, version, schoolYearOf);
      if (row.version !== undefined) refuseOtherChanges(sent, schoolYearOf(row));
      const plain = inOrder.map(({ name, from, to }) => ({ name, from, to }));
      const dates = { year, firstDay, lastDay, holidays: plain };
      return schoolYearOf(await manager.save(SchoolYearEntity, Object.assign(row, dates)));
    });
  }

  saveBankHolidayYear(text: string, sent: SaveBankHolidayYearDto): Promise<BankHolidayYear> {
    const year = readYear(text);
    const days = sent.days
      .map(({ day, name }) => ({ day, name }))
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    const faults = checkBankHolidays(year, days);
    if (faults.length > 0) throw unacceptable(faults);
    const { version } = sent;
    return this.transactions.write(async (manager) => {
      const row = await this.take(
        ...([manager, BankHolidayYearEntity, { year }, version, bankHolidayYearOf] as const),
      );
      if (row.version !== undefined) refuseOtherChanges(sent, bankHolidayYearOf(row));
      const saved = await manager.save(BankHolidayYearEntity, Object.assign(row, { year, days }));
      return bankHolidayYearOf(saved);
    });
  }

  /** The record of a year, locked; a new one when there is none. */
  private async take<E extends RecordEntity>(
    manager: EntityManager,
    entity: EntityTarget<E> & (new () => E),
    where: FindOptionsWhere<E>,
    version: number | undefined,
    shown: (row: E) => unknown,
  ): Promise<E> {
    const present = await manager.findOneBy(entity, where);
    if (!present) return new entity();
    const what = 'the dates of this year';
    return lockForChange(manager, entity, present.id, {
      ...{ what, version: requireVersion(version) },
      present: async () => shown(present),
    });
  }
}

/** @throws 400 */
function readYear(text: string): number {
  if (!/^(19|20|21)\d\d$/.test(text)) throw malformed('A calendar year is written 2025.');
  return Number(text);
}
