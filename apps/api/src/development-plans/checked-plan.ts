import type { FieldError } from '@tracker/contract';
import { checkPlanAddress, type Day, planYearsProblem } from '@tracker/domain';
import { unacceptable } from '../http/problem';

/** What is kept of a plan, as it is kept. */
export interface CheckedPlan {
  academicYear: string;
  lastAcademicYear: string;
  url: string | null;
  knownOn: Day;
}

/** @throws 422 naming each field that cannot be */
export function checkedPlan(
  sent: { academicYears: readonly string[]; address?: string | null; knownOn?: Day },
  today: Day,
): CheckedPlan {
  const errors: FieldError[] = [];
  const { academicYears, address, knownOn = today } = sent;
  const years = planYearsProblem(academicYears, today);
  if (years !== null) errors.push({ field: 'academicYears', message: years });
  const checked = address ? checkPlanAddress(address) : { address: null, problem: null };
  if (checked.problem !== null) errors.push({ field: 'address', message: checked.problem });
  if (knownOn > today) {
    errors.push({ field: 'knownOn', message: 'The day on which it was seen cannot lie ahead.' });
  }
  if (errors.length > 0) throw unacceptable(errors);
  const sorted = [...academicYears].sort();
  const [academicYear = '', lastAcademicYear = ''] = [sorted[0], sorted.at(-1)];
  return { academicYear, lastAcademicYear, url: checked.address, knownOn };
}
