import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PlanningWindows } from '@tracker/contract';
import { type AcademicYear, checkWindows, isAcademicYear } from '@tracker/domain';
import { getSchoolCalendar, PlanningWindowsEntity, readWindows } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { refuseOtherChanges } from '../http/echoed-fields';
import { malformed, unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange, requireVersion } from '../http/version';
import type { SavePlanningWindowsDto } from './capacity.dto';

/** Days of a year on which schools of some phases are not visited. */
@Injectable()
export class PlanningWindowsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Those on record, else those to begin with. @throws 400 no academic year */
  async get(
    academicYear: AcademicYear,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PlanningWindows> {
    if (!isAcademicYear(academicYear)) throw malformed('An academic year is written 2024-25.');
    const calendar = await getSchoolCalendar(manager);
    return { academicYear, ...(await readWindows(manager, academicYear, calendar)) };
  }

  /** @throws 400; 422 naming the field; 409 */
  save(academicYear: AcademicYear, sent: SavePlanningWindowsDto): Promise<PlanningWindows> {
    if (!isAcademicYear(academicYear)) throw malformed('An academic year is written 2024-25.');
    const windows = sent.windows
      .map(({ words, from, to, phases }) => ({ words, from, to, phases }))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    const faults = checkWindows(academicYear, sent.windows);
    if (faults.length > 0) throw unacceptable(faults);
    return this.transactions.write(async (manager) => {
      const present = () => this.get(academicYear, manager);
      const row = await manager.findOneBy(PlanningWindowsEntity, { academicYear });
      const held = row
        ? await lockForChange(manager, PlanningWindowsEntity, row.id, {
            ...{ what: 'the windows of this year', version: requireVersion(sent.version), present },
          })
        : manager.create(PlanningWindowsEntity, { academicYear });
      refuseOtherChanges(sent, await present());
      await manager.save(Object.assign(held, { windows }));
      return present();
    });
  }
}
