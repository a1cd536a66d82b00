import { type Invitation, saysTheSame } from './invitation';
import type { MailKind, MailStatus, SchoolMailKind } from './kinds';

/** A mail about a visit, as far as it tells what the school knows. */
export interface MailOfVisit {
  kind: MailKind;
  status: MailStatus;
  sequence: number;
  schoolId: string;
  event: Invitation;
}

/** What a school knows of a visit, and what it is about to hear. */
export interface Standing<M extends MailOfVisit> {
  /** The last mail that reached, or may have reached, a school that counts on the visit by it. */
  told: M | null;
  /** Mails that have not gone out yet: they can be taken back without anybody noticing. */
  pending: M[];
  /** The highest number of any of them, -1 when there is none. */
  lastSequence: number;
}

/** Once handed over, or while it is: somebody may have it. */
const GONE: readonly MailStatus[] = ['sending', 'sent', 'uncertain'];

/** @param mails all mails about one visit, by their number */
export function standingOf<M extends MailOfVisit>(mails: readonly M[]): Standing<M> {
  const last = mails.findLast(({ status }) => GONE.includes(status)) ?? null;
  return {
    told: last?.kind === 'visit_cancelled' ? null : last,
    pending: mails.filter(({ status }) => status === 'waiting'),
    lastSequence: mails.at(-1)?.sequence ?? -1,
  };
}

/** The invitation that waits for a school, null when none does. */
export const pendingInvitation = <M extends MailOfVisit>(
  { pending }: Standing<M>,
  schoolId: string,
): M | null =>
  pending.findLast((mail) => mail.schoolId === schoolId && mail.kind !== 'visit_cancelled') ?? null;

/**
 * What an invitation asks for:
 * - `keep` what waits, or what was said already, says it: nothing is to be written
 * - `take_back` the school knows exactly this, so whatever waits is one step too many
 * - `write` it takes the place of whatever waits
 */
export type InvitationStep = 'keep' | 'take_back' | 'write';

/**
 * A move and its undo before the mail went out are thereby no mail at all, and after it one mail.
 * Confirming is said even where the day is known from the mail of a move.
 */
export function inviteStep<M extends MailOfVisit>(
  standing: Standing<M>,
  { kind, now, schoolId }: { kind: SchoolMailKind; now: Invitation; schoolId: string },
): InvitationStep {
  const waits = pendingInvitation(standing, schoolId);
  if (waits && saysTheSame(waits.event, now)) return 'keep';
  const { told } = standing;
  const isKnown = told !== null && saysTheSame(told.event, now);
  if (isKnown && (kind === 'visit_moved' || told.kind === 'visit_confirmed')) return 'take_back';
  return 'write';
}
