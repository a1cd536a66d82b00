import type {
  DayRow,
  FileReading,
  HandedBackFor,
  OfferedChange,
  RowDecision,
  RowFault,
  SchoolCandidate,
  VisitKind,
  VisitRowOutcome,
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
import { ImportEntity } from './import.entity';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';

/** What a row says of its visit beside school, day and visitor. */
export type SaidOfVisit = DayRow['visit'] & { kind: VisitKind };

/** How a file of visits was read. */
@Entity('import_readings')
export class ImportReadingEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => ImportEntity, { onDelete: 'CASCADE' })
  importId: string;

  @Column({ type: 'jsonb' })
  reading: Omit<FileReading, 'rows'>;

  /** Whether the rows are those of the options that the import has now. */
  @Column({ type: 'boolean' })
  current: boolean;
}

/** One day of a file of visits and what becomes of it. */
@Entity('import_rows')
@Check(
  'import_rows_outcome_check',
  `outcome IN ('new', 'completes', 'identical', 'changed', 'handed_back', 'skipped')`,
)
@Check('import_rows_reason_check', `(outcome = 'handed_back') = (handed_back_for IS NOT NULL)`)
@Index('import_rows_position_idx', ['importId', 'position'])
@Index('import_rows_outcome_idx', ['importId', 'outcome', 'position'])
@Index('import_rows_school_idx', ['importId', 'schoolId'])
export class ImportRowEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => ImportEntity, { onDelete: 'CASCADE' })
  importId: string;

  /** Sheet, line and column. */
  @PrimaryColumn({ type: 'text' })
  rowKey: string;

  /** Its place in the file, 1 the first. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'integer' })
  sheetIndex: number;

  @Column({ type: 'integer' })
  line: number;

  @Column({ type: 'text' })
  columnName: string;

  @Column({ type: 'jsonb' })
  cells: string[];

  @Column({ type: 'text' })
  dayAsWritten: string;

  /** The day that the file says. */
  @Column({ type: 'date', nullable: true })
  dayInFile: string | null;

  /** That, or the day a person typed. */
  @Column({ type: 'date', nullable: true })
  visitedOn: string | null;

  @Column({ type: 'jsonb' })
  said: SaidOfVisit;

  /** What of the file itself speaks against taking it. */
  @Column({ type: 'jsonb' })
  faults: RowFault[];

  @Column({ type: 'uuid', nullable: true })
  schoolId: string | null;

  @Column({ type: 'text', nullable: true })
  schoolFoundBy: 'exact' | 'near' | 'remembered' | 'chosen' | null;

  @Column({ type: 'jsonb' })
  candidates: SchoolCandidate[];

  @Column({ type: 'uuid', nullable: true })
  visitorId: string | null;

  /** Of the account, or as the file writes it. */
  @Column({ type: 'text', nullable: true })
  visitorName: string | null;

  /** Whether it can be compared with what is on record. */
  @Column({ type: 'boolean' })
  ready: boolean;

  @Column({ type: 'text', nullable: true })
  outcome: VisitRowOutcome | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  reasonColumn: string | null;

  /** What the file says there. */
  @Column({ type: 'text', nullable: true })
  reasonValue: string | null;

  @Column({ type: 'text', nullable: true })
  handedBackFor: HandedBackFor | null;

  @Column({ type: 'text', nullable: true })
  questionKey: string | null;

  /** The visit on record that it is, completes, changes or clashes with. */
  @Column({ type: 'uuid', nullable: true })
  visitId: string | null;

  @Column({ type: 'integer', nullable: true })
  visitVersion: number | null;

  @Column({ type: 'jsonb', default: '[]' })
  changes: OfferedChange[];
}

/** What a person decided about one row; it outlives a reading by other options. */
@Entity('import_row_decisions')
@Index('import_row_decisions_row_unique', ['importId', 'rowKey'], { unique: true })
export class ImportRowDecisionEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => ImportEntity, { onDelete: 'CASCADE' })
  importId: string;

  @Column({ type: 'text' })
  rowKey: string;

  @Column({ type: 'jsonb' })
  decision: RowDecision;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  decidedById: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  decidedAt: Date;
}

/** What the hub means by a name that is not the register's, or by somebody's initials. */
@Entity('known_names')
@Check('known_names_kind_check', `kind IN ('school', 'visitor')`)
@Check(
  'known_names_meant_check',
  `(kind = 'school') = (school_id IS NOT NULL) AND (kind = 'visitor') = (user_id IS NOT NULL)`,
)
@Index('known_names_key_unique', ['kind', 'key'], { unique: true })
export class KnownNameEntity extends RecordEntity {
  @Column({ type: 'text' })
  kind: 'school' | 'visitor';

  /** The name in one spelling. */
  @Column({ type: 'text' })
  key: string;

  /** As it was written first. */
  @Column({ type: 'text' })
  name: string;

  @Index('known_names_school_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  rememberedById: string | null;
}
