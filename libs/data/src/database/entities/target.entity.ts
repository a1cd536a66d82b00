import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { RecordEntity } from './record.entity';
import { UserEntity } from './user.entity';

/** What an academic year aims at. A year without a row has the hub's default. */
@Entity('targets')
@Check('targets_academic_year_check', `academic_year ~ '^[0-9]{4}-[0-9]{2}$'`)
@Check('targets_visits_check', 'visits >= 0')
@Check('targets_surveys_check', 'surveys >= 0')
export class TargetEntity extends RecordEntity {
  @Index('targets_academic_year_unique', { unique: true })
  @Column({ type: 'text' })
  academicYear: string;

  @Column({ type: 'integer' })
  visits: number;

  @Column({ type: 'integer' })
  surveys: number;

  /** Those set by hand; a region that is gone is passed over. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  regions: { regionId: string; visits: number; surveys: number }[];
}

/** What a year aimed at from an instant on, with the regions as they were called then. */
@Entity('target_changes')
@Index('target_changes_target_id_idx', ['targetId', 'at'])
export class TargetChangeEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => TargetEntity, { onDelete: 'CASCADE' })
  targetId: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserEntity)
  byId: string | null;

  @Column({ type: 'integer' })
  visits: number;

  @Column({ type: 'integer' })
  surveys: number;

  @Column({ type: 'jsonb' })
  regions: { regionId: string; regionName: string; visits: number; surveys: number }[];
}
