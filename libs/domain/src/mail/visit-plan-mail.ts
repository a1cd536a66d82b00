import { type Day, formatDay } from '../day';
import { plural } from '../plural';
import type { MailWording } from './default-templates';
import { TRACKER_ADDRESS } from './placeholders';

/** At most so many visits are named; the tracker has the rest. */
const MOST = 80;

/** What a member of the teams is told of a plan: their own visits, by date. */
export function visitPlanMail(of: {
  name: string;
  /** Who sends the plan. */
  by: string;
  planName: string;
  visits: readonly { schoolName: string; day: Day }[];
}): MailWording {
  const lines = of.visits
    .slice(0, MOST)
    .map(({ schoolName, day }) => `- ${formatDay(day)}, ${schoolName}`);
  const rest = of.visits.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more`);
  return {
    subject: `${of.planName}: ${plural(of.visits.length, 'visit')} proposed for you`,
    body: `Hello ${of.name},

${of.by} has sent you your part of “${of.planName}”. Nothing is booked yet: a line becomes a visit once it is accepted. Lock or move what does not suit you, and say when a school cannot.

${lines.join('\n')}

The tracker: ${TRACKER_ADDRESS}`,
  };
}
