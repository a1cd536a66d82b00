import type { NewVisit } from '@tracker/contract';

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
}

export function lineOf(schoolId: string, visitorId: string): VisitLine {
  return { schoolId, scheduledOn: '', startTime: '', visitorId };
}

/** What the API takes: nothing in place of empty text. */
export function newVisitOf({ schoolId, scheduledOn, startTime, visitorId }: VisitLine): NewVisit {
  return {
    schoolId,
    ...(scheduledOn && { scheduledOn }),
    ...(startTime && { startTime }),
    ...(visitorId && { visitorId }),
  };
}
