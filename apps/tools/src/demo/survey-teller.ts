import {
  answersToKeep,
  type Day,
  phasesOfSchool,
  type SurveyAnswer,
  type SurveyQuestion,
} from '@tracker/domain';
import type {
  SchoolEntity,
  SurveyAnswerEntity,
  SurveyResponseEntity,
  SurveyVersionEntity,
  VisitEntity,
} from '@tracker/data';
import type { Row } from './insert-rows';
import type { Random } from './random';

/** Share of a survey's questions that were answered. */
const ANSWERED = 0.9;

export type SurveyVersionRow = Row<SurveyVersionEntity>;
export type AnsweringSchool = Pick<
  SchoolEntity,
  'id' | 'phase' | 'establishmentType' | 'pupils' | 'fsmPercent'
>;

/** Tells what schools answered to a version, by the rules that a person's answers meet. */
export class SurveyTeller {
  readonly responses: Row<SurveyResponseEntity>[] = [];
  readonly answers: SurveyAnswerEntity[] = [];
  private readonly schools: ReadonlyMap<string, AnsweringSchool>;

  constructor(
    schools: readonly AnsweringSchool[],
    private readonly random: Random,
  ) {
    this.schools = new Map(schools.map((school) => [school.id, school]));
  }

  atVisit(
    { id, schoolId, visitorId }: Pick<VisitEntity, 'id' | 'schoolId' | 'visitorId'>,
    version: SurveyVersionRow,
    visitedOn: Day,
  ): void {
    this.respond(schoolId, version, visitedOn, {
      ...{ source: 'visit', visitId: id, enteredById: visitorId, filledInBy: null },
    });
  }

  bySchool(schoolId: string, version: SurveyVersionRow, day: Day): void {
    const filledInBy = this.random.pick(['The music lead', 'Head teacher', 'Deputy head']);
    this.respond(schoolId, version, day, {
      ...{ source: 'school', visitId: null, enteredById: null, filledInBy },
    });
  }

  private respond(
    schoolId: string,
    { id: surveyVersionId, purpose, questions }: SurveyVersionRow,
    answeredOn: Day,
    by: Pick<SurveyResponseEntity, 'source' | 'visitId' | 'enteredById' | 'filledInBy'>,
  ): void {
    const school = this.schools.get(schoolId);
    if (!school) return;
    const id = this.random.uuid();
    this.responses.push({
      ...{ id, schoolId, surveyVersionId, purpose, answeredOn, ...by },
      submittedAt: new Date(`${answeredOn}T15:30:00Z`),
      confirmedByVisitId: null,
    });
    for (const [questionKey, value] of Object.entries(answersOf(school, questions, this.random))) {
      this.answers.push({ responseId: id, questionKey, schoolId, value });
    }
  }
}

function answersOf(
  school: AnsweringSchool,
  questions: SurveyQuestion[],
  random: Random,
): Record<string, SurveyAnswer> {
  const given = Object.fromEntries(
    questions
      .filter(({ required }) => required || random.chance(ANSWERED))
      .map((question) => [question.key, answerOf(question, school, random)]),
  );
  return answersToKeep({ questions }, given, phasesOfSchool(school));
}

function answerOf(question: SurveyQuestion, school: AnsweringSchool, random: Random): SurveyAnswer {
  switch (question.type) {
    case 'yes_no':
      return random.chance(0.62);
    case 'one_choice':
    case 'stage':
      return inOrder(question, random);
    case 'several_choices':
      return someOf(question, random);
    case 'number':
      return numberFor(question.key, school, random);
    case 'money':
      return random.int(0, phasesOfSchool(school).includes('secondary') ? 30 : 10) * 50;
    case 'rating':
      return random.weighted(RATED);
    case 'short_text':
    case 'long_text':
      return random.pick(TEXTS[question.key] ?? ['Nothing to add.']);
  }
}

/** The first answers of a question are what most schools are like. */
function inOrder({ options }: SurveyQuestion, random: Random): string {
  return random.weighted(options.map(({ key }, index) => [key, 1 / (index + 1)] as const));
}

const RATED = [
  [1, 1],
  [2, 2],
  [3, 4],
  [4, 4],
  [5, 2],
] as const;

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
function numberFor(key: string, { pupils, fsmPercent }: AnsweringSchool, random: Random): number {
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
