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
import { RegionEntity } from './region.entity';

/** Somebody who signs in. The email address is kept in lower case. */
@Entity('users')
@Check('users_role_check', `role IN ('head', 'regional', 'manager', 'admin')`)
@Check('users_email_check', `email = lower(email)`)
export class UserEntity extends RecordEntity {
  @Column({ type: 'text' })
  name: string;

  @Index('users_email_unique', { unique: true })
  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  role: 'head' | 'regional' | 'manager' | 'admin';

  /** argon2id, in PHC form; null until somebody who was invited chooses a password. */
  @Column({ type: 'text', select: false, nullable: true })
  passwordHash: string | null;

  @Column({ type: 'boolean', default: true })
  active: boolean;

  /** Whether they want the morning's mail of what is ahead. */
  @Column({ type: 'boolean', default: true })
  dailyDigest: boolean;
}

/** A regional team member's regions. */
@Entity('user_regions')
export class UserRegionEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId: string;

  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => RegionEntity, { onDelete: 'CASCADE' })
  @Index('user_regions_region_id_idx')
  regionId: string;
}

/** A signed-in browser. Only the SHA-256 of its token is kept, so a leaked table opens nothing. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('sessions_token_hash_unique', { unique: true })
  @Column({ type: 'bytea' })
  tokenHash: Buffer;

  @Index('sessions_user_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  lastSeenAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  /** What the browser said it is, so that people recognise their own. */
  @Column({ type: 'text', nullable: true })
  userAgent: string | null;
}
