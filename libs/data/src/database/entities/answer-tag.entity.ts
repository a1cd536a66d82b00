import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { PlanDocumentEntity } from './plan-document.entity';
import { SchoolEntity } from './school.entity';
import { SurveyAnswerEntity } from './survey-response.entity';
import { UserEntity } from './user.entity';

/** A label for what schools write, in the survey or in a plan. One that no text has any more is taken away. */
@Entity('answer_tags')
@Check('answer_tags_label_check', `label ~ '\\S' AND length(label) <= 60`)
@Index('answer_tags_label_unique', { synchronize: false })
export class AnswerTagEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  label: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  createdById: string | null;
}

/** That a text has a label. It goes when the answer is taken back. */
@Entity('tagged_answers')
@ForeignKey(
  () => SurveyAnswerEntity,
  ['responseId', 'questionKey'],
  ['responseId', 'questionKey'],
  {
    onDelete: 'CASCADE',
  },
)
@Index('tagged_answers_tag_unique', ['responseId', 'questionKey', 'tagId'], { unique: true })
export class TaggedAnswerEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  responseId: string;

  @Column({ type: 'text' })
  questionKey: string;

  @Index('tagged_answers_tag_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => AnswerTagEntity)
  tagId: string;

  /** The response's, so that the audit trail can say whose text it is. */
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  createdById: string | null;
}

/** That something a school wants to do next has a label, as long as its confirmed plan says so. */
@Entity('tagged_priorities')
@Index('tagged_priorities_tag_unique', { synchronize: false })
export class TaggedPriorityEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => PlanDocumentEntity, { onDelete: 'CASCADE' })
  documentId: string;

  /** As confirmed. */
  @Column({ type: 'text' })
  text: string;

  @Index('tagged_priorities_tag_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => AnswerTagEntity)
  tagId: string;

  /** The document's. */
  @Index('tagged_priorities_school_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  createdById: string | null;
}
