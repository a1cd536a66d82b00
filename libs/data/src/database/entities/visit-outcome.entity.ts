import type { EngagementLevel, OutcomeTagKind, PersonRole } from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContactEntity } from './contact.entity';
import { RecordEntity } from './record.entity';
import { UserEntity } from './user.entity';
import { VisitEntity } from './visit.entity';

/** What was found: one for each completed visit. */
@Entity('visit_outcomes')
@Check(
  'visit_outcomes_engagement_check',
  `engagement_level BETWEEN 1 AND 4 AND (engagement_level IS NULL) = (engagement_reason IS NULL)`,
)
@Check('visit_outcomes_corrected_check', `(corrected_at IS NULL) = (correction_reason IS NULL)`)
export class VisitOutcomeEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  visitId: string;

  @Column({ type: 'text', nullable: true })
  metWith: string | null;

  @Column({ type: 'text' })
  summary: string;

  @Column({ type: 'text', nullable: true })
  strengths: string | null;

  @Column({ type: 'text', nullable: true })
  needs: string | null;

  @Column({ type: 'smallint', nullable: true })
  engagementLevel: EngagementLevel | null;

  @Column({ type: 'text', nullable: true })
  engagementReason: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  loggedById: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  loggedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  correctedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  correctedById: string | null;

  @Column({ type: 'text', nullable: true })
  correctionReason: string | null;
}

/** A strength or a need that visitors tick. */
@Entity('outcome_tags')
@Check('outcome_tags_kind_check', `kind IN ('strength', 'need')`)
@Index('outcome_tags_label_unique', { synchronize: false })
export class OutcomeTagEntity extends RecordEntity {
  @Column({ type: 'text' })
  kind: OutcomeTagKind;

  @Column({ type: 'text' })
  label: string;

  @Column({ type: 'boolean', default: true })
  active: boolean;
}

@Entity('visit_outcome_tags')
export class VisitOutcomeTagEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => VisitOutcomeEntity, { onDelete: 'CASCADE' })
  visitId: string;

  @Index('visit_outcome_tags_tag_id_idx')
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => OutcomeTagEntity)
  tagId: string;
}

/** Somebody met at a visit, under the name and role of that day. */
@Entity('visit_people_met')
@Check('visit_people_met_role_check', `role IN ('head_teacher', 'music_lead', 'other')`)
export class VisitPersonMetEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => VisitOutcomeEntity, { onDelete: 'CASCADE' })
  visitId: string;

  /** 0 the first. */
  @PrimaryColumn({ type: 'smallint' })
  position: number;

  @Index('visit_people_met_contact_id_idx')
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => ContactEntity, { onDelete: 'SET NULL' })
  contactId: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  role: PersonRole;
}
