import type { Invitation, MailKind, MailStatus, TemplateKind } from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CreateDateColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import { ContactEntity } from './contact.entity';
import { DayOfferEntity } from './day-offer.entity';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';
import { VisitEntity } from './visit.entity';

const TEMPLATE_KINDS = `'visit_confirmed', 'visit_moved', 'visit_cancelled', 'daily_digest', 'action_assigned', 'monthly_digest', 'survey_sent', 'visit_reminder', 'day_offer', 'day_offer_reminder'`;

/**
 * A mail on its way, written in the transaction of what it tells of. `sending` is committed before
 * the message goes out, so a worker that dies over it cannot make anybody send it twice.
 */
@Entity('mails')
@Check(
  'mails_kind_check',
  `kind IN (${TEMPLATE_KINDS}, 'password_reset', 'log_reminder', 'visit_plan', 'school_answered')`,
)
@Check(
  'mails_status_check',
  `status IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'unaddressed', 'cancelled')`,
)
@Check('mails_address_check', `to_address IS NOT NULL OR status IN ('unaddressed', 'cancelled')`)
@Check('mails_sending_check', `(status = 'sending') = (sending_since IS NOT NULL)`)
@Check('mails_event_check', `(event IS NULL) = (sequence IS NULL)`)
@Index('mails_created_at_idx', ['createdAt', 'id'])
@Index('mails_school_id_idx', ['schoolId', 'createdAt'])
@Index('mails_visit_id_idx', ['visitId', 'sequence'])
@Index('mails_day_offer_id_idx', ['dayOfferId'], { where: 'day_offer_id IS NOT NULL' })
@Index('mails_user_id_idx', ['userId', 'createdAt'])
@Index('mails_waiting_idx', { synchronize: false })
@Index('mails_status_idx', { synchronize: false })
@Index('mails_search_idx', { synchronize: false })
export class MailEntity extends RecordEntity {
  @Column({ type: 'text' })
  kind: MailKind;

  /** The same occasion has the same key, so it cannot make two mails. */
  @Index('mails_dedupe_key_unique', { unique: true })
  @Column({ type: 'text' })
  dedupeKey: string;

  @Column({ type: 'text', default: 'waiting' })
  status: MailStatus;

  @Column({ type: 'text', nullable: true })
  toName: string | null;

  /** Null where nobody could be found to send it to. */
  @Column({ type: 'text', nullable: true })
  toAddress: string | null;

  /** Where an answer goes instead of to the sender. */
  @Column({ type: 'text', nullable: true })
  replyTo: string | null;

  @Column({ type: 'text' })
  subject: string;

  /** Plain text; `{{tracker}}` in it becomes the tracker's address when it is sent. */
  @Column({ type: 'text' })
  body: string;

  /** What the calendar attachment says. */
  @Column({ type: 'jsonb', nullable: true })
  event: Invitation | null;

  /** Rises with each mail about a visit, so that calendars know which is newer. */
  @Column({ type: 'integer', nullable: true })
  sequence: number | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitEntity, { onDelete: 'SET NULL' })
  visitId: string | null;

  /** The offer that it makes or recalls. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => DayOfferEntity, { onDelete: 'SET NULL' })
  dayOfferId: string | null;

  @Index('mails_contact_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => ContactEntity, { onDelete: 'SET NULL' })
  contactId: string | null;

  /** Set for mail to staff. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId: string | null;

  /** After this day it is of no use and is not sent any more. */
  @Column({ type: 'date', nullable: true })
  usefulUntil: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  nextAttemptAt: Date;

  /** Set by a restored backup: it may have gone out since, so a person says whether it is sent. */
  @Column({ type: 'timestamptz', nullable: true })
  heldAt: Date | null;

  /** Set at the first attempt that has to be repeated. */
  @Column({ type: 'timestamptz', nullable: true })
  giveUpAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  sendingSince: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  /** In words. */
  @Column({ type: 'text', nullable: true })
  lastError: string | null;

  @Column({ type: 'text', nullable: true })
  messageId: string | null;

  /** Who last decided by hand what becomes of it. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  handledById: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  handledAt: Date | null;
}

/** A mail's wording as the hub wants it; without a row the wording is the tracker's own. */
@Entity('mail_templates')
@Check('mail_templates_kind_check', `kind IN (${TEMPLATE_KINDS})`)
export class MailTemplateEntity {
  @PrimaryColumn({ type: 'text' })
  kind: TemplateKind;

  @VersionColumn({ type: 'integer', default: 1 })
  version: number;

  @CreateDateColumn({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  body: string;
}

/** The contact chosen by hand for a visit's mail. */
@Entity('visit_recipients')
export class VisitRecipientEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  visitId: string;

  @Index('visit_recipients_contact_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => ContactEntity, { onDelete: 'CASCADE' })
  contactId: string;
}

/** A day whose digests have been written; there is one such day once. */
@Entity('daily_digests')
export class DailyDigestEntity {
  @PrimaryColumn({ type: 'date' })
  day: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  madeAt: Date;

  @Column({ type: 'integer' })
  mails: number;
}

/** A user's calendar for others to read. Only the SHA-256 of its token is kept. */
@Entity('calendar_feeds')
export class CalendarFeedEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId: string;

  @Index('calendar_feeds_token_hash_unique', { unique: true })
  @Column({ type: 'bytea' })
  tokenHash: Buffer;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** When a calendar last asked for it, exact to the hour. */
  @Column({ type: 'timestamptz', nullable: true })
  readAt: Date | null;
}
