import type { PlanningWindow } from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ContactEntity } from './contact.entity';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';

/** How much a visitor can take, and where they start from, to the kilometre. */
@Entity('visitor_capacities')
@Check(
  'visitor_capacities_start_check',
  `(starts_from IS NULL) = (easting IS NULL) AND (easting IS NULL) = (northing IS NULL)`,
)
export class VisitorCapacityEntity extends RecordEntity {
  @Index('visitor_capacities_user_id_unique', { unique: true })
  @Column({ type: 'uuid' })
  @ForeignKey(() => UserEntity)
  userId: string;

  @Column({ type: 'integer' })
  perDay: number;

  @Column({ type: 'integer' })
  perWeek: number;

  @Column({ type: 'integer' })
  perHalfTerm: number;

  /** 1 Monday to 7 Sunday, in order. */
  @Column({ type: 'integer', array: true })
  weekdays: number[];

  /** A town or a school by its name. */
  @Column({ type: 'text', nullable: true })
  startsFrom: string | null;

  /** Metres on the National Grid. */
  @Column({ type: 'integer', nullable: true })
  easting: number | null;

  @Column({ type: 'integer', nullable: true })
  northing: number | null;
}

/** Days on which somebody visits no school. Why is not asked. */
@Entity('visitor_absences')
@Check('visitor_absences_days_check', `from_day <= to_day`)
@Index('visitor_absences_user_idx', ['userId', 'toDay'])
@Index('visitor_absences_days_idx', { synchronize: false })
export class VisitorAbsenceEntity extends RecordEntity {
  @Column({ type: 'uuid' })
  @ForeignKey(() => UserEntity)
  userId: string;

  @Column({ type: 'date' })
  fromDay: string;

  @Column({ type: 'date' })
  toDay: string;
}

/** The days of an academic year on which schools of some phases are not visited. */
@Entity('planning_windows')
@Check('planning_windows_year_check', `academic_year ~ '^[0-9]{4}-[0-9]{2}$'`)
export class PlanningWindowsEntity extends RecordEntity {
  @Index('planning_windows_year_unique', { unique: true })
  @Column({ type: 'text' })
  academicYear: string;

  /** The rule is `checkWindows`. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  windows: PlanningWindow[];
}

/** On which weekdays a school never can or would like to be visited, and to whom it said so. */
@Entity('school_availability')
export class SchoolAvailabilityEntity extends RecordEntity {
  @Index('school_availability_school_id_unique', { unique: true })
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  @Column({ type: 'integer', array: true })
  neverWeekdays: number[];

  @Column({ type: 'integer', array: true })
  wishedWeekdays: number[];

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'date' })
  saidOn: string;

  /** Null where the school said so by its link. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  saidToId: string | null;

  /** To whom that link had gone. */
  @Index('school_availability_said_by_contact_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => ContactEntity, { onDelete: 'SET NULL' })
  saidByContactId: string | null;
}

/** Days on which a school cannot be visited. */
@Entity('school_unavailable_days')
@Check('school_unavailable_days_days_check', `from_day <= to_day`)
@Index('school_unavailable_days_school_idx', ['schoolId', 'toDay'])
export class SchoolUnavailableDaysEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  @Column({ type: 'date' })
  fromDay: string;

  @Column({ type: 'date' })
  toDay: string;

  @Column({ type: 'text' })
  why: string;
}
