import { type Day, formatDay } from '../day';
import { SCHOOL_LINK } from './placeholders';

/** What the mail that offers days can name, filled in. */
export function dayOfferValues(of: {
  school: string;
  contact: string | null;
  hub: string;
  by: string;
  days: readonly { date: Day; visitorName: string }[];
  until: Day;
}): Record<string, string> {
  return {
    school: of.school,
    contact: of.contact ?? 'colleague',
    hub: of.hub,
    by: of.by,
    days: of.days.map(({ date, visitorName }) => `- ${formatDay(date)}, ${visitorName}`).join('\n'),
    until: formatDay(of.until),
    link: SCHOOL_LINK,
  };
}
