import type { MailWording } from './default-templates';

/** Left as it is in the outbox; the link is made when the mail goes out, and stands nowhere else. */
export const RESET_LINK = '{{reset link}}';

/** For so long a link that came by email can be used, in minutes. */
export const RESET_LINK_MINUTES = 60;

/** The way to a new password, for somebody who asked for it on the sign-in page. */
export function passwordResetMail({ name, hub }: { name: string; hub: string }): MailWording {
  return {
    subject: 'Choose a new password for the School Engagement Tracker',
    body: `Hello ${name},

Somebody, probably you, asked for a new password for the School Engagement Tracker. Choose it here:

${RESET_LINK}

The link works once, and for an hour after this email was sent. If you did not ask for it, do nothing: your password stays as it is.

${hub}`,
  };
}
