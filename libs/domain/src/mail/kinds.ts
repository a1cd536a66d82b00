/** What a mail is about that the hub words itself: the first six go to schools, the others to staff. */
export const TEMPLATE_KINDS = [
  'visit_confirmed',
  'visit_moved',
  'visit_cancelled',
  'visit_reminder',
  'day_offer',
  'day_offer_reminder',
  'daily_digest',
  'action_assigned',
  'monthly_digest',
  'survey_sent',
] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** Not worded by the hub: the way to a new password needs its link, the others their lists and what a school said. */
export const MAIL_KINDS = [
  ...TEMPLATE_KINDS,
  'password_reset',
  'log_reminder',
  'visit_plan',
  'school_answered',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Kinds that go to a school, with a calendar entry. */
export const SCHOOL_MAIL_KINDS = ['visit_confirmed', 'visit_moved', 'visit_cancelled'] as const;
export type SchoolMailKind = (typeof SCHOOL_MAIL_KINDS)[number];

/** Kinds that go to a school without one. */
export const SCHOOL_NOTE_KINDS = ['visit_reminder', 'day_offer', 'day_offer_reminder'] as const;
export type SchoolNoteKind = (typeof SCHOOL_NOTE_KINDS)[number];
export type StaffMailKind = Exclude<MailKind, SchoolMailKind | SchoolNoteKind>;

/**
 * Where a mail is:
 * - `waiting` for its turn, or for another try
 * - `sending` is being handed to the mail server
 * - `sent` the mail server has taken it
 * - `failed` refused, or given up after a day
 * - `uncertain` the connection broke off while it was handed over; a person decides
 * - `unaddressed` there was nobody to send it to
 * - `cancelled` taken back by hand, or no longer of use
 */
export const MAIL_STATUSES = [
  'waiting',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'unaddressed',
  'cancelled',
] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** What a person may do about a mail. */
export type MailCommand = 'send_again' | 'arrived' | 'cancel';
export const MAIL_COMMANDS: readonly MailCommand[] = ['send_again', 'arrived', 'cancel'];

const ALLOWED: Record<MailStatus, readonly MailCommand[]> = {
  waiting: ['cancel'],
  sending: [],
  sent: [],
  failed: ['send_again'],
  uncertain: ['send_again', 'arrived'],
  unaddressed: ['send_again'],
  cancelled: ['send_again'],
};

export const allowedMailCommands = (status: MailStatus): readonly MailCommand[] => ALLOWED[status];
