import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UserEntity } from './user.entity';

/**
 * A link with which somebody chooses a password: once, until it expires. Only the SHA-256 of its
 * token is kept, so a leaked table opens nothing. The first administrator's belongs to no user yet.
 */
@Entity('account_links')
@Check(
  'account_links_purpose_check',
  `purpose IN ('invitation', 'reset', 'emailed_reset', 'first_admin')`,
)
@Check('account_links_user_check', `(purpose = 'first_admin') = (user_id IS NULL)`)
export class AccountLinkEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('account_links_token_hash_unique', { unique: true })
  @Column({ type: 'bytea' })
  tokenHash: Buffer;

  @Column({ type: 'text' })
  purpose: 'invitation' | 'reset' | 'emailed_reset' | 'first_admin';

  @Index('account_links_user_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
