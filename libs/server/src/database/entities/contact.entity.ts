import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';

/** A person at a school. */
@Entity('contacts')
@Check('contacts_role_check', `role IN ('head_teacher', 'music_lead', 'other')`)
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
}
