import type { NewVisit } from '@tracker/contract';
import type { VisitWarning } from '@tracker/domain';

/** A school to be visited, as the dialogs need it. */
export interface SchoolToVisit {
  id: string;
  name: string;
}

/** One line of the form for several schools; empty text where something is left open. */
export interface VisitLine {
  schoolId: string;
  scheduledOn: string;
  startTime: string;
  visitorId: string;
  /** The warnings it goes ahead against. */
  accepting: VisitWarning[];
}

export function lineOf(schoolId: string, visitorId: string): VisitLine {
  return { schoolId, scheduledOn: '', startTime: '', visitorId, accepting: [] };
}

/** What the API takes: nothing in place of empty text. */
export function newVisitOf(line: Omit<VisitLine, 'accepting'>): NewVisit {
  const { schoolId, scheduledOn, startTime, visitorId } = line;
  return {
    schoolId,
    ...(scheduledOn && { scheduledOn }),
    ...(startTime && { startTime }),
    ...(visitorId && { visitorId }),
  };
}

/** What the API takes of the warnings somebody has seen. */
export const keysOf = (warnings: readonly VisitWarning[] | undefined) =>
  (warnings ?? []).map(({ key }) => key);
