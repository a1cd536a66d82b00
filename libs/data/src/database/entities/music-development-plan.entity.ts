import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { RecordEntity } from './record.entity';
import { SchoolEntity } from './school.entity';

/** A school's published School Music Development Plan summary, one a school and academic year. */
@Entity('music_development_plans')
@Unique('music_development_plans_school_year_unique', ['schoolId', 'academicYear'])
export class MusicDevelopmentPlanEntity extends RecordEntity {
  @Column({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity)
  schoolId: string;

  @Column({ type: 'text' })
  academicYear: string;

  @Column({ type: 'text', nullable: true })
  url: string | null;

  @Column({ type: 'date' })
  knownOn: string;
}
