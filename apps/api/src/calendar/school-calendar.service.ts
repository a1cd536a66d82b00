import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CalendarImport, SchoolCalendarSpan } from '@tracker/contract';
import { calendarSpan, daysBetween } from '@tracker/domain';
import {
  CalendarFileError,
  getSchoolCalendar,
  importCalendar,
  readCalendarFile,
} from '@tracker/work';
import { ReadingBusyError } from '@tracker/files';
import type { DataSource } from 'typeorm';
import { busyReading, unacceptable, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import type { CalendarSpanQueryDto, ImportCalendarDto } from './calendar.dto';

const MOST_DAYS = 731;

@Injectable()
export class SchoolCalendarService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** What a calendar of these days shades. */
  async between({ from, to }: CalendarSpanQueryDto): Promise<SchoolCalendarSpan> {
    if (to < from) throw unacceptableField('to', 'The last day comes before the first.');
    if (daysBetween(from, to) > MOST_DAYS) {
      throw unacceptableField('to', 'At most two years can be asked for at once.');
    }
    const calendar = await getSchoolCalendar(this.dataSource.manager);
    return { from, to, ...calendarSpan(calendar, from, to) };
  }

  /** @throws 422 with everything that is wrong with the file; 503 when too many are read at once */
  async import({ kind, content, dryRun = false }: ImportCalendarDto): Promise<CalendarImport> {
    try {
      const reading = await readCalendarFile(kind, content);
      const years = await this.transactions.write((manager) =>
        importCalendar(manager, reading, dryRun),
      );
      return { kind, dryRun, years };
    } catch (error) {
      if (error instanceof CalendarFileError) throw unacceptable(error.faults);
      if (error instanceof ReadingBusyError) throw busyReading(error);
      throw error;
    }
  }
}
