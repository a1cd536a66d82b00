import {
  CANNOT_MAKE_IT,
  chooseRecipient,
  DEFAULT_WORDING,
  type Invitation,
  inviteStep,
  pendingInvitation,
  type SchoolMailKind,
  type Standing,
  standingOf,
  TELL_OF_MOVE_AFTER,
  type VisitEventKind,
  visitMailValues,
  visitUid,
  withSchoolLink,
  writeOut,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { MailEntity, MailTemplateEntity, getHubSettings } from '@tracker/data';
import {
  CONTACTS_OF_SCHOOL,
  HOLD_MAILS_OF_VISIT,
  TAKE_BACK,
  TAKE_BACK_REMINDERS,
  VISIT_TO_TELL,
  type VisitMailRow,
  type VisitToTell,
} from './visit-mail.queries';

/** What happened to a visit that its school may have to hear of. */
export interface VisitChange {
  visitId: string;
  /** What was done to it; of most things no school hears. */
  change: VisitEventKind;
}

const NOBODY = 'No email was sent: no contact has an address.';
const OVERTAKEN = 'Not sent: the visit was changed again before this email went out.';

/**
 * Writes the mail about a change of a visit into the outbox; call it in the transaction of the change,
 * after the visit was saved. A school hears that a visit is confirmed; of one moved or cancelled it
 * hears when it was told of it before. What has not gone out yet is taken back where it is overtaken,
 * so that a school hears each thing once. A visit that has gone to another school is cancelled at the
 * one that was told, and confirmed at the new one if it is confirmed.
 */
export async function queueVisitMail(
  manager: EntityManager,
  { visitId, change }: VisitChange,
): Promise<void> {
  if (!HEARD_OF.includes(change)) return;
  const visit = await VISIT_TO_TELL.row(manager, visitId);
  if (!visit) return;
  await TAKE_BACK_REMINDERS.run(manager, visitId, OVERTAKEN);
  const standing = standingOf(await HOLD_MAILS_OF_VISIT.rows(manager, visitId));
  const { told } = standing;
  const mail = new VisitMail(manager, visit, standing);
  if (told && told.schoolId !== visit.schoolId) {
    await mail.takeBack();
    const goes = `The visit goes to ${visit.schoolName} instead.`;
    await mail.cancel(told, change === 'cancelled' ? visit.cancelReason : goes);
    if (visit.status === 'confirmed') await mail.invite('visit_confirmed');
  } else if (change === 'cancelled') {
    await mail.takeBack();
    if (told) await mail.cancel(told, visit.cancelReason);
  } else if (change === 'confirmed') {
    await mail.invite('visit_confirmed');
  } else if (told ?? pendingInvitation(standing, visit.schoolId)) {
    await mail.invite('visit_moved');
  }
}

/** Of nothing else that happens to a visit its school hears. */
const HEARD_OF: readonly VisitEventKind[] = ['confirmed', 'cancelled', 'moved', 'rescheduled'];

/** The mails that one change makes, numbered one after another. */
class VisitMail {
  private sequence: number;

  constructor(
    private readonly manager: EntityManager,
    private readonly visit: VisitToTell,
    private readonly standing: Standing<VisitMailRow>,
  ) {
    this.sequence = standing.lastSequence + 1;
  }

  /** Whatever has not gone out stays here. */
  async takeBack(): Promise<void> {
    const ids = this.standing.pending.map(({ id }) => id);
    if (ids.length > 0) await TAKE_BACK.run(this.manager, ids, OVERTAKEN);
  }

  /** Says when the visit is, unless that is known or about to be. */
  async invite(kind: 'visit_confirmed' | 'visit_moved'): Promise<void> {
    const { visit, standing } = this;
    const { visitMinutes: minutes, hubName } = await getHubSettings(this.manager);
    const now: Invitation = {
      method: 'REQUEST',
      uid: visitUid(visit.id),
      sequence: this.sequence,
      summary: `Visit of ${hubName} to ${visit.schoolName}`,
      location: visit.location,
      day: visit.scheduledOn as string,
      startTime: visit.startTime,
      minutes,
      visitor: visit.visitorName,
    };
    const { schoolId, schoolName } = visit;
    const here = standing.told?.schoolId === schoolId ? standing.told : null;
    const step = inviteStep({ ...standing, told: here }, { kind, now, schoolId });
    if (step === 'keep') return;
    await this.takeBack();
    if (step === 'take_back') return;
    const before = here ?? pendingInvitation(standing, schoolId);
    await this.write(kind, { schoolId, schoolName, now, before, reason: null, hubName });
  }

  /** Takes back what a school was told. */
  async cancel(told: VisitMailRow, reason: string | null): Promise<void> {
    const { hubName } = await getHubSettings(this.manager);
    const now: Invitation = { ...told.event, method: 'CANCEL', sequence: this.sequence };
    const { schoolId, schoolName } = told;
    await this.write('visit_cancelled', {
      ...{ schoolId, schoolName, now, before: told, reason, hubName },
    });
  }

  private async write(
    kind: SchoolMailKind,
    of: {
      schoolId: string;
      schoolName: string;
      now: Invitation;
      before: VisitMailRow | null;
      reason: string | null;
      hubName: string;
    },
  ): Promise<void> {
    const { manager, visit } = this;
    const contacts = await CONTACTS_OF_SCHOOL.rows(manager, of.schoolId);
    const preferred = [visit.chosenContactId, of.before?.contactId ?? null];
    const to = chooseRecipient(contacts, preferred);
    const wording = await wordingOf(manager, kind);
    const values = visitMailValues({
      school: of.schoolName,
      contact: to?.name ?? null,
      hub: of.hubName,
      now: of.now,
      before: of.before?.event ?? null,
      reason: of.reason,
    });
    const written = writeOut(wording, values);
    await manager.insert(MailEntity, {
      kind,
      dedupeKey: `visit:${visit.id}:${this.sequence}`,
      status: to ? 'waiting' : 'unaddressed',
      lastError: to ? null : NOBODY,
      toName: to?.name ?? null,
      toAddress: to?.email ?? null,
      replyTo: visit.visitorEmail,
      ...(kind === 'visit_cancelled' ? written : withSchoolLink(written, CANNOT_MAKE_IT)),
      event: of.now,
      sequence: this.sequence,
      schoolId: of.schoolId,
      visitId: visit.id,
      contactId: to?.id ?? null,
      usefulUntil: of.now.day,
      nextAttemptAt: () =>
        `now() + interval '${kind === 'visit_moved' ? TELL_OF_MOVE_AFTER : 0} ms'`,
    });
    this.sequence += 1;
  }
}

/** The hub's wording of a kind of mail, else the tracker's own. */
export async function wordingOf(manager: EntityManager, kind: keyof typeof DEFAULT_WORDING) {
  return (await manager.findOneBy(MailTemplateEntity, { kind })) ?? DEFAULT_WORDING[kind];
}
