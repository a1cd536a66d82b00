import { formatDay, type Day } from './day';
import { checkVisitedOn } from './visit-life';

export type OutcomeTagKind = 'strength' | 'need';
export const OUTCOME_TAG_KINDS: readonly OutcomeTagKind[] = ['strength', 'need'];

/** How far a school is with its music and with the hub, as the visitor judges it. */
export type EngagementLevel = 1 | 2 | 3 | 4;
export const ENGAGEMENT_LEVELS: readonly EngagementLevel[] = [1, 2, 3, 4];

const ENGAGEMENT_WORDS: Record<EngagementLevel, string> = {
  1: 'Not engaged',
  2: 'Getting started',
  3: 'Engaged',
  4: 'Leading',
};
export const engagementInWords = (level: EngagementLevel): string => ENGAGEMENT_WORDS[level];

export type PersonRole = 'head_teacher' | 'music_lead' | 'other';
const PERSON_ROLE_WORDS: Record<PersonRole, string | null> = {
  head_teacher: 'head teacher',
  music_lead: 'music lead',
  other: null,
};

/** Somebody the visitor met: a contact of the school by id, or a new one by name and role. */
export interface PersonToNote {
  contactId?: string | null;
  name?: string | null;
  role?: PersonRole | null;
  email?: string | null;
  telephone?: string | null;
}

/** What a log says that rules are about; the rest is text. */
export interface OutcomeToCheck {
  visitedOn: Day;
  peopleMet?: readonly PersonToNote[];
  strengthTagIds?: readonly string[];
  needTagIds?: readonly string[];
  engagementLevel?: EngagementLevel | null;
  engagementReason?: string | null;
  actions?: readonly { ownerId?: string | null }[];
  followUpVisit?: { scheduledOn?: Day | null; visitorId?: string | null } | null;
}

/** What must be known to judge it. */
export interface OutcomeFacts {
  today: Day;
  school: { name: string; closed: boolean };
  /** Ids of the school's contacts. */
  contactIds: ReadonlySet<string>;
  /** Every tag there is, in use or not any more. */
  tagKinds: ReadonlyMap<string, OutcomeTagKind>;
  /** Ids of the users who may be given work. */
  staffIds: ReadonlySet<string>;
}

export interface OutcomeProblem {
  /** Path of the input: `actions.0.ownerId`. */
  field: string;
  message: string;
}

const NO_ACCOUNT = 'This person has no account here, or a closed one.';

/**
 * What is wrong with a log, field by field; nothing when it can be taken. A tag that is not in use
 * any more is taken: the log may have been written without a signal while it still was.
 */
export function outcomeProblems(outcome: OutcomeToCheck, facts: OutcomeFacts): OutcomeProblem[] {
  const { visitedOn, actions = [] } = outcome;
  const day = checkVisitedOn(visitedOn, facts.today);
  return [
    ...(day ? [{ field: 'visitedOn', message: day }] : []),
    ...peopleProblems(outcome.peopleMet ?? [], facts.contactIds),
    ...tagProblems('strength', outcome.strengthTagIds ?? [], facts.tagKinds),
    ...tagProblems('need', outcome.needTagIds ?? [], facts.tagKinds),
    ...engagementProblems(outcome),
    ...actions.flatMap(({ ownerId }, index) =>
      ownerId == null || facts.staffIds.has(ownerId)
        ? []
        : [{ field: `actions.${index}.ownerId`, message: NO_ACCOUNT }],
    ),
    ...followUpProblems(outcome, facts),
  ];
}

/** What is wrong with whom one met; see `outcomeProblems`. */
export function peopleProblems(
  people: readonly PersonToNote[],
  contactIds: ReadonlySet<string>,
): OutcomeProblem[] {
  const seen = new Set<string>();
  return people.flatMap((person, index): OutcomeProblem[] => {
    const { contactId, role } = person;
    const name = person.name?.trim() ?? '';
    const field = `peopleMet.${index}`;
    if (contactId && name) {
      return [{ field, message: 'Give a contact by its id or somebody new by name, not both.' }];
    }
    if (!contactId && !name) {
      return [{ field: `${field}.name`, message: 'Give the name of the person you met.' }];
    }
    if (!contactId && !role) {
      return [{ field: `${field}.role`, message: 'Say what this person is at the school.' }];
    }
    const who = contactId ?? `${samePerson(name)} ${role}`;
    if (seen.has(who)) return [{ field, message: 'This person is in the list twice.' }];
    seen.add(who);
    if (!contactId || contactIds.has(contactId)) return [];
    const message = 'This person is not, or no longer, among the contacts of the school.';
    return [{ field: `${field}.contactId`, message }];
  });
}

