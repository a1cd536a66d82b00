import type { AcademicYear } from '../academic-year';
import { formatDay } from '../day';
import { listInWords } from '../list-in-words';
import type { InexactDay, PlanField, PlanFields, PlanFieldValue, PlanStage } from '../plan-reading';
import { inFull } from './plan-state';
import { planYearsInWords } from './plan-years';

/** What somebody confirmed that a plan states. */
export interface PlanFactOnRecord {
  field: PlanField;
  /** Null where the plan does not state it. */
  value: PlanFieldValue | null;
}

/** A captured plan of this academic year, or last year's that may still be renewed. */
export interface PlanInForce {
  academicYear: AcademicYear;
  lastAcademicYear: AcademicYear;
  facts: readonly PlanFactOnRecord[];
}

type PlanValues = { [F in PlanField]?: NonNullable<PlanFields[F]['value']> };

/** What is stated, by field. */
export const planValues = (facts: readonly PlanFactOnRecord[]): PlanValues =>
  Object.fromEntries(facts.flatMap(({ field, value }) => (value === null ? [] : [[field, value]])));

const written = (day: InexactDay): string =>
  day.length > 7 ? formatDay(day) : inFull(`${day}-01`).replace(/^1 /, '');

/** `the plan of September 2026`; without a day of publication `the plan for 2026-27`. */
export function planInWords({ academicYear, lastAcademicYear, facts }: PlanInForce): string {
  const { publishedOn } = planValues(facts);
  return publishedOn === undefined
    ? `the plan for ${planYearsInWords([academicYear, lastAcademicYear])}`
    : `the plan of ${written(publishedOn)}`;
}

/** `key stage 3`, `year 4`, `the early years`; of the survey `later years`. */
export function stageInWords(stage: PlanStage): string {
  if (stage === 'eyfs') return 'the early years';
  if (stage === 'all') return 'all years';
  if (stage === 'later') return 'later years';
  return stage.replace(/^ks/, 'key stage ').replace(/^y/, 'year ');
}

/** `years 3 and 4`, `key stages 1 and 2`, `year 4 and key stage 3`. */
export function stagesInWords(stages: readonly PlanStage[]): string {
  const each = stages.map(stageInWords);
  const kind = /^(year|key stage) /.exec(each[0] ?? '')?.[0];
  const oneKind = kind !== undefined && each.every((words) => words.startsWith(kind));
  if (each.length < 2 || !oneKind) return listInWords(each);
  return `${kind.trim()}s ${listInWords(each.map((words) => words.slice(kind.length)))}`;
}
