import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OwnSession, SignedInUser } from '@tracker/contract';
import type { SignOutReason } from '@tracker/domain';
import { ENV } from '@tracker/work';
import {
  mayBeUsedSql,
  newToken,
  recordEvent,
  SessionEntity,
  type Sql,
  sql,
  statement,
  STORED_SETTINGS,
  type StoredSettings,
  tokenHash,
} from '@tracker/data';
import type { ServerEnv } from '@tracker/process';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound } from '../http/problem';
import { besideReading } from '../http/beside-reading';
import { type EarlierAnswer, requestActor } from '../http/transactions';

/** A session ends when it was not used for this long, in hours. */
const IDLE_HOURS = 12;
/** And after this long in any case, in hours. */
const ABSOLUTE_HOURS = 24 * 14;
/** Characters kept of what a browser says it is. */
const LONGEST_USER_AGENT = 300;

type SessionRow = {
  sessionId: string;
  toBeNoted: boolean;
  settings: StoredSettings;
  answeredHash: Buffer | null;
  answered: unknown;
} & SignedInUser;

const FIND = statement(
  'auth.find-session',
  (hash: Buffer, key: string | null, env: Pick<ServerEnv, 'nodeEnv'>) => sql<SessionRow>`
  SELECT s.id AS "sessionId", s.last_seen_at < now() - interval '1 minute' AS "toBeNoted", u.id, u.name, u.email, u.role,
    ARRAY(SELECT r.region_id FROM user_regions r WHERE r.user_id = u.id) AS "regionIds",
    ${STORED_SETTINGS} AS settings, k.request_hash AS "answeredHash", k.answer AS answered
  FROM sessions s
  JOIN users u ON u.id = s.user_id AND ${mayBeUsedSql('u', env)}
  LEFT JOIN idempotency_keys k ON k.user_id = u.id AND k.key = ${key}::uuid
  WHERE s.token_hash = ${hash} AND s.revoked_at IS NULL AND s.expires_at > now()
    AND s.last_seen_at > now() - make_interval(hours => ${IDLE_HOURS})`,
  [Buffer.of(), null, { nodeEnv: 'production' }],
);

// Once a minute is exact enough for an idle time of hours, and spares a write on each request.
const NOTE = statement(
  'auth.note-session',
  (id: string) => sql`
  UPDATE sessions SET last_seen_at = now()
  WHERE id = ${id} AND last_seen_at < now() - interval '1 minute' AND revoked_at IS NULL`,
);

const OWN = statement(
  'auth.own-sessions',
  (userId: string, sessionId: string) => sql<OwnSession>`
  SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt",
    user_agent AS "userAgent", id = ${sessionId} AS current
  FROM sessions
  WHERE user_id = ${userId} AND revoked_at IS NULL AND expires_at > now()
    AND last_seen_at > now() - make_interval(hours => ${IDLE_HOURS})
  ORDER BY current DESC, last_seen_at DESC, id`,
);

// Sessions that had ended already are left as they are.
const ending = (which: Sql) => sql`
  UPDATE sessions SET revoked_at = now()
  WHERE ${which} AND revoked_at IS NULL AND expires_at > now()`;

const END = statement('auth.end-session', (userId: string, id: string) =>
  ending(sql`user_id = ${userId} AND id = ${id}`),
);

const END_ALL = statement('auth.end-sessions', (userId: string, except: string | null) =>
  ending(sql`user_id = ${userId} AND id IS DISTINCT FROM ${except}`),
);

interface FoundSession {
  sessionId: string;
  user: SignedInUser;
  settings: StoredSettings;
  /** What the same person was answered under the key. */
  answered: EarlierAnswer | null;
}

/** Sessions live on the server, so that one can be ended at once; the browser holds a random token. */
@Injectable()
export class SessionService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
  ) {}

  /** Opens a session and gives the token for the cookie, which is kept nowhere. */
  async open(
    userId: string,
    userAgent: string | undefined,
  ): Promise<{ token: string; maxAgeSeconds: number }> {
    const token = newToken();
    const maxAgeSeconds = ABSOLUTE_HOURS * 3600;
    const expiresAt = new Date(Date.now() + maxAgeSeconds * 1000);
    await this.dataSource.manager.insert(SessionEntity, {
      tokenHash: tokenHash(token),
      userId,
      expiresAt,
      userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
    });
    return { token, maxAgeSeconds };
  }

  /**
   * Who a token stands for, as they are now: role, regions and being active are read each time, and the
   * hub's settings with them.
   *
   * @param key the request's Idempotency-Key, a UUID
   */
  async find(token: string | undefined, key: string | null = null): Promise<FoundSession | null> {
    if (!token) return null;
    const row = await FIND.row(this.dataSource, tokenHash(token), key, this.env);
    if (!row) return null;
    const { sessionId, toBeNoted, settings, answeredHash, answered: answer, ...user } = row;
    if (toBeNoted) await besideReading(() => NOTE.run(this.dataSource, sessionId));
    const answered = answeredHash && { requestHash: answeredHash, answer };
    return { sessionId, user, settings, answered };
  }

  /** Where a user is signed in: this session first, then the latest used. */
  own(userId: string, sessionId: string): Promise<OwnSession[]> {
    return OWN.rows(this.dataSource, userId, sessionId);
  }

  /**
   * Ends one of a user's own sessions.
   *
   * @param why as the audit trail says it
   * @throws 404 there is none, or it is another user's
   */
  async revoke(userId: string, id: string, why: SignOutReason): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      if (!(await manager.existsBy(SessionEntity, { id, userId }))) throw notFound('the session');
      await this.record(manager, userId, await END.run(manager, userId, id), why);
    });
  }

  /** Signs somebody out everywhere. */
  async endAll(userId: string): Promise<void> {
    await this.dataSource.transaction((manager) => this.revokeAll(manager, userId, 'everywhere'));
  }

  /**
   * Ends all sessions of a user.
   *
   * @param why as the audit trail says it
   * @param except the one that goes on, if one does
   */
  async revokeAll(
    manager: EntityManager,
    userId: string,
    why: SignOutReason,
    except: string | null = null,
  ): Promise<void> {
    await this.record(manager, userId, await END_ALL.run(manager, userId, except), why);
  }

  /** Nothing is said of sessions that had ended already. */
  private async record(
    manager: EntityManager,
    userId: string,
    sessions: number,
    why: SignOutReason,
  ): Promise<void> {
    if (sessions === 0) return;
    const by = requestActor.getStore();
    await recordEvent(manager, {
      action: 'signed_out',
      entity: 'sessions',
      recordId: userId,
      // Whoever has come by a link is not signed in, and is the one it was made for.
      userId: by?.userId ?? userId,
      source: by?.source,
      details: { why, sessions },
    });
  }
}
