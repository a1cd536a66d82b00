import type { BankHolidayYear, SchoolYear } from '@tracker/contract';
import type { BankHolidayYearEntity, RecordEntity, SchoolYearEntity } from '@tracker/data';

const recordOf = ({ id, version, createdAt, updatedAt }: RecordEntity) => ({
  ...{ id, version },
  createdAt: new Date(createdAt).toISOString(),
  updatedAt: new Date(updatedAt).toISOString(),
});

export const schoolYearOf = (row: SchoolYearEntity): SchoolYear => ({
  ...recordOf(row),
  year: row.year,
  firstDay: row.firstDay,
  lastDay: row.lastDay,
  holidays: row.holidays,
});

export const bankHolidayYearOf = (row: BankHolidayYearEntity): BankHolidayYear => ({
  ...recordOf(row),
  year: row.year,
  days: row.days,
});