function tagProblems(
  kind: OutcomeTagKind,
  ids: readonly string[],
  kinds: ReadonlyMap<string, OutcomeTagKind>,
): OutcomeProblem[] {
  const message = `There is no such ${kind} in the list of the hub.`;
  return ids.flatMap((id, index) =>
    kinds.get(id) === kind ? [] : [{ field: `${kind}TagIds.${index}`, message }],
  );
}

function engagementProblems({ engagementLevel, engagementReason }: OutcomeToCheck) {
  const hasReason = Boolean(engagementReason?.trim());
  if (engagementLevel != null && !hasReason) {
    const message = 'Say in a sentence why you judge the engagement as you do.';
    return [{ field: 'engagementReason', message }];
  }
  if (engagementLevel == null && hasReason) {
    return [{ field: 'engagementLevel', message: 'Choose the level that this reason is for.' }];
  }
  return [];
}

function followUpProblems(
  { visitedOn, followUpVisit }: OutcomeToCheck,
  { school, staffIds }: OutcomeFacts,
): OutcomeProblem[] {
  if (!followUpVisit) return [];
  const { scheduledOn, visitorId } = followUpVisit;
  const problems: OutcomeProblem[] = [];
  if (school.closed) {
    const message = `${school.name} is closed. Plan the next visit at the school that followed it.`;
    problems.push({ field: 'followUpVisit', message });
  }
  if (scheduledOn != null && scheduledOn <= visitedOn) {
    const message = `The follow-up visit comes after this one, so later than ${formatDay(visitedOn)}.`;
    problems.push({ field: 'followUpVisit.scheduledOn', message });
  }
  if (visitorId != null && !staffIds.has(visitorId)) {
    problems.push({ field: 'followUpVisit.visitorId', message: NO_ACCOUNT });
  }
  return problems;
}

/** How a name is compared: without case and with single spaces. */
const samePerson = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

interface NamedPerson {
  name: string;
  role?: PersonRole | null;
}
export const isSamePerson = (one: NamedPerson, other: NamedPerson): boolean =>
  samePerson(one.name) === samePerson(other.name) && one.role === other.role;

export interface KnownPerson {
  id: string;
  name: string;
  role: PersonRole;
}

/** Somebody met, as it is kept with the visit; `id` is null for one who is to become a contact. */
export interface PersonNoted extends Omit<KnownPerson, 'id'> {
  id: string | null;
  email: string | null;
  telephone: string | null;
  /** Is to become a contact of the school. */
  isNew: boolean;
}

/**
 * The people met under their names. A new one with the name and role of a contact of the school is
 * that contact: two visitors without a signal may both have added the same music lead.
 *
 * @param left noted before and no contacts any more: kept under their names, nobody adds them again
 */
export function peopleNoted(
  people: readonly PersonToNote[],
  contacts: readonly KnownPerson[],
  left: readonly Omit<KnownPerson, 'id'>[] = [],
): PersonNoted[] {
  const noted = people.map(({ contactId, name, role, email, telephone }): PersonNoted => {
    const reached = { email: email?.trim() || null, telephone: telephone?.trim() || null };
    const known = contacts.find((contact) =>
      contactId ? contact.id === contactId : isSamePerson(contact, { name: name ?? '', role }),
    );
    if (known) {
      return { id: known.id, name: known.name, role: known.role, ...reached, isNew: false };
    }
    const written = { name: (name ?? '').trim().replace(/\s+/g, ' '), role: role ?? 'other' };
    const isNew = !left.some((one) => isSamePerson(one, written));
    return { id: null, ...written, ...reached, isNew };
  });
  return noted.filter(
    ({ id }, index) => id === null || noted.findIndex((other) => other.id === id) === index,
  );
}

/** `Jo Marsh (music lead), Ann Lee`; null when nobody is noted. */
export function peopleMetInWords(
  people: readonly { name: string; role: PersonRole }[],
): string | null {
  if (people.length === 0) return null;
  return people
    .map(({ name, role }) => {
      const words = PERSON_ROLE_WORDS[role];
      return words === null ? name : `${name} (${words})`;
    })
    .join(', ');
}
