import type { SurveySummaryQuery } from '@tracker/contract';

export const ANSWERS_PATH = '/school-answers';

/** What the page shows, all of it in the address bar. */
export function answersPath(asked: SurveySummaryQuery): string {
  const given = Object.entries({
    year: asked.academicYear,
    with: asked.compareWith,
    region: asked.regionId,
    phase: asked.phase,
    meals: asked.fsmBand,
    survey: asked.surveyId,
  });
  const query = new URLSearchParams(
    given.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const search = query.toString();
  return search ? `${ANSWERS_PATH}?${search}` : ANSWERS_PATH;
}
