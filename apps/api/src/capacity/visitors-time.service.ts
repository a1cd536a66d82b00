import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VisitorsTime } from '@tracker/contract';
import {
  academicYearSpan,
  type AcademicYear,
  bookingsNeeded,
  capacitySum,
  planYearOf,
  splitTarget,
} from '@tracker/domain';
import { getCancelShare } from '@tracker/data';
import { Clock, getSchoolCalendar } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { TargetsService } from '../targets/targets.service';
import { capacityOf } from './capacity-of';
import { CAPACITIES_OF_YEAR } from './capacity.queries';

/** What all visitors can take in a year, beside what is needed. */
@Injectable()
export class VisitorsTimeService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly targets: TargetsService,
    private readonly clock: Clock,
  ) {}

  async get(academicYear: AcademicYear): Promise<VisitorsTime> {
    const { manager } = this.dataSource;
    const { opensOn, closesOn } = academicYearSpan(academicYear);
    const rows = await CAPACITIES_OF_YEAR.rows(manager, opensOn, closesOn);
    const target = await this.targets.get(academicYear);
    const cancelShare = await getCancelShare(manager, this.clock.today());
    const calendar = await getSchoolCalendar(manager);
    const year = planYearOf(calendar, academicYear);
    const needed = bookingsNeeded(target.visits, cancelShare);
    const shares = splitTarget(
      needed,
      target.regions.map(({ regionId: id, visits, schoolsInScope: schools }) => ({
        ...{ id, weight: visits, schools },
      })),
    );
    const visitors = rows.map(({ regionIds, away, ...row }) => ({
      ...{ regionIds, away, capacity: capacityOf(row) },
    }));
    const sum = capacitySum({
      ...{ schoolDays: year.schoolDays, halfTerms: year.halfTerms },
      visitors: visitors.map(({ regionIds, away, capacity }) => ({
        ...{ id: capacity.id, regionIds, away, weekdays: capacity.weekdays },
        ...{ perDay: capacity.perDay, perWeek: capacity.perWeek },
        perHalfTerm: capacity.perHalfTerm,
      })),
      regions: [...shares].map(([id, share]) => ({ id, needed: share })),
    });
    return {
      ...{ academicYear, isAssumed: year.assumed, wanted: target.visits, cancelShare },
      ...{ places: sum.places, needed, short: sum.short },
      visitors: visitors.map(({ regionIds, capacity }) => ({
        ...{ ...capacity, regionIds, places: sum.byVisitor.get(capacity.id) ?? 0 },
      })),
    };
  }
}
