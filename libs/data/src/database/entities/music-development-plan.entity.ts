import type { KnownFrom, LookResult } from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';
import { UserEntity } from './user.entity';

/** That a school has a School Music Development Plan for one academic year or several (rule 17). */
@Entity('music_development_plans')
@Unique('music_development_plans_school_year_unique', ['schoolId', 'academicYear', 'knownFrom'])
@Check(
  'music_development_plans_years_check',
  `left(last_academic_year, 4)::int - left(academic_year, 4)::int BETWEEN 0 AND 4`,
)
@Check('music_development_plans_known_from_check', `known_from IN ('document', 'seen', 'told')`)
@Check('music_development_plans_gone_check', `gone_on IS NULL OR url IS NOT NULL`)
@Index('music_development_plans_known_idx', { synchronize: false })
export class MusicDevelopmentPlanEntity extends RecordEntity {
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  /** The first that it covers. */
  @Column({ type: 'text' })
  academicYear: string;

  @Column({ type: 'text' })
  lastAcademicYear: string;

  @Column({ type: 'text', nullable: true })
  url: string | null;

  /** The day on which it was seen, or the school said so. */
  @Column({ type: 'date' })
  knownOn: string;

  /** `told` is kept and shown, and does not make a plan known. */
  @Column({ type: 'text' })
  knownFrom: KnownFrom;

  /** Not known of plans that were on record before this was kept. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  recordedById: string | null;

  /** The day on which somebody found nothing at its address any more. */
  @Column({ type: 'date', nullable: true })
  goneOn: string | null;
}

/** Somebody looked for a school's plan on a day; looking again that day replaces it (rule 20). */
@Entity('plan_looks')
@Unique('plan_looks_school_day_person_unique', ['schoolId', 'lookedOn', 'lookedById'])
@Check('plan_looks_result_check', `result IN ('found', 'none', 'gone', 'no_site')`)
@Index('plan_looks_looked_idx', { synchronize: false })
export class PlanLookEntity extends RecordEntity {
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  @Column({ type: 'date' })
  lookedOn: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => UserEntity)
  lookedById: string;

  @Column({ type: 'text' })
  result: LookResult;
}
