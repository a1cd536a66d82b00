import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity';

/** The published calendar of somebody, of which nothing is kept but on which days they are busy. */
@Entity('busy_calendars')
export class BusyCalendarEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId: string;

  /** Whoever has it reads the calendar: it goes into no log and no audit trail. */
  @Column({ type: 'text' })
  address: string;

  /** When the worker last began to read it. */
  @Column({ type: 'timestamptz', nullable: true })
  askedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  readAt: Date | null;

  /** Why it could not be read, in a sentence. */
  @Column({ type: 'text', nullable: true })
  problem: string | null;
}

/** A day on which somebody is busy, by their calendar. */
@Entity('busy_days')
export class BusyDayEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => BusyCalendarEntity, { onDelete: 'CASCADE' })
  userId: string;

  @PrimaryColumn({ type: 'date' })
  day: string;
}
