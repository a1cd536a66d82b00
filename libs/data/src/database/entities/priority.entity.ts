import type { ScoreFactor, VisitState } from '@tracker/domain';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';

/** A school's current rank, with the factors that made it. Written by the job `refresh-priority-scores` alone. */
@Entity('priority_scores')
@Check('priority_scores_band_check', `band BETWEEN 1 AND 3`)
@Check('priority_scores_score_check', `score BETWEEN 0 AND 100`)
@Index('priority_scores_order_idx', ['band', 'score'])
@Index('priority_scores_place_idx', { synchronize: false })
export class PriorityScoreEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string;

  @Column({ type: 'text' })
  state: VisitState;

  @Column({ type: 'smallint' })
  band: 1 | 2 | 3;

  @Column({ type: 'numeric', precision: 4, scale: 1 })
  score: number;

  /** Read and written whole, never searched: `json` keeps it as sent and costs a third of `jsonb` to write. */
  @Column({ type: 'json' })
  factors: ScoreFactor[];

  @Column({ type: 'date', nullable: true })
  lastVisitedOn: string | null;

  @Column({ type: 'integer', nullable: true })
  monthsSince: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  scoredAt: Date;
}

/**
 * A row says that the school's score is out of date. It is the truth about what is left to rank; the
 * queue's job is only a nudge. Its own narrow table, because a flag on `schools` would rewrite the
 * widest rows and their search index every night. Triggers write it when a fact changes, `markAllStale`
 * for a new day and other rules.
 */
@Entity('stale_scores')
@Index('stale_scores_first_idx', { synchronize: false })
export class StaleScoreEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  since: Date;

  /** The refresh for which alone it is to be ranked again; null when something changed. */
  @Column({ type: 'uuid', nullable: true })
  refreshId: string | null;

  /** It was touched with few others, and is ranked before all that waits. */
  @Column({ type: 'boolean', default: false })
  comesFirst: boolean;
}

/** One run of the ranking that somebody, or the night, asked for. */
@Entity('priority_refreshes')
@Check('priority_refreshes_status_check', `status IN ('queued', 'running', 'done', 'failed')`)
export class PriorityRefreshEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'boolean', default: false })
  allSchools: boolean;

  @Column({ type: 'text', default: 'queued' })
  status: 'queued' | 'running' | 'done' | 'failed';

  /** How often it was begun; counted before the work. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'integer', default: 0 })
  schools: number;

  @Column({ type: 'integer', default: 0 })
  changed: number;

  /** Why it failed; a sentence. */
  @Column({ type: 'text', nullable: true })
  message: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  requestedById: string | null;

  @Index('priority_refreshes_created_at_idx')
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}

/** A school pinned to the top of the queue or snoozed to its end; lifted holds stay on record. */
@Entity('queue_holds')
@Check('queue_holds_kind_check', `kind IN ('pin', 'snooze')`)
@Index('queue_holds_school_in_force_unique', ['schoolId'], {
  unique: true,
  where: 'lifted_at IS NULL',
})
export class QueueHoldEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string;

  @Column({ type: 'text' })
  kind: 'pin' | 'snooze';

  @Column({ type: 'text' })
  reason: string;

  /** Last day on which it holds. */
  @Column({ type: 'date' })
  untilOn: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  createdById: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  liftedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  liftedById: string | null;
}
