import type { EntityManager } from 'typeorm';
import { raw, sql, type Sql } from '../sql';

/**
 * Every advisory lock of the tracker, one number each. The space of numbers is the whole database's,
 * so two owners of one number wait for each other without a reason; no other file may name one.
 */
export const LOCKS = {
  /** Migrations run one process at a time. */
  migration: 7_420_001,
  /** Of all processes on one database, one at a time imports or undoes. */
  import: 7_420_002,
  /** The order of the audit trail's seals; the triggers of the migrations take it. */
  auditSeal: 7_420_003,
  /** The application's role is made or changed by one process at a time. */
  appRole: 7_420_004,
  /** One change of a mail's wording at a time; with the kind. */
  mailWording: 7_420_005,
  /** There cannot be two first administrators. */
  firstAdmin: 7_420_006,
  /** An empty hub is filled once. */
  fillHub: 7_420_007,
  /** Whose predecessors schools have and which visits count; triggers take it, shared to write a standing. */
  standings: 7_420_008,
  /** One process makes a report; with its id. */
  report: 7_420_011,
  /** One change of a report's texts at a time; with the academic year. */
  reportTexts: 7_420_012,
  /** Documents with one content are captured one at a time; with its hash. */
  planCapture: 7_420_013,
  /** One process reads a plan; with its id. */
  planReading: 7_420_014,
  /** The documents of one school are decided on one at a time; with its id. */
  planDecision: 7_420_015,
  /** One process makes a plan of visits; with its id. */
  visitPlan: 7_420_016,
  /** Plans of one academic year are asked for and taken one at a time; with the year. */
  visitPlansOfYear: 7_420_017,
  /** Days are offered, and taken, one at a time: each asks what is spoken for. */
  dayOffers: 7_420_018,
  /** The test run's template database is migrated once. */
  testTemplate: 7_420_099,
} as const;

export type LockName = keyof typeof LOCKS;

type Session = Pick<EntityManager, 'query'>;

function keyOf(lock: LockName, one?: string): [key: string, values: unknown[]] {
  if (one === undefined) return ['$1::bigint', [LOCKS[lock]]];
  return ['$1::int, hashtext($2)', [LOCKS[lock], one]];
}

/**
 * Waits for a lock, which ends with the caller's transaction.
 *
 * @param one of the many things the lock is for, where it is for many
 */
export async function takeLock(manager: Session, lock: LockName, one?: string): Promise<void> {
  const [key, values] = keyOf(lock, one);
  await manager.query(`SELECT pg_advisory_xact_lock(${key})`, values);
}

/** As `takeLock` without waiting: false when somebody else has it. */
export async function tryLock(manager: Session, lock: LockName, one?: string): Promise<boolean> {
  const [key, values] = keyOf(lock, one);
  const [{ taken }]: [{ taken: boolean }] = await manager.query(
    `SELECT pg_try_advisory_xact_lock(${key}) AS taken`,
    values,
  );
  return taken;
}

/** Runs `work` with a lock that outlives the transactions in it; it ends with the session. */
export async function withSessionLock<T>(
  session: Session,
  lock: LockName,
  work: () => Promise<T>,
): Promise<T> {
  const [key, values] = keyOf(lock);
  try {
    await session.query(`SELECT pg_advisory_lock(${key})`, values);
    return await work();
  } finally {
    await session.query(`SELECT pg_advisory_unlock(${key})`, values).catch(() => undefined);
  }
}

const mail = (id: Sql) => sql`hashtextextended('mail ' || ${id}::text, 0)`;

/** The lock of a mail in somebody's hands, in SQL: it ends with the session that holds it. */
export const MAIL_LOCK = {
  take: (id: Sql) => sql`pg_advisory_lock(${mail(id)})`,
  letGo: (id: Sql) => sql`pg_advisory_unlock(${mail(id)})`,
  letGoOfAll: raw('pg_advisory_unlock_all()'),
  tryInTransaction: (id: Sql) => sql`pg_try_advisory_xact_lock(${mail(id)})`,
} as const;
