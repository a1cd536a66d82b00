import { FORM_PURPOSES, type FormPurpose, type SurveyQuestion } from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { RecordEntity } from './record.entity';
import { UserEntity } from './user.entity';

/** A survey through the years; what is asked stands in its versions. */
@Entity('surveys')
@Check(
  'surveys_purpose_check',
  `purpose IN (${FORM_PURPOSES.map((purpose) => `'${purpose}'`).join(', ')})`,
)
@Index('surveys_purpose_unique', ['id', 'purpose'], { unique: true })
@Index('surveys_purpose_idx', ['purpose', 'createdAt'])
export class SurveyEntity extends RecordEntity {
  /** Stays as it was made. */
  @Column({ type: 'text', default: 'have_your_say' })
  purpose: FormPurpose;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  createdById: string | null;
}

/** One version of a survey. The database refuses any change of a published one. */
@Entity('survey_versions')
@Check('survey_versions_number_check', 'number > 0')
@Index('survey_versions_number_unique', ['surveyId', 'number'], { unique: true })
@Index('survey_versions_draft_unique', { synchronize: false })
@Index('survey_versions_published_at_idx', { synchronize: false })
@Index('survey_versions_purpose_unique', ['id', 'purpose'], { unique: true })
@ForeignKey(() => SurveyEntity, ['surveyId', 'purpose'], ['id', 'purpose'], { onDelete: 'CASCADE' })
export class SurveyVersionEntity extends RecordEntity {
  @Column({ type: 'uuid' })
  surveyId: string;

  /** The survey's. */
  @Column({ type: 'text', default: 'have_your_say' })
  purpose: FormPurpose;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  intro: string | null;

  /** In the order in which they are asked. */
  @Column({ type: 'jsonb' })
  questions: SurveyQuestion[];

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  publishedById: string | null;
}
