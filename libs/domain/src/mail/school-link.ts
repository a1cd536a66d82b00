import type { MailWording } from './default-templates';
import { SCHOOL_LINK } from './placeholders';

/** A mail whose wording, which is the hub's, leaves the link out has it at its end. */
export function withSchoolLink({ subject, body }: MailWording, words: string): MailWording {
  if (body.includes(SCHOOL_LINK)) return { subject, body };
  return { subject, body: `${body}\n\n${words}: ${SCHOOL_LINK}` };
}

export const CANNOT_MAKE_IT = 'If you cannot make this day, please tell us here';
export const ANSWER_HERE = 'Please answer here';
