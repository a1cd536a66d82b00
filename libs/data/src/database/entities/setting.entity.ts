import { Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { UserEntity } from './user.entity';

/** One of the hub's settings; see `SettingsInForce` for what there is. */
@Entity('settings')
export class SettingEntity {
  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'jsonb' })
  value: unknown;

  /** Rises with each save. */
  @VersionColumn({ type: 'integer', default: 1 })
  version: number;
}

/** A task of the clockwork, and the day for which it was last done. */
@Entity('clockwork')
export class ClockworkEntity {
  @PrimaryColumn({ type: 'text' })
  task: string;

  @Column({ type: 'date' })
  doneOn: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  doneAt: Date;
}

/** The first answer to a POST that carried an Idempotency-Key. */
@Entity('idempotency_keys')
export class IdempotencyKeyEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId: string;

  @PrimaryColumn({ type: 'uuid' })
  key: string;

  /** SHA-256 of method, path and body. */
  @Column({ type: 'bytea' })
  requestHash: Buffer;

  @Column({ type: 'integer', nullable: true })
  status: number | null;

  @Column({ type: 'jsonb', nullable: true })
  answer: unknown;

  @Index('idempotency_keys_created_at_idx')
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
