/**
 * `GET /api/health/ready`. `degraded` and still 200: Redis cannot be used, or PostgreSQL is read but
 * saves nothing. `down` and 503: PostgreSQL does not answer, or its tables are not up to date.
 */
export interface Readiness {
  status: 'ready' | 'degraded' | 'down';
  /** What is wrong, in words; null when nothing is. */
  reason: string | null;
  /** Whether changes are saved; the pages say so when they are not. */
  saving: boolean;
  postgres: 'up' | 'down';
  redis: 'up' | 'down';
  migrations: 'applied' | 'pending' | 'unknown';
  queue: { waiting: number | null; oldestSeconds: number | null };
}
