import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Readiness } from '@tracker/contract';
import { type DatabaseOutage, outageOf, sql, statement } from '@tracker/data';
import { JobQueue } from '@tracker/work';
import type { DataSource } from 'typeorm';
import { Closing } from '../http/closing';
import { type NotSaving, SavingState } from '../http/saving-state';

const APPLIED = statement(
  'health.applied-migrations',
  (known: readonly string[]) => sql<{ count: number }>`
  SELECT count(*)::int AS count FROM migrations WHERE name = ANY (${known})`,
);

const STALE = statement(
  'health.stale-scores',
  () => sql<Readiness['queue']>`
  SELECT count(*)::int AS waiting,
    floor(extract(epoch FROM now() - min(since)))::int AS "oldestSeconds"
  FROM stale_scores`,
);

const NO_ANSWER: Record<DatabaseOutage, string> = {
  away: 'PostgreSQL cannot be reached.',
  read_only: 'PostgreSQL is read-only.',
  full: 'The disk of PostgreSQL is full.',
  busy: 'No connection to PostgreSQL is free.',
  slow: 'PostgreSQL takes too long to answer.',
};

const NOT_SAVING: Record<NotSaving, string> = {
  read_only: 'The tracker cannot save: PostgreSQL is read-only. Reading works.',
  full: 'The tracker cannot save: the disk of PostgreSQL is full. Reading works.',
};

const PENDING = 'The database is not up to date. Run the command migrate.';

const LEAVING = 'This process is being stopped and still serves what it is sent.';

/** The queue's names of a database that does not say. */
const UNKNOWN: Readiness['queue'] = { waiting: null, oldestSeconds: null };

type Database = Pick<Readiness, 'migrations' | 'queue'> & { notSaving: NotSaving | null };

@Injectable()
export class HealthService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly saving: SavingState,
    private readonly closing: Closing,
  ) {}

  /** What works at this moment. `queue` counts the schools that wait to be ranked. */
  async readiness(): Promise<Readiness> {
    const [database, redisFault] = await Promise.all([this.database(), this.jobs.fault()]);
    const redis = redisFault === null ? 'up' : 'down';
    if (typeof database === 'string') {
      return {
        ...{ status: 'down', reason: said(database, redisFault), saving: false },
        ...{ postgres: 'down', redis, migrations: 'unknown', queue: UNKNOWN },
      };
    }
    const { notSaving, migrations, queue } = database;
    const pending = migrations === 'pending' ? PENDING : null;
    const refused = notSaving && NOT_SAVING[notSaving];
    const leaving = this.closing.leaving ? LEAVING : null;
    const reason = said(leaving, pending, refused, redisFault);
    return {
      status: pending || leaving ? 'down' : reason ? 'degraded' : 'ready',
      ...{ reason, saving: !pending && !refused },
      ...{ postgres: 'up', redis, migrations, queue },
    };
  }

  /** What there is to say of PostgreSQL; a sentence when it does not answer. */
  private async database(): Promise<Database | string> {
    try {
      const known = this.dataSource.migrations.map(
        ({ name, constructor }) => name ?? constructor.name,
      );
      const applied = await APPLIED.row(this.dataSource, known);
      const queue = await STALE.row(this.dataSource);
      return {
        migrations: (applied?.count ?? 0) < known.length ? 'pending' : 'applied',
        queue: queue ?? UNKNOWN,
        notSaving: await this.saving.outage(),
      };
    } catch (error) {
      return NO_ANSWER[outageOf(error) ?? 'away'];
    }
  }
}

function said(...sentences: (string | null)[]): string | null {
  return sentences.filter((sentence) => sentence !== null).join(' ') || null;
}
