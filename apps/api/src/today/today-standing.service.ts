import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CycleStandingToday, NextHalfTerm, YearStanding } from '@tracker/contract';
import {
  academicYearOf,
  type HubCalendar,
  nextHalfTerm,
  type SchoolCalendar,
  type VisitKind,
  visitsAtPace,
} from '@tracker/domain';
import { Clock, getSchoolCalendar } from '@tracker/work';
import { getYearTarget, standingOfCycle, standingOfYear } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { VisitCyclesService } from '../visit-cycles/visit-cycles.service';
import { TodayCounts } from './today-counts.service';
import { bookedIn } from './today-figures';

/** Where the year and the cycle stand: the rules' words about two counts. */
@Injectable()
export class TodayStanding {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cycles: VisitCyclesService,
    private readonly counts: TodayCounts,
    private readonly clock: Clock,
  ) {}

  /**
   * @param visits counting visits of this academic year
   * @param planning kinds that do not count, for whoever plans; null for others
   */
  async standing(
    visits: number,
    planning: readonly VisitKind[] | null,
  ): Promise<{
    year: YearStanding;
    cycle: CycleStandingToday;
    nextHalfTerm: NextHalfTerm | null;
  }> {
    const today = this.clock.today();
    const academicYear = academicYearOf(today);
    const { manager } = this.dataSource;
    const { visits: target } = await getYearTarget(manager, academicYear);
    const calendar = await getSchoolCalendar(manager);
    const now = { calendar, year: academicYear, day: today, visits, target };
    return {
      year: { academicYear, target, visits, ...standingOfYear(now) },
      cycle: await this.cycle(calendar, target),
      nextHalfTerm: planning && (await this.nextHalfTerm(calendar, planning)),
    };
  }

  /** What is planned ahead, against the pace of the year it is in. */
  private async nextHalfTerm(
    calendar: HubCalendar,
    kindsNotCounting: readonly VisitKind[],
  ): Promise<NextHalfTerm | null> {
    const next = nextHalfTerm(calendar, this.clock.today());
    if (!next) return null;
    const { name, year, from, to } = next;
    const { visits: target } = await getYearTarget(this.dataSource.manager, year);
    const booked = await this.counts.countOf(bookedIn(next, kindsNotCounting));
    return { name, from, to, booked, atPace: visitsAtPace(target, calendar, year, next) };
  }

  private async cycle(calendar: SchoolCalendar, target: number): Promise<CycleStandingToday> {
    const today = this.clock.today();
    const cycle = await this.cycles.getCurrent();
    const { startsIn, closesOn, schoolsInScope, schoolsCovered } = cycle;
    const covered = { schoolsInScope, schoolsCovered };
    const standing = standingOfCycle({
      ...{ calendar, cycle, day: today, today, target, ...covered },
    });
    return { startsIn, closesOn, ...covered, ...standing };
  }
}
