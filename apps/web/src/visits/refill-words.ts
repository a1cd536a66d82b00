import { formatDay } from '@tracker/domain';
import type { VisitRefill } from '@tracker/contract';

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five'];
const FIRST_NAME = /^\S+/;

/** `Thu 12 Nov is free for Callum. Three schools near Mill Lane could take it.` Null where no place is free. */
export function freedInWords(
  { place, schoolsForPlace }: Pick<VisitRefill, 'place' | 'schoolsForPlace'>,
  schoolName: string,
): string | null {
  if (place === null) return null;
  const who = FIRST_NAME.exec(place.visitorName)?.[0] ?? place.visitorName;
  const count = schoolsForPlace.length;
  const schools = `${NUMBERS[count] ?? count} ${count === 1 ? 'school' : 'schools'}`;
  const day = formatDay(place.date).slice(0, -5);
  return `${day} is free for ${who}. ${schools} near ${schoolName} could take it.`;
}
