import { newQuestion, type SurveyQuestion } from '@tracker/domain';
import { newToken, tokenHash } from '@tracker/data';
import type { DataSource } from 'typeorm';

/** A question that shows the next, each kind of answer, and one that must be answered. */
export const QUESTIONS: SurveyQuestion[] = [
  newQuestion({ key: 'choir', type: 'yes_no', text: 'Is there a choir?', required: true }),
  newQuestion({
    key: 'choir_meets',
    type: 'one_choice',
    text: 'How often does it meet?',
    options: [
      { key: 'weekly', label: 'Every week', alone: false },
      { key: 'seldom', label: 'Less often', alone: false },
    ],
    showWhen: { question: 'choir', anyOf: [true] },
  }),
  newQuestion({ key: 'budget', type: 'money', text: 'What is the budget?' }),
  newQuestion({ key: 'wish', type: 'long_text', text: 'What could the hub do?' }),
];

/** Surveys put straight into the database. */
export class SurveyScene {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns the ids of the survey and of its version */
  async survey(published: boolean, questions = QUESTIONS) {
    const [survey]: { id: string }[] = await this.dataSource.query(
      'INSERT INTO surveys DEFAULT VALUES RETURNING id',
    );
    const [version]: { id: string }[] = await this.dataSource.query(
      `INSERT INTO survey_versions (survey_id, number, title, questions, published_at)
       VALUES ($1, 1, 'Have Your Say', $2, CASE WHEN $3 THEN now() END) RETURNING id`,
      [survey?.id, JSON.stringify(questions), published],
    );
    return { surveyId: survey?.id as string, versionId: version?.id as string };
  }

  async response(schoolId: string, answeredOn = '2024-11-14'): Promise<string> {
    const { versionId } = await this.survey(true);
    const [row]: { id: string }[] = await this.dataSource.query(
      `INSERT INTO survey_responses (school_id, survey_version_id, source, answered_on, submitted_at)
       VALUES ($1, $2, 'school', $3, now()) RETURNING id`,
      [schoolId, versionId, answeredOn],
    );
    await this.dataSource.query(
      `INSERT INTO survey_answers (response_id, school_id, question_key, value)
       VALUES ($1, $2, 'choir', 'true'), ($1, $2, 'choir_meets', '"weekly"')`,
      [row?.id, schoolId],
    );
    return row?.id as string;
  }

  /** Something a school wrote: what names it. */
  async text(schoolId: string): Promise<{ responseId: string; questionKey: string }> {
    const responseId = await this.response(schoolId);
    await this.dataSource.query(
      `INSERT INTO survey_answers (response_id, school_id, question_key, value)
       VALUES ($1, $2, 'wish', '"A concert"')`,
      [responseId, schoolId],
    );
    return { responseId, questionKey: 'wish' };
  }

  /** A text with a label: the labelling's id. */
  async tagged(schoolId: string): Promise<string> {
    const { responseId } = await this.text(schoolId);
    const [row]: { id: string }[] = await this.dataSource.query(
      `WITH tag AS (INSERT INTO answer_tags (label) VALUES (gen_random_uuid()::text) RETURNING id)
       INSERT INTO tagged_answers (response_id, question_key, tag_id, school_id)
       SELECT $1, 'wish', id, $2 FROM tag RETURNING id`,
      [responseId, schoolId],
    );
    return row?.id as string;
  }

  /** An open link of a school. */
  async link(schoolId: string, expiresOn = '2025-01-01') {
    const token = newToken();
    const [row]: { id: string }[] = await this.dataSource.query(
      `INSERT INTO survey_links (school_id, token_hash, expires_on) VALUES ($1, $2, $3) RETURNING id`,
      [schoolId, tokenHash(token), expiresOn],
    );
    return { id: row?.id as string, token };
  }
}
