import {
  academicYearOf,
  academicYearSpan,
  addAcademicYears,
  answersToKeep,
  type Day,
  HAVE_YOUR_SAY,
  phasesOfSchool,
  type SurveyAnswer,
  type SurveyQuestion,
} from '@tracker/domain';
import type {
  SchoolEntity,
  SurveyAnswerEntity,
  SurveyEntity,
  SurveyResponseEntity,
  SurveyVersionEntity,
  VisitEntity,
} from '@tracker/server';
import type { Row } from './insert-rows';
import type { Random } from './random';

/** Share of the visits at which the survey was filled in, and of a survey's questions that were answered. */
const ASKED = 0.82;
const ANSWERED = 0.9;

export interface DemoSurveys {
  surveys: Row<SurveyEntity>[];
  versions: Row<SurveyVersionEntity>[];
  responses: Row<SurveyResponseEntity>[];
  answers: SurveyAnswerEntity[];
}

type School = Pick<SchoolEntity, 'id' | 'phase' | 'establishmentType' | 'pupils' | 'fsmPercent'>;
type Visit = Pick<VisitEntity, 'id' | 'schoolId' | 'visitedOn' | 'visitorId'>;

/** The survey as it was published a year ago, and what schools answered at their visits since. */
export function buildSurveys(
  { schools, visits }: { schools: readonly School[]; visits: readonly Visit[] },
  today: Day,
  random: Random,
): DemoSurveys {
  const surveyId = random.uuid();
  const versionId = random.uuid();
  const year = addAcademicYears(academicYearOf(today), -1);
  const { opensOn } = academicYearSpan(year);
  const byId = new Map(schools.map((school) => [school.id, school]));
  const built: DemoSurveys = {
    surveys: [{ id: surveyId, createdById: null }],
    versions: [
      {
        id: versionId,
        surveyId,
        number: 1,
        title: `Have Your Say ${year}`,
        intro: HAVE_YOUR_SAY.intro,
        questions: HAVE_YOUR_SAY.questions,
        publishedAt: new Date(`${opensOn}T09:00:00Z`),
        publishedById: null,
      },
    ],
    responses: [],
    answers: [],
  };
  for (const visit of visits) {
    const { visitedOn, schoolId } = visit;
    const school = byId.get(schoolId);
    if (!school || visitedOn === null || visitedOn < opensOn || !random.chance(ASKED)) continue;
    const response = {
      id: random.uuid(),
      schoolId,
      surveyVersionId: versionId,
      source: 'visit' as const,
      visitId: visit.id,
      answeredOn: visitedOn,
      submittedAt: new Date(`${visitedOn}T15:30:00Z`),
      filledInBy: null,
      enteredById: visit.visitorId,
      confirmedByVisitId: null,
    };
    built.responses.push(response);
    for (const [questionKey, value] of Object.entries(answersOf(school, random))) {
      built.answers.push({ responseId: response.id, questionKey, schoolId, value });
    }
  }
  return built;
}

function answersOf(school: School, random: Random): Record<string, SurveyAnswer> {
  const { questions } = HAVE_YOUR_SAY;
  const given = Object.fromEntries(
    questions
      .filter(({ required }) => required || random.chance(ANSWERED))
      .map((question) => [question.key, answerOf(question, school, random)]),
  );
  return answersToKeep({ questions }, given, phasesOfSchool(school));
}

function answerOf(question: SurveyQuestion, school: School, random: Random): SurveyAnswer {
  switch (question.type) {
    case 'yes_no':
      return random.chance(0.62);
    case 'one_choice':
      return random.pick(question.options).key;
    case 'several_choices':
      return someOf(question, random);
    case 'number':
      return numberFor(question.key, school, random);
    case 'money':
      return random.int(0, phasesOfSchool(school).includes('secondary') ? 30 : 10) * 50;
    case 'rating':
      return random.int(1, 5);
    case 'short_text':
    case 'long_text':
      return random.pick(TEXTS[question.key] ?? ['Nothing to add.']);
  }
}

function someOf({ options }: SurveyQuestion, random: Random): string[] {
  const alone = options.filter((option) => option.alone);
  if (alone.length > 0 && random.chance(0.15)) return [random.pick(alone).key];
  const others = options.filter((option) => !option.alone);
  return random
    .shuffle(others)
    .slice(0, random.int(1, 3))
    .map(({ key }) => key);
}

/** Minutes in steps of five; pupils as a share of the roll, fewer where the question asks for some of them. */
function numberFor(key: string, { pupils, fsmPercent }: School, random: Random): number {
  if (key.startsWith('minutes_')) return random.int(4, 14) * 5;
  if (key === 'performances') return random.int(1, 12);
  const playing = Math.round(((pupils ?? 200) * random.int(3, 14)) / 100);
  if (key === 'lesson_remission_pupils' || key === 'fsm_pupils_lessons') {
    return Math.round((playing * (fsmPercent ?? 15) * random.int(3, 9)) / 1000);
  }
  return key === 'send_pupils_lessons' ? Math.round(playing / 5) : playing;
}

const TEXTS: Record<string, readonly string[]> = {
  first_access_why_not: [
    'Money for the instruments.',
    'The timetable is full in Year 4.',
    'Nobody on the staff is confident enough to lead it.',
  ],
  budget_missing: [
    'Repairs.',
    'Visiting teachers.',
    'Transport to concerts.',
    'Instruments that are lent out.',
  ],
  smdp_address: ['www.school.example/music', 'www.school.example/curriculum/music'],
  smdp_help: [
    'A template and an example from a school like ours.',
    'An hour with somebody who has written one.',
  ],
  barriers_more: [
    'Every trip costs a coach, and we are at the edge of the county.',
    'Music gives way when tests are near.',
    'We share the hall with lunch.',
  ],
  hub_could_do: [
    'Concerts that come to the school.',
    'A network for music leads that meets after school.',
    'Lend us instruments for a term before we decide.',
    'Training for teachers who do not read music.',
  ],
};
