import {
  chooseRecipient,
  DEFAULT_WORDING,
  type Invitation,
  type PossibleRecipient,
  saysTheSame,
  type SchoolMailKind,
  type VisitEventKind,
  visitMailValues,
  visitUid,
  writeOut,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { MailEntity, MailTemplateEntity } from '../database';
import { getHubSettings } from '../settings';
import {
  CONTACTS_OF_SCHOOL,
  LATEST_MAIL_OF_VISIT,
  type LatestMail,
  VISIT_TO_TELL,
  type VisitToTell,
} from './visit-mail.queries';

/** What happened to a visit, of which its school may have to hear. */
export interface VisitChange {
  visitId: string;
  change: VisitEventKind;
}

const NOBODY = 'No mail was sent: no contact with an address.';

/** Of anything else no school hears. */
const HEARD_OF: ReadonlySet<VisitEventKind> = new Set([
  'confirmed',
  'rescheduled',
  'moved',
  'cancelled',
]);

/**
 * Writes the mail about a change of a visit into the outbox; call it in the transaction of the change,
 * after the visit was saved. A school hears that a visit is confirmed; of one moved or cancelled it
 * hears when it was told of it before. A visit that has gone to another school is cancelled at the one
 * that was told, and confirmed at the new one if it is confirmed.
 */
export async function queueVisitMail(
  manager: EntityManager,
  { visitId, change }: VisitChange,
): Promise<void> {
  if (!HEARD_OF.has(change)) return;
  const [visit]: VisitToTell[] = await manager.query(VISIT_TO_TELL, [visitId]);
  if (!visit) return;
  const [latest]: LatestMail[] = await manager.query(LATEST_MAIL_OF_VISIT, [visitId]);
  const told = latest?.told ? latest : null;
  const mail = new VisitMail(manager, visit, (latest?.lastSequence ?? -1) + 1);
  if (told && told.schoolId !== visit.schoolId) {
    await mail.cancel(told, `The visit goes to ${visit.schoolName} instead.`);
    if (visit.status === 'confirmed') await mail.invite('visit_confirmed', null);
  } else if (change === 'cancelled') {
    if (told) await mail.cancel(told, visit.cancelReason);
  } else if (change === 'confirmed') {
    await mail.invite('visit_confirmed', told);
  } else if (told && (change === 'moved' || change === 'rescheduled')) {
    await mail.invite('visit_moved', told);
  }
}

/** The mails that one change makes, numbered one after another. */
class VisitMail {
  constructor(
    private readonly manager: EntityManager,
    private readonly visit: VisitToTell,
    private sequence: number,
  ) {}

  /** Says when the visit is; of a move only when it differs from what was told. */
  async invite(kind: 'visit_confirmed' | 'visit_moved', told: LatestMail | null): Promise<void> {
    const { visit } = this;
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
    if (kind === 'visit_moved' && told && saysTheSame(told.event, now)) return;
    const { schoolId, schoolName } = visit;
    await this.write(kind, { schoolId, schoolName, now, before: told, reason: null, hubName });
  }

  /** Takes back what a school was told. */
  async cancel(told: LatestMail, reason: string | null): Promise<void> {
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
      before: LatestMail | null;
      reason: string | null;
      hubName: string;
    },
  ): Promise<void> {
    const { manager, visit } = this;
    const contacts: PossibleRecipient[] = await manager.query(CONTACTS_OF_SCHOOL, [of.schoolId]);
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
    await manager.insert(MailEntity, {
      kind,
      dedupeKey: `visit:${visit.id}:${this.sequence}`,
      status: to ? 'waiting' : 'unaddressed',
      lastError: to ? null : NOBODY,
      toName: to?.name ?? null,
      toAddress: to?.email ?? null,
      replyTo: visit.visitorEmail,
      ...writeOut(wording, values),
      event: of.now,
      sequence: this.sequence,
      schoolId: of.schoolId,
      visitId: visit.id,
      contactId: to?.id ?? null,
      usefulUntil: of.now.day,
    });
    this.sequence += 1;
  }
}

/** The hub's wording of a kind of mail, else the tracker's own. */
export async function wordingOf(manager: EntityManager, kind: keyof typeof DEFAULT_WORDING) {
  return (await manager.findOneBy(MailTemplateEntity, { kind })) ?? DEFAULT_WORDING[kind];
}
