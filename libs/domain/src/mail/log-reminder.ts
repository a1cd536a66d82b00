import { type Day, formatDay } from '../day';
import { plural } from '../plural';
import type { MailWording } from './default-templates';
import { TRACKER_ADDRESS } from './placeholders';

/** At most so many visits are named; the tracker has the rest. */
const MOST = 20;

/** What a colleague is asked for whose visits took place, or did not, and are not logged. */
export function logReminderMail(of: {
  name: string;
  /** Whoever asks. */
  by: string;
  /** The longest ago first. */
  visits: readonly { schoolName: string; day: Day }[];
}): MailWording {
  const lines = of.visits
    .slice(0, MOST)
    .map(({ schoolName, day }) => `- ${formatDay(day)}, ${schoolName}`);
  const rest = of.visits.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more`);
  const count = plural(of.visits.length, 'visit');
  return {
    subject: `${count} to log`,
    body: `Hello ${of.name},

${of.by} asks you to log ${count === '1 visit' ? 'this visit' : 'these visits'}. If one did not take place, please say so in the tracker.

${lines.join('\n')}

The tracker: ${TRACKER_ADDRESS}`,
  };
}
