import type { VisitKind, VisitStatus, VoidableStatus } from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';

/** Three consecutive academic years in which every school in scope is to be visited once. */
@Entity('visit_cycles')
@Check('visit_cycles_starts_in_check', `starts_in ~ '^[0-9]{4}-[0-9]{2}$'`)
export class VisitCycleEntity extends RecordEntity {
  @Index('visit_cycles_starts_in_unique', { unique: true })
  @Column({ type: 'text' })
  startsIn: string;
}

/** One meeting of the hub with one school. */
@Entity('visits')
@Check('visits_kind_check', `kind IN ('cycle', 'follow_up', 'other')`)
@Check(
  'visits_status_check',
  `status IN ('proposed', 'scheduled', 'confirmed', 'completed', 'cancelled', 'not_held', 'void')`,
)
@Check(
  'visits_completed_check',
  `(coalesce(voided_from, status) = 'completed') = (visited_on IS NOT NULL)`,
)
@Check(
  'visits_void_check',
  `(status = 'void') = (voided_from IS NOT NULL) AND (status = 'void') = (void_reason IS NOT NULL) AND (status = 'void') = (voided_at IS NOT NULL) AND voided_from IN ('completed', 'cancelled', 'not_held')`,
)
@Check(
  'visits_scheduled_check',
  `status NOT IN ('scheduled', 'confirmed') OR scheduled_on IS NOT NULL`,
)
@Check('visits_cancelled_by_check', `cancelled_by IN ('school', 'hub')`)
@Index('visits_school_visited_idx', { synchronize: false })
@Index('visits_booked_idx', { synchronize: false })
@Index('visits_day_idx', { synchronize: false })
@Index('visits_planned_idx', { synchronize: false })
@Index('visits_open_idx', { synchronize: false })
@Index('visits_completed_day_idx', { synchronize: false })
@Index('visits_booked_day_idx', { synchronize: false })
@Index('visits_void_idx', { synchronize: false })
export class VisitEntity extends RecordEntity {
  @Index('visits_school_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  @Column({ type: 'text', default: 'cycle' })
  kind: VisitKind;

  @Column({ type: 'text' })
  status: VisitStatus;

  @Column({ type: 'date', nullable: true })
  scheduledOn: string | null;

  /** `HH:MM`, local time. */
  @Column({ type: 'text', nullable: true })
  startTime: string | null;

  @Index('visits_visitor_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  visitorId: string | null;

  /** Who came, where a spreadsheet of past visits names somebody who has no account. */
  @Column({ type: 'text', nullable: true })
  visitorNote: string | null;

  @Column({ type: 'date', nullable: true })
  visitedOn: string | null;

  @Column({ type: 'text', nullable: true })
  cancelledBy: 'school' | 'hub' | null;

  @Column({ type: 'text', nullable: true })
  cancelReason: string | null;

  @Column({ type: 'text', nullable: true })
  notHeldReason: string | null;

  /** Why it was planned. */
  @Column({ type: 'text', nullable: true })
  purpose: string | null;

  /** The visit at which this one was agreed. */
  @Index('visits_follows_visit_id_idx', { where: 'follows_visit_id IS NOT NULL' })
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitEntity)
  followsVisitId: string | null;

  /** What a void visit was before, and becomes again where that was the mistake. */
  @Column({ type: 'text', nullable: true })
  voidedFrom: VoidableStatus | null;

  @Column({ type: 'text', nullable: true })
  voidReason: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  voidedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  voidedById: string | null;
}
