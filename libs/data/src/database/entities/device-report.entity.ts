import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity';

/** What a device said of the logs that are still on it; gone once it says that there are none. */
@Entity('device_reports')
@Check('device_reports_label_check', `char_length(label) BETWEEN 1 AND 80`)
@Check(
  'device_reports_counts_check',
  `least(waiting, attention, drafts) >= 0 AND greatest(waiting, attention, drafts) BETWEEN 1 AND 1000`,
)
@Check(
  'device_reports_oldest_check',
  `(waiting + attention > 0) = (oldest_finished_at IS NOT NULL)`,
)
export class DeviceReportEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'device_reports_pk' })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId: string;

  /** Made up by the browser; two people on one tablet are two rows. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'device_reports_pk' })
  deviceId: string;

  @Column({ type: 'text' })
  label: string;

  @Column({ type: 'integer' })
  waiting: number;

  @Column({ type: 'integer' })
  attention: number;

  @Column({ type: 'integer' })
  drafts: number;

  @Column({ type: 'timestamptz', nullable: true })
  oldestFinishedAt: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  heardAt: Date;
}
