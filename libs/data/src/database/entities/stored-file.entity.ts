import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

export type FilePurpose = 'upload' | 'report' | 'plan';

/** A file that one process puts down for another, whichever machine that is on. */
@Entity('stored_files')
@Check('stored_files_purpose_check', `purpose IN ('upload', 'report', 'plan')`)
export class StoredFileEntity {
  /** The `storedAs` of an import or a report, the `file_id` of a plan's document. */
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  purpose: FilePurpose;

  /** Null until all of it is there. */
  @Column({ type: 'bigint', nullable: true })
  bytes: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}

/** A piece of a file: none is ever in memory whole. */
@Entity('stored_file_chunks')
export class StoredFileChunkEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => StoredFileEntity, { onDelete: 'CASCADE' })
  fileId: string;

  /** Its place, 0 the first. */
  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ type: 'bytea' })
  content: Buffer;
}
