import type { VisitEventKind, VisitWarningKey } from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';
import { VisitEntity } from './visit.entity';

/** What happened to a visit: who, when and why. Only ever added to. */
@Entity('visit_events')
@Check(
  'visit_events_kind_check',
  `kind IN ('imported', 'proposed', 'scheduled', 'rescheduled', 'confirmed', 'cancelled', 'not_held', 'completed', 'corrected', 'moved', 'voided', 'unvoided', 'rehomed')`,
)
@Check('visit_events_cancelled_by_check', `cancelled_by IN ('school', 'hub')`)
@Index('visit_events_visit_id_idx', ['visitId', 'at'])
export class VisitEventEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  visitId: string;

  @Column({ type: 'text' })
  kind: VisitEventKind;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  byId: string | null;

  @Column({ type: 'text', nullable: true })
  why: string | null;

  @Column({ type: 'text', nullable: true })
  cancelledBy: 'school' | 'hub' | null;

  @Column({ type: 'date', nullable: true })
  scheduledOnBefore: string | null;

  @Column({ type: 'date', nullable: true })
  scheduledOn: string | null;

  /** `HH:MM`, local time. */
  @Column({ type: 'text', nullable: true })
  startTimeBefore: string | null;

  @Column({ type: 'text', nullable: true })
  startTime: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  visitorIdBefore: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  visitorId: string | null;

  /** The school it was at, where it went to another: one that followed, or the right one. */
  @Index('visit_events_school_id_before_idx', { where: 'school_id_before IS NOT NULL' })
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => SchoolEntity)
  schoolIdBefore: string | null;

  /** The school it went to; null also where that was not written down. */
  @Index('visit_events_school_id_idx', { where: 'school_id IS NOT NULL' })
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => SchoolEntity)
  schoolId: string | null;

  /** Warnings it went ahead against. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  overrode: VisitWarningKey[];
}
