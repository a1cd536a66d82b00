import { type Day, formatDay } from '../day';
import type { MailWording } from './default-templates';
import { TRACKER_ADDRESS } from './placeholders';

/** What a school has said by its link. */
export type SchoolAnswered =
  | { kind: 'taken'; day: Day; visitorName: string }
  | { kind: 'none'; said: string }
  | { kind: 'proposed'; days: readonly Day[]; words: string | null }
  | { kind: 'cannot'; day: Day; said: string };

const SUBJECTS: Record<SchoolAnswered['kind'], (school: string) => string> = {
  taken: (school) => `${school} has taken a day`,
  none: (school) => `None of the days suits ${school}`,
  proposed: (school) => `${school} proposes another day`,
  cannot: (school) => `${school} cannot make its visit`,
};

/** One of the team is told what a school has said. */
export function schoolAnsweredMail(of: {
  name: string;
  school: string;
  answered: SchoolAnswered;
}): MailWording {
  return {
    subject: SUBJECTS[of.answered.kind](of.school),
    body: `Hello ${of.name},

${sentences(of.school, of.answered)}

The tracker: ${TRACKER_ADDRESS}`,
  };
}

function sentences(school: string, answered: SchoolAnswered): string {
  switch (answered.kind) {
    case 'taken': {
      const { day, visitorName } = answered;
      return `${school} has taken ${formatDay(day)} by its link. The visit is confirmed, for ${visitorName}, and the school gets its invitation.`;
    }
    case 'none':
      return `None of the days that were offered suits ${school}.${andSaid(answered.said)}`;
    case 'proposed': {
      const days = answered.days.map((day) => `- ${formatDay(day)}`);
      const words = answered.words ? [`“${answered.words}”`] : [];
      return [`${school} proposes:`, ...days, ...words].join('\n');
    }
    case 'cannot':
      return `${school} says that it cannot make its visit on ${formatDay(answered.day)}.${andSaid(answered.said)} Nothing has been cancelled: move the visit, offer other days, or cancel it.`;
  }
}

const andSaid = (said: string): string => (said === '' ? '' : ` It says: ${said}`);
