export * from './calendar-file';
export { attachmentOf, bodyOf, type SenderEnv } from './compose-mail';
export * from './queue-action-mail';
export * from './queue-digests';
export * from './queue-staff-mail';
export * from './queue-visit-mail';
export * from './send-mails';
export { CONTACTS_OF_SCHOOL, LATEST_MAIL_OF_VISIT, type LatestMail } from './visit-mail.queries';
