/** What was done: to a record, or by somebody at the door. `emptied` is a whole table at once. */
export const AUDIT_ACTIONS = [
  'created',
  'changed',
  'removed',
  'emptied',
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'exported',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Why sessions were ended. */
export type SignOutReason = 'own' | 'elsewhere' | 'everywhere' | 'disabled' | 'password';

/**
 * Which way a change came in: a person at the website, an import or its undoing, a job, a command of
 * the operator, or something that is not the tracker at all.
 */
export const AUDIT_ACTORS = ['user', 'import', 'undo', 'job', 'command', 'outside'] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

/** One field of a record, before and after. Null is nothing there. */
export interface FieldChange {
  /** As the API calls it: `regionId`. */
  field: string;
  from: unknown;
  to: unknown;
}
