import { type AcademicYear } from '../academic-year';
import { yearsFromTo } from './plan-years';

/** A confirmed document of a school. */
export interface ConfirmedDocument {
  id: string;
  academicYear: AcademicYear;
  lastAcademicYear: AcademicYear;
}

/** What the confirmed documents of a school come to together. */
export interface PlanSuccession {
  /** Of each document the next one that covers all of its years and took its place; null while it stands. */
  replacedBy: Map<string, string | null>;
  /** What is counted in an academic year comes from one document, the latest that covers it. */
  countedIn: Map<AcademicYear, string>;
  /** Plans that are known from those that stand, one a first year, with their documents in order. */
  plans: { academicYear: AcademicYear; lastAcademicYear: AcademicYear; documents: string[] }[];
}

/**
 * A later document takes the place of an earlier one whose years it covers (rule 21).
 *
 * @param documents in the order in which they were captured
 */
export function planSuccession(documents: readonly ConfirmedDocument[]): PlanSuccession {
  const covers = (one: ConfirmedDocument, other: ConfirmedDocument) =>
    one.academicYear <= other.academicYear && one.lastAcademicYear >= other.lastAcademicYear;
  const replacedBy = new Map(
    documents.map((document, at) => {
      const next = documents.slice(at + 1).find((later) => covers(later, document));
      return [document.id, next?.id ?? null];
    }),
  );
  const countedIn = new Map(
    documents.flatMap(({ id, academicYear, lastAcademicYear }) =>
      yearsFromTo(academicYear, lastAcademicYear).map((year): [string, string] => [year, id]),
    ),
  );
  const plans = new Map<AcademicYear, PlanSuccession['plans'][number]>();
  for (const { id, academicYear, lastAcademicYear } of documents) {
    if (replacedBy.get(id) !== null) continue;
    const plan = plans.get(academicYear) ?? { academicYear, lastAcademicYear, documents: [] };
    if (lastAcademicYear > plan.lastAcademicYear) plan.lastAcademicYear = lastAcademicYear;
    plan.documents.push(id);
    plans.set(academicYear, plan);
  }
  return { replacedBy, countedIn, plans: [...plans.values()] };
}
