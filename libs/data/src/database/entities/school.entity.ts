import type { SchoolStatus } from '@tracker/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordEntity } from './record.entity';
import { RegionEntity } from './region.entity';

/** An establishment of the DfE register. The search index is in the migration. */
@Entity('schools')
@Check('schools_status_check', `status IN ('open', 'closing', 'closed', 'proposed')`)
@Check('schools_pupils_check', `pupils >= 0`)
@Check('schools_fsm_percent_check', `fsm_percent BETWEEN 0 AND 100`)
@Index('schools_search_idx', { synchronize: false })
@Index('schools_name_idx', { synchronize: false })
@Index('schools_region_name_idx', { synchronize: false })
@Index('schools_place_idx', { synchronize: false })
@Index('schools_in_scope_idx', { synchronize: false })
@Index('schools_out_of_scope_idx', { synchronize: false })
@Index('schools_closed_idx', { synchronize: false })
export class SchoolEntity extends RecordEntity {
  @Index('schools_urn_unique', { unique: true })
  @Column({ type: 'integer' })
  urn: number;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  phase: string | null;

  @Column({ type: 'text', nullable: true })
  establishmentType: string | null;

  @Column({ type: 'text' })
  status: SchoolStatus;

  /** Kept as decided by the rule `isInScope`, so that lists can use an index. */
  @Column({ type: 'boolean' })
  inScope: boolean;

  @Column({ type: 'date', nullable: true })
  openedOn: string | null;

  @Column({ type: 'date', nullable: true })
  closedOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => RegionEntity, { onDelete: 'SET NULL' })
  regionId: string | null;

  @Column({ type: 'boolean', default: false })
  regionSetByHand: boolean;

  @Column({ type: 'text', nullable: true })
  laCode: string | null;

  @Column({ type: 'text', nullable: true })
  laName: string | null;

  @Index('schools_district_idx')
  @Column({ type: 'text', nullable: true })
  district: string | null;

  @Column({ type: 'text', nullable: true })
  street: string | null;

  @Column({ type: 'text', nullable: true })
  locality: string | null;

  @Column({ type: 'text', nullable: true })
  town: string | null;

  @Column({ type: 'text', nullable: true })
  county: string | null;

  @Column({ type: 'text', nullable: true })
  postcode: string | null;

  /** British National Grid, metres. */
  @Column({ type: 'integer', nullable: true })
  easting: number | null;

  @Column({ type: 'integer', nullable: true })
  northing: number | null;

  @Column({ type: 'integer', nullable: true })
  pupils: number | null;

  /** Per cent of the roll, one decimal. */
  @Column({ type: 'numeric', precision: 4, scale: 1, nullable: true })
  fsmPercent: number | null;

  @Column({ type: 'text', nullable: true })
  trust: string | null;

  @Column({ type: 'text', nullable: true })
  website: string | null;

  @Column({ type: 'text', nullable: true })
  telephone: string | null;

  @Column({ type: 'text', nullable: true })
  notes: string | null;

  /** What a search looks through; a trigger of the database writes it. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  searchText?: string;
}

/** What the register says of who followed whom. By URN, because either side may not be on record (yet). */
@Entity('school_links')
export class SchoolLinkEntity {
  @PrimaryColumn({ type: 'integer' })
  predecessorUrn: number;

  @Index('school_links_successor_urn_idx')
  @PrimaryColumn({ type: 'integer' })
  successorUrn: number;

  @Column({ type: 'text' })
  linkType: string;

  @Column({ type: 'date', nullable: true })
  establishedOn: string | null;
}

/**
 * Whose visits count for a school: its own (a row for itself) and those of every predecessor.
 * Derived from schools and school_links by `rebuildLineage`; the rule is `lineage` in the domain.
 */
@Entity('school_lineage')
export class SchoolLineageEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  schoolId: string;

  @Index('school_lineage_ancestor_id_idx')
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => SchoolEntity, { onDelete: 'CASCADE' })
  ancestorId: string;
}
