import { formatDay } from '../../day';
import type { PlanView } from '../view';
import type { PlanSchool } from '../problem';

/** `14 Mar 2021`; weekdays of long ago help nobody. */
export const dateOnly = (date: string): string => formatDay(date).slice(4);

/** Why this school: its band, and its rank among those that need a visit. */
export function whichSentence(context: PlanView, school: PlanSchool): string {
  const rank = context.ranks.get(school.urn) ?? 0;
  const needing = context.waiting.filter(({ band }) => band < 3 || school.band === 3).length;
  const place = `Rank ${rank} of ${needing}.`;
  if (school.lastVisitedOn === null) return `Never visited. ${place}`;
  if (school.band === 1) {
    return `Not visited in three years: last visit ${dateOnly(school.lastVisitedOn)}. ${place}`;
  }
  if (school.dueOn === null) return place;
  const due = `ue by ${dateOnly(school.dueOn)}.`;
  return school.band === 2 ? `D${due}` : `There was room: next d${due}`;
}
