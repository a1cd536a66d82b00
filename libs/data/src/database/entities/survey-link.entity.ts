import type { FormPurpose } from '@tracker/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { SchoolEntity } from './school.entity';
import { SurveyResponseEntity } from './survey-response.entity';
import { UserEntity } from './user.entity';

/**
 * A link with which one school answers a form without an account. Only the SHA-256 of its token is
 * kept. A school has at most one of each purpose that is neither revoked nor used.
 */
@Entity('survey_links')
@Index('survey_links_open_unique', { synchronize: false })
export class SurveyLinkEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('survey_links_token_hash_unique', { unique: true })
  @Column({ type: 'bytea' })
  tokenHash: Buffer;

  @Index('survey_links_school_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  /** Which form it opens: the one in use of this purpose. */
  @Column({ type: 'text', default: 'have_your_say' })
  purpose: FormPurpose;

  /** Last day on which it works. */
  @Column({ type: 'date' })
  expiresOn: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  createdById: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  /** What the school has sent with it. */
  @Index('survey_links_response_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => SurveyResponseEntity, { onDelete: 'SET NULL' })
  responseId: string | null;
}
