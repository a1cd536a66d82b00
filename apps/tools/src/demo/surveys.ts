import {
  type AcademicYear,
  academicYearOf,
  academicYearSpan,
  addAcademicYears,
  addDays,
  type Day,
  HAVE_YOUR_SAY,
  type SurveyQuestion,
  VISIT_SURVEY,
} from '@tracker/domain';
import type {
  SurveyAnswerEntity,
  SurveyEntity,
  SurveyResponseEntity,
  SurveyVersionEntity,
  VisitEntity,
} from '@tracker/data';
import type { Row } from './insert-rows';
import type { Random } from './random';
import { type AnsweringSchool, type SurveyVersionRow, SurveyTeller } from './survey-teller';

/** Share of the visits at which the survey was filled in. */
const ASKED = 0.82;

export interface DemoSurveys {
  surveys: Row<SurveyEntity>[];
  versions: Row<SurveyVersionEntity>[];
  responses: Row<SurveyResponseEntity>[];
  answers: SurveyAnswerEntity[];
}

type Visit = Pick<
  VisitEntity,
  'id' | 'schoolId' | 'status' | 'scheduledOn' | 'visitedOn' | 'visitorId'
>;

/** What the demo hub's surveys are made from. */
export interface Surveyed {
  schools: readonly AnsweringSchool[];
  visits: readonly Visit[];
}

/** So many schools have answered by themselves before the visit they have agreed to. */
const BY_THEMSELVES = 6;

/** Asked since the present year only. */
const NEW_THIS_YEAR = ['toolkit_audit', 'adapted_instruments'];
/** As it was worded last year; the key stays, so that the answers compare. */
const WORDED_BEFORE: Record<string, string> = {
  hub_rating: 'How useful has the music hub been to your school?',
};

/** Last year's survey: two questions fewer, one worded otherwise. */
const LAST_YEAR: SurveyQuestion[] = HAVE_YOUR_SAY.questions
  .filter(({ key }) => !NEW_THIS_YEAR.includes(key))
  .map((question) => ({ ...question, text: WORDED_BEFORE[question.key] ?? question.text }));

/**
 * The survey in two versions, last year's and the present one, and what schools answered to each: at
 * their visits, and some by themselves before a visit to come.
 */
export function buildSurveys(hub: Surveyed, today: Day, random: Random): DemoSurveys {
  const surveyId = random.uuid();
  const year = academicYearOf(today);
  const last = version(surveyId, 1, addAcademicYears(year, -1), random);
  const present = version(surveyId, 2, year, random);
  const teller = new SurveyTeller(hub.schools, random);
  for (const visit of hub.visits) {
    const { visitedOn } = visit;
    if (visitedOn === null || visitedOn < opening(last) || !random.chance(ASKED)) continue;
    teller.atVisit(visit, visitedOn < opening(present) ? last : present, visitedOn);
  }
  const agreed = hub.visits.filter(
    ({ status, scheduledOn }) => status === 'confirmed' && (scheduledOn ?? '') >= today,
  );
  for (const { schoolId } of agreed.slice(0, BY_THEMSELVES)) {
    const day = addDays(today, -random.int(1, 9));
    teller.bySchool(schoolId, day < opening(present) ? last : present, day);
  }
  const { responses, answers } = teller;
  const surveys = [{ id: surveyId, purpose: VISIT_SURVEY, createdById: null }];
  return { surveys, versions: [last, present], responses, answers };
}

const opening = ({ publishedAt }: SurveyVersionRow): Day =>
  publishedAt?.toISOString().slice(0, 10) ?? '';

function version(
  surveyId: string,
  number: number,
  year: AcademicYear,
  random: Random,
): SurveyVersionRow {
  return {
    id: random.uuid(),
    surveyId,
    purpose: VISIT_SURVEY,
    number,
    title: `Have Your Say ${year}`,
    intro: HAVE_YOUR_SAY.intro,
    questions: number === 1 ? LAST_YEAR : HAVE_YOUR_SAY.questions,
    publishedAt: new Date(`${academicYearSpan(year).opensOn}T09:00:00Z`),
    publishedById: null,
  };
}
