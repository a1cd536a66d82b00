import { Check, Column, DeleteDateColumn, Entity, ForeignKey, Index } from 'typeorm';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';
import { VisitEntity } from './visit.entity';

/** Something to do because of a visit. */
@Entity('follow_up_actions')
@Check('follow_up_actions_priority_check', `priority IN ('low', 'normal', 'high')`)
@Check('follow_up_actions_status_check', `status IN ('open', 'in_progress', 'done', 'dropped')`)
@Check('follow_up_actions_closed_check', `closed_at IS NULL OR status IN ('done', 'dropped')`)
@Index('follow_up_actions_order_idx', ['dueOn', 'id'])
@Index('follow_up_actions_open_idx', { synchronize: false })
@Index('follow_up_actions_owner_open_idx', { synchronize: false })
@Index('follow_up_actions_title_idx', { synchronize: false })
@Check('follow_up_actions_deleted_check', `deleted_by_id IS NULL OR deleted_at IS NOT NULL`)
@Index('follow_up_actions_deleted_idx', ['deletedAt', 'id'], { where: 'deleted_at IS NOT NULL' })
export class FollowUpActionEntity extends RecordEntity {
  @Index('follow_up_actions_school_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  @Index('follow_up_actions_visit_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitEntity)
  visitId: string | null;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  detail: string | null;

  @Index('follow_up_actions_owner_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  ownerId: string | null;

  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'text', default: 'normal' })
  priority: 'low' | 'normal' | 'high';

  @Column({ type: 'text', default: 'open' })
  status: 'open' | 'in_progress' | 'done' | 'dropped';

  /** The follow-up visit that the action became. */
  @Index('follow_up_actions_became_visit_unique', { unique: true })
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitEntity)
  becameVisitId: string | null;

  /** When it was done or dropped; null while it is open, and where nobody wrote it down. */
  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  closedById: string | null;

  /** In the bin since then; what reads with SQL of its own leaves it out by `onRecord`. */
  @DeleteDateColumn({ type: 'timestamptz', nullable: true })
  deletedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  deletedById: string | null;
}
