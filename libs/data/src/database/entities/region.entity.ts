import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordEntity } from './record.entity';

/** A group of districts with a regional team. */
@Entity('regions')
export class RegionEntity extends RecordEntity {
  @Index('regions_name_unique', { unique: true })
  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('UserEntity', { name: 'regions_lead_user_id_fk', onDelete: 'SET NULL' })
  leadUserId: string | null;
}

/** A district, as the register writes it, is in one region at most. */
@Entity('region_districts')
export class RegionDistrictEntity {
  @PrimaryColumn({ type: 'text' })
  district: string;

  @Index('region_districts_region_id_idx')
  @Column({ type: 'uuid' })
  @ForeignKey(() => RegionEntity, { onDelete: 'CASCADE' })
  regionId: string;
}
