/** A person at a school as a mail sees them. */
export interface PossibleRecipient {
  id: string;
  name: string;
  role: 'head_teacher' | 'music_lead' | 'other';
  email: string | null;
  /** The day a mail to this address was refused. */
  mailRefusedOn: string | null;
}

const ORDER = ['music_lead', 'head_teacher', 'other'];

/**
 * Who gets the mail about a visit: whoever was chosen by hand, else whoever was written to before,
 * else the music lead, the head teacher, anybody. An address that was refused comes last, and somebody
 * without an address not at all.
 *
 * @param preferred ids, the first one first
 * @returns null when nobody has an address
 */
export function chooseRecipient<P extends PossibleRecipient>(
  contacts: readonly P[],
  preferred: readonly (string | null)[] = [],
): (P & { email: string }) | null {
  const reachable = contacts.filter((contact): contact is P & { email: string } =>
    Boolean(contact.email),
  );
  for (const id of preferred) {
    const found = reachable.find((contact) => contact.id === id);
    if (found) return found;
  }
  const rank = ({ mailRefusedOn, role }: P) =>
    (mailRefusedOn === null ? 0 : ORDER.length) + ORDER.indexOf(role);
  const byRank = [...reachable].sort((a, b) => rank(a) - rank(b) || compare(a, b));
  return byRank[0] ?? null;
}

function compare(a: PossibleRecipient, b: PossibleRecipient): number {
  return a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1);
}
