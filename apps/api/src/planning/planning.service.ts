import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FreeDays, NearbySchool, VisitorLoads } from '@tracker/contract';
import {
  academicYearOf,
  addDays,
  ASSUMED_CAPACITY,
  type Day,
  daysBetween,
  nextSchoolDays,
  termOn,
  weekday,
} from '@tracker/domain';
import { Clock } from '@tracker/work';
import { getSchoolCalendar } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { notFound, unacceptableField } from '../http/problem';
import type { FreeDaysQueryDto, NearbyQueryDto, VisitorLoadsQueryDto } from './planning.dto';
import {
  BUSY_DAYS,
  IS_SCHOOL,
  NEARBY_SCHOOLS,
  VISITOR_LOADS,
  VISITOR_TIME,
} from './planning.queries';

const MOST_DAYS = 366;
/** How far a school may be to be called near. */
const NEAR_METRES = 20_000;

/** How much everybody has on, when somebody is free, and which schools lie on the way. */
@Injectable()
export class PlanningService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async visitors({ from, to, regionId }: VisitorLoadsQueryDto): Promise<VisitorLoads> {
    const first = from ?? this.clock.today();
    const last = to ?? addDays(first, 6);
    if (last < first) throw unacceptableField('to', 'The last day comes before the first.');
    if (daysBetween(first, last) > MOST_DAYS) {
      throw unacceptableField('to', 'At most a year can be asked for at once.');
    }
    const monday = addDays(first, 1 - weekday(first));
    const week = { from: monday, to: addDays(monday, 6) };
    const term = termOn(await getSchoolCalendar(this.dataSource.manager), first);
    const visitors = await VISITOR_LOADS.rows(this.dataSource, {
      ...{ days: { from: first, to: last }, week, term, regionId: regionId ?? null },
    });
    return { week, term, visitors };
  }

  /** School days on which somebody visits, is there and has nothing planned. @throws 404 */
  async freeDays(visitorId: string, { from, count = 5 }: FreeDaysQueryDto): Promise<FreeDays> {
    const first = from ?? this.clock.today();
    const time = await VISITOR_TIME.row(this.dataSource, visitorId, first);
    if (!time) throw notFound('the visitor');
    const busy = await BUSY_DAYS.rows(this.dataSource, visitorId, first);
    const calendar = await getSchoolCalendar(this.dataSource.manager);
    const taken = new Set([...busy.map(({ day }) => day), ...time.busy]);
    const suits = (day: Day) =>
      !taken.has(day) &&
      (time.weekdays ?? ASSUMED_CAPACITY.weekdays).includes(weekday(day)) &&
      !time.away.some((absence) => day >= absence.from && day <= absence.to);
    const days = nextSchoolDays(calendar, first, { count, suits });
    return { days, assumed: days.some((day) => !calendar.years[academicYearOf(day)]) };
  }

  /** Empty for a school whose place is not known. @throws 404 */
  async nearby(schoolId: string, { limit = 5 }: NearbyQueryDto): Promise<NearbySchool[]> {
    if (!(await IS_SCHOOL.row(this.dataSource, schoolId))) throw notFound('the school');
    return NEARBY_SCHOOLS.rows(this.dataSource, schoolId, limit, NEAR_METRES);
  }
}
