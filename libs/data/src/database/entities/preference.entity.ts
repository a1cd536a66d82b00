import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity';

/** How somebody likes a screen: filters, columns, theme. Nobody else ever sees it. */
@Entity('user_preferences')
export class PreferenceEntity {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => UserEntity, {
    name: 'user_preferences_user_id_fkey',
    onDelete: 'CASCADE',
  })
  userId: string;

  @PrimaryColumn({ type: 'text' })
  name: string;

  @Column({ type: 'jsonb' })
  value: unknown;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
