import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CalendarFeed, NewCalendarFeed, SignedInUser } from '@tracker/contract';
import { addDays, visitUid } from '@tracker/domain';
import {
  CalendarFeedEntity,
  getHubSettings,
  mayBeUsedSql,
  newToken,
  sql,
  statement,
  tokenHash,
} from '@tracker/data';
import { Clock, ENV, type FeedEvent, feedFile } from '@tracker/work';
import { publicUrlOf, type ServerEnv } from '@tracker/process';
import type { DataSource, EntityManager } from 'typeorm';
import { besideReading } from '../http/beside-reading';
import { notFound } from '../http/problem';
import { Transactions } from '../http/transactions';
import { SignInThrottle } from '../throttle/sign-in-throttle';
import { FEED_VISITS, type FeedVisit } from './feed-visits.queries';

/** Visits this many days old are still in the calendar. */
const DAYS_BACK = 60;

const MAKE = statement(
  'mail.make-calendar-feed',
  (userId: string, hash: Buffer) => sql`
  INSERT INTO calendar_feeds (user_id, token_hash) VALUES (${userId}, ${hash})
  ON CONFLICT (user_id) DO UPDATE
    SET token_hash = excluded.token_hash, created_at = now(), read_at = NULL`,
);

const FIND = statement(
  'mail.find-calendar-feed',
  (hash: Buffer, env: Pick<ServerEnv, 'nodeEnv'>) => sql<FeedReader>`
  SELECT u.id, u.name, f.read_at AS "readAt" FROM calendar_feeds f
  JOIN users u ON u.id = f.user_id AND ${mayBeUsedSql('u', env)} WHERE f.token_hash = ${hash}`,
  [Buffer.of(), { nodeEnv: 'production' }],
);

interface FeedReader {
  id: string;
  name: string;
  readAt: Date | null;
}

// Exact to the hour: calendars ask often, and nobody needs to know more.
const NOTE_READ = statement(
  'mail.note-calendar-feed-read',
  (userId: string) => sql`
  UPDATE calendar_feeds SET read_at = now()
  WHERE user_id = ${userId} AND (read_at IS NULL OR read_at < now() - interval '1 hour')`,
);

/** The calendar of one's own visits, for Outlook, Google and whatever else reads iCalendar. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly throttle: SignInThrottle,
  ) {}

  async own(
    { id: userId }: SignedInUser,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<CalendarFeed> {
    const feed = await manager.findOneBy(CalendarFeedEntity, { userId });
    return {
      exists: feed !== null,
      createdAt: feed?.createdAt.toISOString() ?? null,
      readAt: feed?.readAt?.toISOString() ?? null,
    };
  }

  /** Makes the calendar's address, in place of an earlier one. It is kept nowhere and shown once. */
  async make(user: SignedInUser): Promise<NewCalendarFeed> {
    let path: string | null = null;
    const answer = await this.transactions.write(async (manager) => {
      const token = newToken();
      await MAKE.run(manager, user.id, tokenHash(token));
      path = `/api/calendar-feeds/${token}.ics`;
      return this.own(user, manager);
    });
    return { ...answer, path, url: path && publicUrlOf(this.env) + path };
  }

  /** The address stops working at once. */
  async revoke({ id: userId }: SignedInUser): Promise<void> {
    await this.transactions.write((manager) => manager.delete(CalendarFeedEntity, { userId }));
  }

  /**
   * @param address of whoever asks; guesses from it are slowed down
   * @throws 404 there is no such address, or its user is disabled; 429
   */
  async read(token: string, address: string): Promise<{ text: string; etag: string }> {
    const user = await this.find(token);
    if (!user) {
      // Counted apart from sign-ins: a forgotten subscription keeps no office out. Nor does it keep
      // another calendar out, since only what is not found is slowed down.
      await this.throttle.attemptFrom(`feeds:${address}`, () => Promise.resolve(null));
      throw notFound('the calendar');
    }
    const { visitMinutes: minutes, hubName } = await getHubSettings(this.dataSource.manager);
    const from = addDays(this.clock.today(), -DAYS_BACK);
    const visits = await FEED_VISITS.rows(this.dataSource, user.id, from);
    const events = visits.map((visit) => this.event(visit, minutes));
    const text = feedFile(`Visits of ${user.name}, ${hubName}`, events);
    const digest = createHash('sha256').update(text).digest('base64url');
    return { text, etag: `W/"${digest}"` };
  }

  private event({ id, note, ...visit }: FeedVisit, minutes: number): FeedEvent {
    const url = `${publicUrlOf(this.env)}/#/visits/${id}/show`;
    const description = note === null ? url : `${note}\n${url}`;
    return { ...visit, uid: visitUid(id), minutes, url, description };
  }

  private async find(token: string): Promise<{ id: string; name: string } | null> {
    const found = await FIND.row(this.dataSource, tokenHash(token), this.env);
    if (!found) return null;
    await besideReading(() => NOTE_READ.run(this.dataSource, found.id));
    return found;
  }
}
