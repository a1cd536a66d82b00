import { randomUUID } from 'node:crypto';
import { newQuestion, type SurveyAnswers, type SurveyQuestion } from '@tracker/domain';
import type { DataSource } from 'typeorm';

const choices = (...keys: string[]) =>
  keys.map((key) => ({ key, label: `The ${key}`, alone: key.startsWith('no') }));

/** One question of each kind, those about needs among them. */
export const ASKED: SurveyQuestion[] = [
  newQuestion({ key: 'choir', type: 'yes_no', text: 'Is there a choir?', section: 'Singing' }),
  newQuestion({
    key: 'sings',
    type: 'one_choice',
    text: 'How often do you sing?',
    options: choices('weekly', 'seldom'),
  }),
  newQuestion({ key: 'lessons', type: 'number', text: 'How many have lessons?', unit: 'pupils' }),
  newQuestion({
    key: 'budget',
    type: 'money',
    text: 'What is the music budget?',
    section: 'Money',
    decimals: 2,
  }),
  newQuestion({ key: 'useful', type: 'rating', text: 'How useful is the hub?', high: 'Very' }),
  newQuestion({
    key: 'barriers',
    type: 'several_choices',
    text: 'What keeps you from it?',
    options: choices('money', 'time', 'space', 'no_barriers'),
  }),
  newQuestion({
    key: 'cpd_wanted',
    type: 'several_choices',
    text: 'Which training?',
    options: choices('singing', 'send', 'none'),
  }),
  newQuestion({ key: 'wish', type: 'long_text', text: 'What could the hub do?' }),
];

interface Answered {
  schoolId: string;
  versionId: string;
  answeredOn?: string;
  answers: SurveyAnswers;
  source?: 'visit' | 'school';
  /** A visit's own id, where it is a visit's. */
  visitId?: string;
  submittedAt?: string | null;
  confirmedByVisitId?: string | null;
}

/** Surveys, answers and ticked needs, put straight into the database. */
export class AnswersScene {
  constructor(private readonly dataSource: DataSource) {}

  /** A published version, of a new survey where none is named. */
  async version(
    questions: SurveyQuestion[] = ASKED,
    {
      surveyId,
      number = 1,
      title = 'Have Your Say',
      publishedAt = '2023-09-01T09:00:00Z',
    } = {} as {
      surveyId?: string;
      number?: number;
      title?: string;
      publishedAt?: string;
    },
  ): Promise<{ surveyId: string; versionId: string }> {
    const id = surveyId ?? randomUUID();
    if (!surveyId) await this.dataSource.query('INSERT INTO surveys (id) VALUES ($1)', [id]);
    const [version]: { id: string }[] = await this.dataSource.query(
      `INSERT INTO survey_versions (survey_id, number, title, questions, published_at)
       VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [id, number, title, JSON.stringify(questions), publishedAt],
    );
    return { surveyId: id, versionId: version?.id as string };
  }

  /** What a school answered; by itself and handed in, unless it is said otherwise. */
  async answered({
    schoolId,
    versionId,
    answeredOn = '2024-11-14',
    answers,
    source = 'school',
    visitId,
    submittedAt = '2024-11-14T12:00:00Z',
    confirmedByVisitId = null,
  }: Answered): Promise<string> {
    const [row]: { id: string }[] = await this.dataSource.query(
      `INSERT INTO survey_responses (school_id, survey_version_id, source, visit_id, answered_on,
         submitted_at, confirmed_by_visit_id) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [schoolId, versionId, source, visitId ?? null, answeredOn, submittedAt, confirmedByVisitId],
    );
    await this.dataSource.query(
      `INSERT INTO survey_answers (response_id, school_id, question_key, value)
       SELECT $1, $2, key, value FROM jsonb_each($3::jsonb)`,
      [row?.id, schoolId, JSON.stringify(answers)],
    );
    return row?.id as string;
  }

  /** A need of the list, by its label. */
  async need(label: string): Promise<string> {
    const [tag]: { id: string }[] = await this.dataSource.query(
      `INSERT INTO outcome_tags (kind, label) VALUES ('need', $1) RETURNING id`,
      [label],
    );
    return tag?.id as string;
  }

  async tick(visitId: string, tagId: string): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO visit_outcome_tags (visit_id, tag_id) VALUES ($1, $2)',
      [visitId, tagId],
    );
  }
}
