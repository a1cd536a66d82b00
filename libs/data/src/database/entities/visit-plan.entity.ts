import type {
  LeftOutKey,
  PlanBand,
  PlanLineStatus,
  PlanProblem,
  StaleKey,
  VisitPlanSettings,
  VisitPlanStatus,
  Why,
} from '@tracker/domain';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';
import { VisitEntity } from './visit.entity';

/** A proposal of visits for the rest of one academic year. */
@Entity('visit_plans')
@Check('visit_plans_academic_year_check', `academic_year ~ '^[0-9]{4}-[0-9]{2}$'`)
@Check(
  'visit_plans_status_check',
  `status IN ('queued', 'running', 'ready', 'failed', 'superseded')`,
)
@Check('visit_plans_ready_check', `status NOT IN ('ready', 'superseded') OR figures IS NOT NULL`)
@Check('visit_plans_in_use_check', `NOT in_use OR (status = 'ready' AND NOT is_what_if)`)
@Index('visit_plans_year_idx', { synchronize: false })
@Index('visit_plans_created_at_idx', ['createdAt', 'id'])
@Index('visit_plans_ready_idx', ['academicYear'], { where: `status = 'ready'` })
@Index('visit_plans_making_unique', ['academicYear'], {
  unique: true,
  where: `status IN ('queued', 'running')`,
})
@Index('visit_plans_in_use_unique', ['academicYear'], { unique: true, where: 'in_use' })
export class VisitPlanEntity extends RecordEntity {
  @Column({ type: 'text' })
  academicYear: string;

  @Column({ type: 'text' })
  name: string;

  /** The day from which it is made. */
  @Column({ type: 'date' })
  asOf: string;

  @Column({ type: 'text', default: 'queued' })
  status: VisitPlanStatus;

  /** The year's plan: one a year, from which visits are accepted. */
  @Column({ type: 'boolean', default: false })
  inUse: boolean;

  @Column({ type: 'boolean', default: false })
  isWhatIf: boolean;

  @Column({ type: 'jsonb', default: () => `'{}'` })
  settings: VisitPlanSettings;

  @Column({ type: 'integer' })
  seed: number;

  /** 0 to 100. */
  @Column({ type: 'integer', default: 0 })
  progress: number;

  /** How often it was begun. Only the latest beginner may finish it. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** Why it failed; a sentence. */
  @Column({ type: 'text', nullable: true })
  message: string | null;

  /** As the contract has them. */
  @Column({ type: 'jsonb', nullable: true })
  figures: object | null;

  /** Sentences. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  notes: string[];

  /** Nothing had changed since the plan that it is based on. */
  @Column({ type: 'boolean', default: false })
  unchanged: boolean;

  /** SHA-256 of the problem without the proposal before. */
  @Column({ type: 'text', nullable: true })
  problemDigest: string | null;

  /** SHA-256 of its lines as they were proposed. */
  @Column({ type: 'text', nullable: true })
  linesDigest: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitPlanEntity)
  basedOnId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  madeById: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  /** When the teams got their lists. */
  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  sentById: string | null;
}

/** What a plan was made of, as the scorer reads it. */
@Entity('visit_plan_problems')
export class VisitPlanProblemEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => VisitPlanEntity, { onDelete: 'CASCADE' })
  planId: string;

  @Column({ type: 'json' })
  problem: PlanProblem;
}

/** One proposed visit; one that is not dropped a school and plan. */
@Entity('visit_plan_lines')
@Check('visit_plan_lines_band_check', 'band BETWEEN 1 AND 3')
@Check('visit_plan_lines_status_check', `status IN ('proposed', 'accepted', 'dropped', 'stale')`)
@Check('visit_plan_lines_stale_check', `(status = 'stale') = (stale_because IS NOT NULL)`)
@Check('visit_plan_lines_accepted_check', `status <> 'accepted' OR visit_id IS NOT NULL`)
@Index('visit_plan_lines_open_unique', ['planId', 'schoolId'], {
  unique: true,
  where: `status <> 'dropped'`,
})
@Index('visit_plan_lines_plan_idx', ['planId', 'date', 'id'])
@Index('visit_plan_lines_visitor_idx', ['visitorId', 'date'])
export class VisitPlanLineEntity extends RecordEntity {
  @Column({ type: 'uuid' })
  @ForeignKey(() => VisitPlanEntity, { onDelete: 'CASCADE' })
  planId: string;

  @Index('visit_plan_lines_school_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string;

  @Column({ type: 'date' })
  date: string;

  /** 1 to 6; 0 in a holiday. */
  @Column({ type: 'integer' })
  halfTerm: number;

  @Column({ type: 'uuid' })
  @ForeignKey(() => UserEntity)
  visitorId: string;

  @Column({ type: 'integer' })
  band: PlanBand;

  /** What it adds to its visitor's day. */
  @Column({ type: 'double precision' })
  km: number;

  @Column({ type: 'integer' })
  halfTermsLate: number;

  /** In the order of `WHY_KEYS`. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  reasons: Why[];

  /** The sentence of what it was in the plan before, where that was something else. */
  @Column({ type: 'text', nullable: true })
  moved: string | null;

  @Column({ type: 'text', default: 'proposed' })
  status: PlanLineStatus;

  @Column({ type: 'text', nullable: true })
  staleBecause: StaleKey | null;

  /** What speaks against it and was accepted by whoever moved it. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  knowing: string[];

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  lockedById: string | null;

  /** Once accepted, and kept when that visit fell through. */
  @Index('visit_plan_lines_visit_idx', { where: 'visit_id IS NOT NULL' })
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitEntity)
  visitId: string | null;
}

/** A school that a plan has no line for, although it was not visited in three years or is due. */
@Entity('visit_plan_left_out')
@Check('visit_plan_left_out_band_check', 'band BETWEEN 1 AND 3')
@Index('visit_plan_left_out_school_unique', ['planId', 'schoolId'], { unique: true })
@Index('visit_plan_left_out_order_idx', ['planId', 'position'])
export class VisitPlanLeftOutEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => VisitPlanEntity, { onDelete: 'CASCADE' })
  planId: string;

  /** From 1, in the order of the queue. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string;

  @Column({ type: 'integer' })
  band: PlanBand;

  @Column({ type: 'text' })
  reason: LeftOutKey;

  @Column({ type: 'text' })
  sentence: string;

  /** What would let it in. */
  @Column({ type: 'text' })
  letsIn: string;

  /** Of `no_day`: the school days by the rule that forbids each, and the cause. */
  @Column({ type: 'jsonb', default: () => `'{}'` })
  detail: { days?: Record<string, number>; cause?: string | null };
}
