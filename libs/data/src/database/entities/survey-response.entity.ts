import type { FormPurpose, SurveyAnswer } from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { SurveyVersionEntity } from './survey.entity';
import { UserEntity } from './user.entity';
import { VisitEntity } from './visit.entity';

/**
 * What a school answered to one version: of each purpose once for each visit, or by itself. It counts
 * once it is submitted. A school has at most one of its own of a purpose that is not.
 */
@Entity('survey_responses')
@Check('survey_responses_source_check', `source IN ('visit', 'school')`)
@Check('survey_responses_visit_check', `(source = 'visit') = (visit_id IS NOT NULL)`)
@Check(
  'survey_responses_school_check',
  `school_id IS NOT NULL OR purpose = 'inclusion_self_assessment'`,
)
@ForeignKey(() => SurveyVersionEntity, ['surveyVersionId', 'purpose'], ['id', 'purpose'])
@Index('survey_responses_visit_id_unique', ['visitId', 'purpose'], { unique: true })
@Index('survey_responses_answered_on_idx', ['answeredOn', 'purpose'])
@Index('survey_responses_school_idx', ['schoolId', 'answeredOn'])
@Index('survey_responses_school_draft_unique', { synchronize: false })
export class SurveyResponseEntity extends RecordEntity {
  /** Null only where the hub judges itself. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => SchoolEntity)
  schoolId: string | null;

  /** The version's. */
  @Column({ type: 'text', default: 'have_your_say' })
  purpose: FormPurpose;

  @Index('survey_responses_survey_version_id_idx')
  @Column({ type: 'uuid' })
  surveyVersionId: string;

  @Column({ type: 'text' })
  source: 'visit' | 'school';

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  visitId: string | null;

  /** Day of the visit, or the day on which the school sent or last saved it. */
  @Column({ type: 'date' })
  answeredOn: string;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  filledInBy: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  enteredById: string | null;

  /** The visit that went through a school's own answers; from then on that visit's count. */
  @Index('survey_responses_confirmed_by_visit_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => VisitEntity, { onDelete: 'SET NULL' })
  confirmedByVisitId: string | null;
}

/** One answer. What was not answered has no row. */
@Entity('survey_answers')
@Index('survey_answers_question_key_idx', ['questionKey', 'responseId'])
export class SurveyAnswerEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => SurveyResponseEntity, { onDelete: 'CASCADE' })
  responseId: string;

  @PrimaryColumn({ type: 'text' })
  questionKey: string;

  /** The response's, so that the audit trail can say whose answer it is. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => SchoolEntity)
  schoolId: string | null;

  /** Boolean, number (money in pounds), text or list of option keys; see `SurveyAnswer`. */
  @Column({ type: 'jsonb' })
  value: SurveyAnswer;
}
