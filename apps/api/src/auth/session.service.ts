import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OwnSession, SignedInUser } from '@tracker/contract';
import { newToken, SessionEntity, tokenHash } from '@tracker/server';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound } from '../http/problem';

export const SESSION_COOKIE = 'tracker_session';

/** A session ends when it was not used for this long, in hours. */
const IDLE_HOURS = 12;
/** And after this long in any case, in hours. */
const ABSOLUTE_HOURS = 24 * 14;
/** Characters kept of what a browser says it is. */
const LONGEST_USER_AGENT = 300;

const FIND = `
  WITH seen AS (
    -- Once a minute is exact enough for an idle time of hours, and spares a write on each request.
    UPDATE sessions SET last_seen_at = now()
    WHERE token_hash = $1 AND last_seen_at < now() - interval '1 minute'
      AND last_seen_at > now() - make_interval(hours => $2)
  )
  SELECT s.id AS "sessionId", u.id, u.name, u.email, u.role,
    coalesce(array_agg(r.region_id) FILTER (WHERE r.region_id IS NOT NULL), '{}') AS "regionIds"
  FROM sessions s
  JOIN users u ON u.id = s.user_id AND u.active
  LEFT JOIN user_regions r ON r.user_id = u.id
  WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now()
    AND s.last_seen_at > now() - make_interval(hours => $2)
  GROUP BY s.id, u.id`;

const OWN = `
  SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt",
    user_agent AS "userAgent", id = $2 AS current
  FROM sessions
  WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now()
    AND last_seen_at > now() - make_interval(hours => $3)
  ORDER BY current DESC, last_seen_at DESC, id`;

/** Sessions live on the server, so that one can be ended at once; the browser holds a random token. */
@Injectable()
export class SessionService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

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

  /** Who a token stands for, as they are now: role, regions and being active are read each time. */
  async find(token: string | undefined): Promise<{ sessionId: string; user: SignedInUser } | null> {
    if (!token) return null;
    const rows: ({ sessionId: string } & SignedInUser)[] = await this.dataSource.query(FIND, [
      tokenHash(token),
      IDLE_HOURS,
    ]);
    const row = rows[0];
    if (!row) return null;
    const { sessionId, ...user } = row;
    return { sessionId, user };
  }

  /** Where a user is signed in: this session first, then the latest used. */
  own(userId: string, sessionId: string): Promise<OwnSession[]> {
    return this.dataSource.query(OWN, [userId, sessionId, IDLE_HOURS]);
  }

  /**
   * Ends one of a user's own sessions.
   *
   * @throws 404 there is none, or it is another user's
   */
  async revoke(userId: string, id: string): Promise<void> {
    const { affected } = await this.dataSource.manager.update(
      SessionEntity,
      { id, userId },
      { revokedAt: new Date() },
    );
    if (!affected) throw notFound('the session');
  }

  /** Ends all sessions of a user, but for one if it is named. */
  async revokeAll(
    userId: string,
    except: string | null = null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.query(
      `UPDATE sessions SET revoked_at = now()
       WHERE user_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $2`,
      [userId, except],
    );
  }
}
