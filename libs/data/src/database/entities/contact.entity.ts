import { Check, Column, DeleteDateColumn, Entity, ForeignKey, Index } from 'typeorm';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';

/** A person at a school. */
@Entity('contacts')
@Check('contacts_role_check', `role IN ('head_teacher', 'music_lead', 'other')`)
@Check('contacts_deleted_check', `deleted_by_id IS NULL OR deleted_at IS NOT NULL`)
@Index('contacts_deleted_idx', ['deletedAt', 'id'], { where: 'deleted_at IS NOT NULL' })
export class ContactEntity extends RecordEntity {
  @Index('contacts_school_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  role: 'head_teacher' | 'music_lead' | 'other';

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  telephone: string | null;

  /** The day a mail server last said that there is no such address. */
  @Column({ type: 'date', nullable: true })
  mailRefusedOn: string | null;

  /** In the bin since then; what reads with SQL of its own leaves it out by `onRecord`. */
  @DeleteDateColumn({ type: 'timestamptz', nullable: true })
  deletedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  deletedById: string | null;
}
