import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FreeDays, NearbySchool, VisitorLoad, VisitorLoads } from '@tracker/contract';
import {
  academicYearOf,
  addDays,
  daysBetween,
  nextSchoolDays,
  termOn,
  weekday,
} from '@tracker/domain';
import { Clock, getSchoolCalendar } from '@tracker/server';
import type { DataSource } from 'typeorm';
import { notFound, unacceptableField } from '../http/problem';
import type { FreeDaysQueryDto, NearbyQueryDto, VisitorLoadsQueryDto } from './planning.dto';
import { BUSY_DAYS, NEARBY_SCHOOLS, VISITOR_LOADS } from './planning.queries';

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
    const visitors: VisitorLoad[] = await this.dataSource.query(VISITOR_LOADS, [
      ...[first, last, week.from, week.to, term.from, term.to, regionId ?? null],
    ]);
    return { week, term, visitors };
  }

  /** School days on which nothing is planned for somebody. @throws 404 */
  async freeDays(visitorId: string, { from, count = 5 }: FreeDaysQueryDto): Promise<FreeDays> {
    const [visitor]: unknown[] = await this.dataSource.query(
      'SELECT FROM users WHERE id = $1 AND active',
      [visitorId],
    );
    if (!visitor) throw notFound('the visitor');
    const first = from ?? this.clock.today();
    const busy: { day: string }[] = await this.dataSource.query(BUSY_DAYS, [visitorId, first]);
    const calendar = await getSchoolCalendar(this.dataSource.manager);
    const except = new Set(busy.map(({ day }) => day));
    const days = nextSchoolDays(calendar, first, { count, except });
    return { days, assumed: days.some((day) => !calendar.years[academicYearOf(day)]) };
  }

  /** Empty for a school whose place is not known. @throws 404 */
  async nearby(schoolId: string, { limit = 5 }: NearbyQueryDto): Promise<NearbySchool[]> {
    const [school]: unknown[] = await this.dataSource.query('SELECT FROM schools WHERE id = $1', [
      schoolId,
    ]);
    if (!school) throw notFound('the school');
    const values = [schoolId, limit, NEAR_METRES];
    return this.dataSource.query(NEARBY_SCHOOLS, values);
  }
}
