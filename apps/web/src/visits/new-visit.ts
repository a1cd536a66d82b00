import type { NewVisit } from '@tracker/contract';
import type { VisitWarning } from '@tracker/domain';

/** A school to be visited, as the dialogs need it. */
export interface SchoolToPlan {
  id: string;
  name: string;
  /** The proposed visit that is to get a date, where it is that one and no other. */
  visitId?: string;
}

/** One line of the form for several schools; empty text where something is left open. */
export interface VisitLine {
  schoolId: string;
  visitId?: string;
  scheduledOn: string;
  startTime: string;
  visitorId: string;
  /** The warnings it goes ahead against. */
  accepting: VisitWarning[];
}

export function lineOf(
  { id, visitId }: Omit<SchoolToPlan, 'name'>,
  visitorId: string,
  scheduledOn = '',
): VisitLine {
  return { schoolId: id, visitId, scheduledOn, startTime: '', visitorId, accepting: [] };
}

/** What tells the lines of a form apart: one school may have two visits that wait for a date. */
export const keyOfLine = ({ schoolId, visitId }: Pick<VisitLine, 'schoolId' | 'visitId'>): string =>
  visitId ?? schoolId;
export const keyOfSchool = ({ id, visitId }: Omit<SchoolToPlan, 'name'>): string => visitId ?? id;

/** What somebody can change of a line, as one text. */
export const lineAsText = ({ scheduledOn, startTime, visitorId, accepting }: VisitLine): string =>
  JSON.stringify([scheduledOn || '', startTime || '', visitorId || '', (accepting ?? []).length]);

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
