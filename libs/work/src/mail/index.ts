export * from './withdraw-visit-mail';
export * from './calendar-file';
export { attachmentOf, bodyOf, type SenderEnv } from './compose-mail';
export * from './queue-action-mail';
export * from './queue-answer-mail';
export * from './queue-day-offer-mail';
export * from './queue-digests';
export * from './queue-monthly-digests';
export * from './queue-staff-mail';
export * from './queue-survey-mail';
export * from './queue-visit-mail';
export * from './queue-visit-reminders';
export * from './send-mails';
export {
  CONTACTS_OF_SCHOOL,
  HOLD_MAILS_OF_VISIT,
  MAILS_OF_VISIT,
  type VisitMailRow,
} from './visit-mail.queries';
