import type { LookResult } from '@tracker/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SchoolEntity } from './school.entity';

/**
 * What the records say of a school, whatever the day it is; the triggers of the migrations write it, in
 * the transaction that changed the records (docs/decisions/018-standings.md).
 */
@Entity('school_standings')
@Index('school_standings_last_visit_idx', { synchronize: false })
@Index('school_standings_latest_visit_idx', { synchronize: false })
@Index('school_standings_agreed_idx', { synchronize: false })
@Index('school_standings_first_agreed_idx', { synchronize: false })
@Index('school_standings_proposed_idx', { synchronize: false })
export class SchoolStandingEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string;

  /** The first of `visitedDays`. */
  @Column({ type: 'date', nullable: true })
  lastVisitedOn: string | null;

  /** Of counting visits, its own and its predecessors' (rules 4 and 5), the latest first. */
  @Column({ type: 'date', array: true, default: '{}' })
  visitedDays: string[];

  /** The first of `agreedDays`. */
  @Column({ type: 'date', nullable: true })
  firstAgreedOn: string | null;

  /** The last of `agreedDays`. */
  @Column({ type: 'date', nullable: true })
  lastAgreedOn: string | null;

  /** Of its own visits that are scheduled or confirmed, past and to come, the earliest first. */
  @Column({ type: 'date', array: true, default: '{}' })
  agreedDays: string[];

  /** Its own visits that wait for a day. */
  @Column({ type: 'integer', default: 0 })
  proposedVisits: number;

  /** Actions still to be done, its own and its predecessors'. */
  @Column({ type: 'integer', default: 0 })
  openActions: number;

  /** Of these the days by which they are due, the earliest first. */
  @Column({ type: 'date', array: true, default: '{}' })
  actionDueDays: string[];

  /** In which the academic years start that a known plan covers, its one predecessor's too (rule 19). */
  @Column({ type: 'integer', array: true, default: '{}' })
  planYears: number[];

  /** When somebody last looked for its plan, with what result. */
  @Column({ type: 'date', nullable: true })
  planLookedOn: string | null;

  @Column({ type: 'text', nullable: true })
  planLookResult: LookResult | null;

  /** In which the last academic year starts for which the school says that there is a plan. */
  @Column({ type: 'integer', nullable: true })
  planToldYear: number | null;

  @Column({ type: 'text', nullable: true })
  planToldAddress: string | null;
}
