import { Check, Column, Entity, Index } from 'typeorm';
import { RecordEntity } from './record.entity';

/** When schools are open in one academic year. */
@Entity('school_years')
@Check('school_years_year_check', `year ~ '^[0-9]{4}-[0-9]{2}$'`)
@Check('school_years_days_check', `first_day < last_day`)
export class SchoolYearEntity extends RecordEntity {
  @Index('school_years_year_unique', { unique: true })
  @Column({ type: 'text' })
  year: string;

  @Column({ type: 'date' })
  firstDay: string;

  @Column({ type: 'date' })
  lastDay: string;

  /** In order, none across another; the rule is `checkSchoolYear`. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  holidays: { name: string; from: string; to: string }[];
}

/** The bank holidays of one calendar year. */
@Entity('bank_holiday_years')
export class BankHolidayYearEntity extends RecordEntity {
  @Index('bank_holiday_years_year_unique', { unique: true })
  @Column({ type: 'integer' })
  year: number;

  /** In order. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  days: { day: string; name: string }[];
}
