import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { AuditAction, AuditActor } from '@tracker/domain';

/**
 * One thing that happened. Written by triggers in the transaction that made the change, never
 * changed afterwards; see `audit_changes` in the migrations.
 */
@Entity('audit_entries')
@Check(
  'audit_entries_actor_check',
  `actor IN ('user', 'import', 'undo', 'job', 'command', 'outside')`,
)
@Check(
  'audit_entries_action_check',
  `action IN ('created', 'changed', 'removed', 'emptied', 'signed_in', 'sign_in_failed', 'signed_out', 'exported')`,
)
@Index('audit_entries_at_idx', ['at', 'id'])
@Index('audit_entries_entity_idx', ['entity', 'at', 'id'])
@Index('audit_entries_user_idx', ['userId', 'at', 'id'], { where: 'user_id IS NOT NULL' })
@Index('audit_entries_actor_idx', ['actor', 'at', 'id'], {
  where: `actor IN ('undo', 'job', 'command', 'outside')`,
})
@Index('audit_entries_action_idx', ['action', 'at', 'id'], {
  where: `action IN ('removed', 'emptied', 'signed_in', 'sign_in_failed', 'signed_out', 'exported')`,
})
@Index('audit_entries_words_idx', { synchronize: false })
@Index('audit_entries_record_idx', ['recordId', 'entity'])
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date;

  @Column({ type: 'text' })
  actor: AuditActor;

  /** The person behind it, if there is one. No key: the entry outlives the account. */
  @Column({ type: 'uuid', nullable: true })
  userId: string | null;

  /** The request's reference, the id of an import, the name of a command or of a process. */
  @Column({ type: 'text', nullable: true })
  source: string | null;

  /** Table of the record, or `sessions`. */
  @Column({ type: 'text' })
  entity: string;

  @Column({ type: 'text', nullable: true })
  recordId: string | null;

  @Index('audit_entries_school_id_idx')
  @Column({ type: 'uuid', nullable: true })
  schoolId: string | null;

  @Column({ type: 'text' })
  action: AuditAction;

  /** Column -> value of a record created or removed; column -> [from, to] of one changed. */
  @Column({ type: 'jsonb' })
  changes: Record<string, unknown>;
}

/** An entry's place in the chain: numbered without a gap, hashed over the one before. */
@Entity('audit_seals')
export class AuditSealEntity {
  @PrimaryColumn({ type: 'bigint' })
  seq: number;

  @Index('audit_seals_entry_id_unique', { unique: true })
  @Column({ type: 'bigint' })
  entryId: number;

  /** SHA-256 over the hash before and the entry. */
  @Column({ type: 'bytea' })
  hash: Buffer;
}
