import type { RegisterOutcome, SheetChoice, ImportKind, ImportStatus } from '@tracker/domain';
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
import { UserEntity } from './user.entity';

/** What an import was asked for beside its file. */
export interface ImportOptions {
  /** Authorities to take, by their codes; all when empty. Schools only. */
  laCodes?: string[];
  /** Field -> index of the column, as a person corrected it. Visits only. */
  mapping?: Record<string, number>;
  /** Line of the header row, 1 the first. Visits only. */
  headerLine?: number;
  /** How each sheet is to be read, as a person chose. Visits only. */
  sheets?: SheetChoice[];
  /** Names of the sheets to be read, of a command. Visits only. */
  sheetNames?: string[];
  /** Key of a question about the file -> the answer. Visits only. */
  answers?: Record<string, string>;
  /** Whether rows that differ from what is on record change it. Visits only. */
  takeChanges?: boolean;
  /** The header row as it was read; kept for handing back the rejected rows under it. */
  header?: string[];
}

/** One file on its way in. The file itself is the stored file `storedAs`. */
@Entity('imports')
@Check(
  'imports_kind_check',
  `kind IN ('schools', 'school-links', 'school-census', 'visits', 'plans')`,
)
@Check(
  'imports_status_check',
  `status IN ('queued', 'running', 'done', 'failed', 'undoing', 'undone')`,
)
@Index('imports_waiting_idx', ['createdAt'], {
  where: `status IN ('queued', 'running', 'undoing')`,
})
export class ImportEntity extends RecordEntity {
  @Column({ type: 'text' })
  kind: ImportKind;

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  storedAs: string;

  @Column({ type: 'boolean', default: false })
  dryRun: boolean;

  @Column({ type: 'jsonb', default: '{}' })
  options: ImportOptions;

  @Column({ type: 'text', default: 'queued' })
  status: ImportStatus;

  /** How often it, or its undo, was begun; counted before the work. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** 0 to 100. */
  @Column({ type: 'integer', default: 0 })
  progress: number;

  @Column({ type: 'integer', default: 0 })
  created: number;

  @Column({ type: 'integer', default: 0 })
  updated: number;

  @Column({ type: 'integer', default: 0 })
  unchanged: number;

  @Column({ type: 'integer', default: 0 })
  closed: number;

  @Column({ type: 'integer', default: 0 })
  rejected: number;

  @Column({ type: 'integer', default: 0 })
  skipped: number;

  @Column({ type: 'text', nullable: true })
  message: string | null;

  /** What the register contradicted or left open; of a file of schools or of links. */
  @Column({ type: 'jsonb', nullable: true })
  register: RegisterOutcome | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  requestedById: string | null;

  /** Who asked for it to be taken back. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  undoRequestedById: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}

/** A row that was not taken, with the row itself, so that it can be handed back as a file. */
@Entity('import_rejections')
export class ImportRejectionEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => ImportEntity, { onDelete: 'CASCADE' })
  importId: string;

  /** Order of the rejections, 1 the first; a line can be rejected for two reasons. */
  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ type: 'integer' })
  line: number;

  @Column({ type: 'text' })
  columnName: string;

  @Column({ type: 'text' })
  value: string;

  @Column({ type: 'text' })
  message: string;

  /** The cells of the row as read. */
  @Column({ type: 'jsonb' })
  cells: string[];
}

/** What an import did to one record, kept so that it can be undone. */
@Entity('import_changes')
export class ImportChangeEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => ImportEntity, { onDelete: 'CASCADE' })
  importId: string;

  @PrimaryColumn({ type: 'integer' })
  seq: number;

  /** Table of the record. */
  @Column({ type: 'text' })
  entity: 'schools' | 'school_links' | 'visits' | 'music_development_plans' | 'plan_looks';

  /** Key of the record: its id, or `predecessorUrn-successorUrn` of a link. */
  @Column({ type: 'text' })
  recordKey: string;

  /** The changed columns before; null when the import created the record. */
  @Column({ type: 'jsonb', nullable: true })
  before: Record<string, unknown> | null;

  /** The same columns after. */
  @Column({ type: 'jsonb' })
  after: Record<string, unknown>;
}

/** What an import found in a register that somebody should know of, and what was decided. */
@Entity('import_findings')
@Check(
  'import_findings_kind_check',
  `kind IN ('not_listed', 'beside_successor', 'region_kept', 'value_left_out')`,
)
@Check('import_findings_decision_check', `decision IN ('closed', 'kept')`)
@Index('import_findings_import_idx', ['importId', 'seq'])
@Index('import_findings_closing_idx', ['urn'], {
  where: `kind IN ('not_listed', 'beside_successor')`,
})
export class ImportFindingEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => ImportEntity, { onDelete: 'CASCADE' })
  importId: string;

  /** Order within the import. */
  @Column({ type: 'integer' })
  seq: number;

  @Column({ type: 'text' })
  kind: 'not_listed' | 'beside_successor' | 'region_kept' | 'value_left_out';

  /** Of a dry run the school may not be on record. */
  @Column({ type: 'integer', nullable: true })
  urn: number | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'integer', nullable: true })
  line: number | null;

  @Column({ type: 'text', nullable: true })
  columnName: string | null;

  @Column({ type: 'text', nullable: true })
  value: string | null;

  @Column({ type: 'text', nullable: true })
  message: string | null;

  /** The school that seems to follow it: no link says so, but name and postcode are the same. */
  @Column({ type: 'integer', nullable: true })
  successorUrn: number | null;

  /** Whether closing it is what the file suggests. */
  @Column({ type: 'boolean', default: false })
  recommended: boolean;

  @Column({ type: 'text', nullable: true })
  decision: 'closed' | 'kept' | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  decidedById: string | null;

  /** The school's status, closing day and link as they were before it was closed. */
  @Column({ type: 'jsonb', nullable: true })
  before: { status: string; closed_on: string | null; linked: boolean } | null;
}
