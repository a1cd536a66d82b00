import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CycleStandingToday, NextHalfTerm, YearStanding } from '@tracker/contract';
import {
  academicYearOf,
  cycleSlack,
  expectedBy,
  forecast,
  type HubCalendar,
  nextHalfTerm,
  type SchoolCalendar,
  schoolYearPace,
  slackInWords,
  type VisitKind,
  visitsAtPace,
  weeklyRateNeeded,
} from '@tracker/domain';
import { Clock, getSchoolCalendar } from '@tracker/server';
import type { DataSource } from 'typeorm';
import { TargetsService } from '../targets/targets.service';
import { VisitCyclesService } from '../visit-cycles/visit-cycles.service';
import { TodayCounts } from './today-counts.service';
import { bookedIn } from './today-figures';

/** Where the year and the cycle stand: the rules' words about two counts. */
@Injectable()
export class TodayStanding {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cycles: VisitCyclesService,
    private readonly targets: TargetsService,
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
    const { visits: target } = await this.targets.ofYear(academicYear);
    const calendar = await getSchoolCalendar(this.dataSource.manager);
    const now = { calendar, year: academicYear, today, visits };
    const year = {
      academicYear,
      target,
      visits,
      expectedByToday: expectedBy(target, calendar, academicYear, today),
      forecast: forecast(now),
      weeklyRateNeeded: weeklyRateNeeded({ ...now, target }),
      assumed: schoolYearPace(calendar, academicYear, today).assumed,
    };
    return {
      year,
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
    const { visits: target } = await this.targets.ofYear(year);
    const booked = await this.counts.countOf(bookedIn(next, kindsNotCounting));
    return { name, from, to, booked, atPace: visitsAtPace(target, calendar, year, next) };
  }

  private async cycle(calendar: SchoolCalendar, target: number): Promise<CycleStandingToday> {
    const { startsIn, opensOn, closesOn, ...coverage } = await this.cycles.getCurrent();
    const { schoolsInScope, schoolsCovered } = coverage;
    const { slack } = cycleSlack({
      today: this.clock.today(),
      opensOn,
      closesOn,
      targetPerYear: target,
      schoolsNotCovered: schoolsInScope - schoolsCovered,
      calendar,
    });
    const words = slackInWords(slack, target);
    return { startsIn, closesOn, schoolsInScope, schoolsCovered, slack, slackInWords: words };
  }
}
