import type {
  ReportFormat,
  ReportKind,
  ReportParameters,
  ReportStatus,
  StakeholderFigures,
} from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordEntity } from './record.entity';
import { UserEntity } from './user.entity';

/** A file that is made in the background. It is the stored file `storedAs`. */
@Entity('reports')
@Check('reports_kind_check', `kind IN ('stakeholder', 'workbook', 'by_school')`)
@Check('reports_format_check', `format IN ('pdf', 'docx', 'xlsx', 'csv')`)
@Check('reports_status_check', `status IN ('queued', 'running', 'done', 'failed')`)
@Check(
  'reports_done_check',
  `status <> 'done' OR (stored_as IS NOT NULL AND bytes IS NOT NULL AND expires_at IS NOT NULL)`,
)
@Index('reports_created_at_idx', ['createdAt', 'id'])
@Index('reports_requested_by_id_idx', ['requestedById', 'createdAt'])
@Index('reports_waiting_idx', ['createdAt'], { where: `status IN ('queued', 'running')` })
export class ReportEntity extends RecordEntity {
  @Column({ type: 'text' })
  kind: ReportKind;

  @Column({ type: 'text' })
  format: ReportFormat;

  @Column({ type: 'jsonb' })
  parameters: ReportParameters;

  @Column({ type: 'text', default: 'queued' })
  status: ReportStatus;

  /** 0 to 100. */
  @Column({ type: 'integer', default: 0 })
  progress: number;

  /** How often it was begun. Only the latest beginner may finish it. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  requestedById: string | null;

  /** What whoever downloads it finds it called. */
  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text', nullable: true })
  storedAs: string | null;

  @Column({ type: 'bigint', nullable: true })
  bytes: number | null;

  /** Why it failed; a sentence. */
  @Column({ type: 'text', nullable: true })
  message: string | null;

  /** Characters of its texts that its PDF cannot show, some of them where they are many. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  missingInPdf: string[];

  @Column({ type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null;
}

/** What a stakeholder report says, kept when it was asked for. Not changed, and gone with the report. */
@Entity('report_figures')
export class ReportFiguresEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => ReportEntity, { onDelete: 'CASCADE' })
  reportId: string;

  @Column({ type: 'jsonb' })
  figures: StakeholderFigures;
}

/** What the head writes around the figures of one academic year. */
@Entity('report_narratives')
@Check('report_narratives_academic_year_check', `academic_year ~ '^[0-9]{4}-[0-9]{2}$'`)
export class ReportNarrativeEntity extends RecordEntity {
  @Index('report_narratives_academic_year_unique', { unique: true })
  @Column({ type: 'text' })
  academicYear: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  introduction: string;

  @Column({ type: 'text' })
  highlights: string;

  @Column({ type: 'text' })
  challenges: string;

  @Column({ type: 'text' })
  nextSteps: string;
}

/** A choice of columns for figures by school, under a name. */
@Entity('report_templates')
@Index('report_templates_name_unique', { synchronize: false })
export class ReportTemplateEntity extends RecordEntity {
  @Column({ type: 'text' })
  name: string;

  /** Keys, in their order; the URN is always the first and not among them. */
  @Column({ type: 'jsonb' })
  columns: string[];
}

/** A month whose digests were written. */
@Entity('monthly_digests')
@Check('monthly_digests_month_check', 'extract(day FROM month) = 1')
export class MonthlyDigestEntity {
  /** The first day of the month they were written in. */
  @PrimaryColumn({ type: 'date' })
  month: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  madeAt: Date;

  @Column({ type: 'integer' })
  mails: number;
}
