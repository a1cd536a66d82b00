import type { Day, DayOfferStatus, OfferedDay, SchoolSaid } from '@tracker/domain';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { ContactEntity } from './contact.entity';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';
import { VisitEntity } from './visit.entity';

/** What a school answered to days that it was offered. */
export type OfferAnswer =
  | { kind: 'taken'; date: Day; visitorId: string }
  | ({ kind: 'none' } & SchoolSaid)
  | { kind: 'proposed'; days: Day[]; words: string | null };

/** Two or three days that a school may choose from by a link; one open offer a school. */
@Entity('day_offers')
@Check(
  'day_offers_status_check',
  `status IN ('sent', 'taken', 'none', 'proposed', 'withdrawn', 'expired')`,
)
@Check(
  'day_offers_answer_check',
  `status NOT IN ('taken', 'none', 'proposed') OR answer IS NOT NULL`,
)
@Index('day_offers_open_unique', ['schoolId'], { unique: true, where: `status = 'sent'` })
@Index('day_offers_school_idx', ['schoolId', 'createdAt'])
@Index('day_offers_created_at_idx', ['createdAt', 'id'])
@Index('day_offers_to_see_idx', ['answeredAt'], {
  where: `status IN ('none', 'proposed') AND handled_at IS NULL`,
})
export class DayOfferEntity extends RecordEntity {
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string;

  @Column({ type: 'text', default: 'sent' })
  status: DayOfferStatus;

  @Column({ type: 'jsonb' })
  days: OfferedDay[];

  /** The last day on which the school can answer, and for which the places are kept. */
  @Column({ type: 'date' })
  expiresOn: string;

  /** The visit that the days are for, then the visit that was made of one. */
  @Index('day_offers_visit_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitEntity, { onDelete: 'SET NULL' })
  visitId: string | null;

  /** To whom the mail went. */
  @Index('day_offers_contact_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => ContactEntity, { onDelete: 'SET NULL' })
  contactId: string | null;

  @Column({ type: 'uuid' })
  @ForeignKey(() => UserEntity)
  offeredById: string;

  @Column({ type: 'date', nullable: true })
  remindedOn: string | null;

  @Column({ type: 'jsonb', nullable: true })
  answer: OfferAnswer | null;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null;

  /** When one of the team saw to the answer. */
  @Column({ type: 'timestamptz', nullable: true })
  handledAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  handledById: string | null;
}

/** A school has said by its link that it cannot make an agreed visit. */
@Entity('visit_declines')
@Index('visit_declines_open_unique', ['visitId'], { unique: true, where: 'handled_at IS NULL' })
export class VisitDeclineEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('visit_declines_visit_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  visitId: string;

  /** The day that it cannot make; the visit may have another by now. */
  @Column({ type: 'date' })
  scheduledOn: string;

  @Column({ type: 'jsonb' })
  said: SchoolSaid;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  saidAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  handledAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  handledById: string | null;
}

/** A link in a mail by which a school answers. Only the SHA-256 of its token is kept. */
@Entity('answer_links')
@Check('answer_links_subject_check', '(day_offer_id IS NULL) <> (visit_id IS NULL)')
export class AnswerLinkEntity {
  @PrimaryColumn({ type: 'bytea' })
  tokenHash: Buffer;

  @Index('answer_links_day_offer_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => DayOfferEntity, { onDelete: 'CASCADE' })
  dayOfferId: string | null;

  @Index('answer_links_visit_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  visitId: string | null;

  /** To whom it went; a link says nothing of whoever uses it. */
  @Index('answer_links_contact_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => ContactEntity, { onDelete: 'SET NULL' })
  contactId: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
