import { hubCalendar, type HubCalendar } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { BankHolidayYearEntity, SchoolYearEntity } from '../database';

/** The hub's term dates and bank holidays: two small tables, a row a year. */
export async function getSchoolCalendar(manager: EntityManager): Promise<HubCalendar> {
  const years = await manager.find(SchoolYearEntity, { order: { year: 'ASC' } });
  const bankHolidays = await manager.find(BankHolidayYearEntity, { order: { year: 'ASC' } });
  return hubCalendar(
    years,
    bankHolidays.flatMap(({ days }) => days),
  );
}
