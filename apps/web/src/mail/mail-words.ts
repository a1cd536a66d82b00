import type { Mail } from '@tracker/contract';
import type { MailCommand, MailKind, MailStatus } from '@tracker/domain';
import type { ToneName } from '../layout/palette';

export const MAIL_KIND_WORDS: Record<MailKind, string> = {
  visit_confirmed: 'Visit confirmed',
  visit_moved: 'Visit moved',
  visit_cancelled: 'Visit cancelled',
  visit_reminder: 'Reminder of a visit',
  day_offer: 'Days offered',
  day_offer_reminder: 'Reminder of offered days',
  daily_digest: 'Daily digest',
  action_assigned: 'New owner of an action',
  monthly_digest: 'Monthly figures',
  survey_sent: 'A school answered the survey',
  password_reset: 'New password',
  log_reminder: 'Reminder to log visits',
  visit_plan: 'Planned visits of a year',
  school_answered: 'A school answered',
};

export const MAIL_STATUS_WORDS: Record<MailStatus, string> = {
  waiting: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Failed',
  uncertain: 'May have arrived',
  unaddressed: 'Nobody to send it to',
  cancelled: 'Not sent',
};

export const MAIL_STATUS_TONES: Record<MailStatus, ToneName> = {
  waiting: 'soon',
  sending: 'booked',
  sent: 'fine',
  failed: 'urgent',
  uncertain: 'late',
  unaddressed: 'late',
  cancelled: 'quiet',
};

/** What a decision is called on its button. */
export function commandInWords(command: MailCommand, { status }: Pick<Mail, 'status'>): string {
  if (command === 'arrived') return 'It arrived';
  if (command === 'cancel') return 'Don’t send';
  return status === 'unaddressed' || status === 'cancelled' ? 'Send it' : 'Send again';
}

/** What to say once it is done. */
export const DECIDED: Record<MailCommand, string> = {
  send_again: 'The email is waiting to be sent.',
  arrived: 'Noted that it arrived.',
  cancel: 'The email will not be sent.',
};

/** `Jo Marsh, music@school.example`. */
export function recipientInWords({ toName, toAddress }: Mail): string {
  return [toName, toAddress].filter(Boolean).join(', ') || 'Nobody';
}
