/** `GET /api/health/ready`. Redis gone is `degraded` and still 200; PostgreSQL gone is `down` and 503. */
export interface Readiness {
  status: 'ready' | 'degraded' | 'down';
  postgres: 'up' | 'down';
  redis: 'up' | 'down';
  migrations: 'applied' | 'pending' | 'unknown';
  queue: { waiting: number | null; oldestSeconds: number | null };
}
