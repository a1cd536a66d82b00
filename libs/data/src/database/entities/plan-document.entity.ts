import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type {
  DocumentFormat,
  DocumentToRead,
  FactOutcome,
  PlanDocumentStatus,
  PlanField,
  PlanFieldValue,
  PlanReading,
  ReadingMark,
  RejectReason,
} from '@tracker/domain';
import { MusicDevelopmentPlanEntity } from './music-development-plan.entity';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { StoredFileEntity } from './stored-file.entity';
import { UserEntity } from './user.entity';

/** A school's plan as it was captured (rule 21); its text and what was read in it is a `plan_readings`. */
@Entity('plan_documents')
@Check('plan_documents_format_check', `format IN ('pdf', 'docx', 'html', 'text')`)
@Check(
  'plan_documents_status_check',
  `status IN ('reading', 'unreadable', 'to_confirm', 'confirmed', 'rejected')`,
)
@Check(
  'plan_documents_reject_reason_check',
  `reject_reason IN ('not_a_plan', 'other_school', 'unreadable')`,
)
@Check(
  'plan_documents_decided_check',
  `(status = 'confirmed') = (academic_year IS NOT NULL AND last_academic_year IS NOT NULL)
      AND (status = 'rejected') = (reject_reason IS NOT NULL)
      AND (status IN ('confirmed', 'rejected')) = (decided_on IS NOT NULL AND decided_by_id IS NOT NULL)`,
)
@Check(
  'plan_documents_fetched_check',
  `sha256 IS NOT NULL
      OR (status IN ('reading', 'unreadable') AND address IS NOT NULL AND file_id IS NULL)`,
)
@Index('plan_documents_school_content_unique', ['schoolId', 'sha256'], {
  unique: true,
  where: `status IN ('reading', 'to_confirm', 'confirmed')`,
})
@Index('plan_documents_content_idx', ['sha256'])
@Index('plan_documents_school_idx', { synchronize: false })
@Index('plan_documents_status_idx', { synchronize: false })
@Index('plan_documents_decided_idx', { synchronize: false })
@Index('plan_documents_captured_idx', { synchronize: false })
export class PlanDocumentEntity extends RecordEntity {
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  /** Null once the original was removed (rule 62). */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => StoredFileEntity, { onDelete: 'SET NULL' })
  fileId: string | null;

  /** Of its bytes, in hex; null of one that is still to be fetched from its address, or could not be. */
  @Column({ type: 'text', nullable: true })
  sha256: string | null;

  /** 0 while it is to be fetched. */
  @Column({ type: 'integer' })
  bytes: number;

  /** As the sender's computer calls it; null where the text was pasted. */
  @Column({ type: 'text', nullable: true })
  fileName: string | null;

  /** Judged by its content; null until it was read. */
  @Column({ type: 'text', nullable: true })
  format: DocumentFormat | null;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  /** Somebody said that it is for every school that has it, as a trust's plan is. */
  @Column({ type: 'boolean', default: false })
  shared: boolean;

  @Column({ type: 'date' })
  capturedOn: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => UserEntity)
  capturedById: string;

  @Column({ type: 'text', default: 'reading' })
  status: PlanDocumentStatus;

  /** How often its reading was begun. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** Why it cannot be read, for the person who captured it. */
  @Column({ type: 'text', nullable: true })
  problem: string | null;

  /** The plan that it makes known once it is confirmed. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => MusicDevelopmentPlanEntity, { onDelete: 'SET NULL' })
  planId: string | null;

  /** As confirmed, the first that it covers. */
  @Column({ type: 'text', nullable: true })
  academicYear: string | null;

  @Column({ type: 'text', nullable: true })
  lastAcademicYear: string | null;

  @Column({ type: 'date', nullable: true })
  decidedOn: string | null;

  /** Who confirmed or rejected it. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  decidedById: string | null;

  @Column({ type: 'text', nullable: true })
  rejectReason: RejectReason | null;

  /** A later document for the same years, which has taken its place. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => PlanDocumentEntity, { onDelete: 'SET NULL' })
  replacedById: string | null;
}

/** The text of a document and what was read in it. */
@Entity('plan_readings')
export class PlanReadingEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => PlanDocumentEntity, { onDelete: 'CASCADE' })
  documentId: string;

  @Column({ type: 'jsonb' })
  document: DocumentToRead;

  @Column({ type: 'jsonb' })
  reading: PlanReading;
}

/** One field of a confirmed document: as read, as written and as confirmed (rule 27). */
@Entity('plan_facts')
@Check('plan_facts_mark_check', `mark IN ('sure', 'likely', 'unsure')`)
@Check('plan_facts_outcome_check', `outcome IN ('right', 'changed', 'not_stated')`)
export class PlanFactEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => PlanDocumentEntity, { onDelete: 'CASCADE' })
  documentId: string;

  @PrimaryColumn({ type: 'text' })
  field: PlanField;

  /** Null where nothing was read. */
  @Column({ type: 'text', nullable: true })
  mark: ReadingMark | null;

  @Column({ type: 'jsonb', nullable: true })
  suggested: PlanFieldValue | null;

  /** The words it was read from. */
  @Column({ type: 'text', nullable: true })
  written: string | null;

  @Column({ type: 'text' })
  outcome: FactOutcome;

  @Column({ type: 'jsonb', nullable: true })
  value: PlanFieldValue | null;
}

/**
 * What the confirmed plan of a school says in an academic year, one row a thing that is counted
 * (rule 28), as `planValuesOf` of the domain has it. A document whose place another has taken has none
 * for the years of that one: a school has one plan in an academic year.
 */
@Entity('plan_values')
@Index('plan_values_counted_idx', { synchronize: false })
@Index('plan_values_said_once_unique', ['schoolId', 'year', 'field', 'part', 'value'], {
  unique: true,
})
export class PlanValueEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => PlanDocumentEntity, { onDelete: 'CASCADE' })
  documentId: string;

  /** In which the academic year begins. */
  @PrimaryColumn({ type: 'integer' })
  year: number;

  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  @Column({ type: 'text' })
  field: string;

  /** Of fields that say several things: a key stage, a year group. */
  @Column({ type: 'text', default: '' })
  part: string;

  @Column({ type: 'text' })
  value: string;

  @Column({ type: 'numeric', precision: 8, scale: 1, nullable: true })
  number: string | null;
}
