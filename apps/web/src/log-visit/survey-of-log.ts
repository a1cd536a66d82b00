import { isAnswered, surveyPages, type SurveyPage } from '@tracker/domain';
import type { LogTyped } from '../on-device/device-log';
import type { LogScene } from '../on-device/pack';
import type { LogErrors } from '../people-met/check-people';

/** The pages of the survey as they are asked at this visit; none where it was not gone through. */
export function pagesOfLog({ survey }: LogTyped, { place }: Pick<LogScene, 'place'>): SurveyPage[] {
  return survey?.asked ? surveyPages(survey.version, survey.answers, place.phases) : [];
}

/**
 * What keeps somebody on a page of the survey: an answer that cannot be taken. What is missing does
 * not, for the questions may be asked in any order; it is said at the check.
 */
export function wrongOnPage(typed: LogTyped, page: SurveyPage | undefined, errors: LogErrors) {
  const answers = typed.survey?.answers ?? {};
  return (page?.questions ?? []).some(
    ({ key }) => errors[`survey.answers.${key}`] !== undefined && isAnswered(answers[key]),
  );
}
