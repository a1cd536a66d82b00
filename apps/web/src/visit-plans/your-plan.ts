import type { VisitPlanLine } from '@tracker/contract';
import { formatDay, plural } from '@tracker/domain';

/** `12 visits are proposed for you, the next on Tue 8 Oct 2024 at Mill Lane Primary School.`; null for none. */
export function yourPlanInWords(
  visits: number,
  next: Pick<VisitPlanLine, 'date' | 'schoolName'> | undefined,
): string | null {
  if (visits === 0 || !next) return null;
  const at = `on ${formatDay(next.date)} at ${next.schoolName}.`;
  if (visits === 1) return `1 visit is proposed for you, ${at}`;
  return `${plural(visits, 'visit')} are proposed for you, the next ${at}`;
}
