import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SignedInUser } from '@tracker/contract';
import { SessionEntity } from '@tracker/server';
import type { DataSource } from 'typeorm';

export const SESSION_COOKIE = 'tracker_session';

/** A session ends when it was not used for this long, in hours. */
const IDLE_HOURS = 12;
/** And after this long in any case, in hours. */
const ABSOLUTE_HOURS = 24 * 14;

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

/** Sessions live on the server, so that one can be ended at once; the browser holds a random token. */
@Injectable()
export class SessionService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Opens a session and gives the token for the cookie, which is kept nowhere. */
  async open(userId: string): Promise<{ token: string; maxAgeSeconds: number }> {
    const token = randomBytes(32).toString('base64url');
    const maxAgeSeconds = ABSOLUTE_HOURS * 3600;
    const expiresAt = new Date(Date.now() + maxAgeSeconds * 1000);
    await this.dataSource.manager.insert(SessionEntity, {
      tokenHash: hashOf(token),
      userId,
      expiresAt,
    });
    return { token, maxAgeSeconds };
  }

  /** Who a token stands for, as they are now: role, regions and being active are read each time. */
  async find(token: string | undefined): Promise<{ sessionId: string; user: SignedInUser } | null> {
    if (!token) return null;
    const rows: ({ sessionId: string } & SignedInUser)[] = await this.dataSource.query(FIND, [
      hashOf(token),
      IDLE_HOURS,
    ]);
    const row = rows[0];
    if (!row) return null;
    const { sessionId, ...user } = row;
    return { sessionId, user };
  }

  /** Ends one session. */
  async revoke(sessionId: string): Promise<void> {
    await this.dataSource.manager.update(
      SessionEntity,
      { id: sessionId },
      { revokedAt: new Date() },
    );
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
