import { visitTimesOverlap, type VisitWarning } from '@tracker/domain';
import { useStaff } from '../fields/inputs';
import { keyOfLine, type SchoolToPlan, type VisitLine } from './new-visit';

/**
 * What speaks against a line because of the others of its form, in the words the server has for it
 * once those are saved.
 */
export function useClashes(lines: readonly VisitLine[], schools: readonly SchoolToPlan[]) {
  const staff = useStaff();
  return (line: VisitLine): VisitWarning[] => {
    const other = lines.find(
      (each) =>
        keyOfLine(each) !== keyOfLine(line) &&
        Boolean(line.visitorId) &&
        each.visitorId === line.visitorId &&
        Boolean(line.scheduledOn) &&
        each.scheduledOn === line.scheduledOn &&
        visitTimesOverlap(each.startTime || null, line.startTime || null),
    );
    if (!other) return [];
    const who = staff.find(({ id }) => id === line.visitorId)?.name ?? 'The visitor';
    const where = schools.find(({ id }) => id === other.schoolId)?.name ?? 'another school';
    return [
      { key: 'visitor_busy', message: `${who} is at ${where} at ${other.startTime} that day.` },
    ];
  };
}
