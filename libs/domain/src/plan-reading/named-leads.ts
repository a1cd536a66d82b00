import { plainText } from './plain-text';

/** A music lead named in a plan who is no contact of the school. */
export interface NamedLead {
  name: string;
  /** The music lead on record, where there is another. */
  instead: string | null;
}

const TITLES = /^(?:mr|mrs|miss|ms|mx|dr|prof|professor|sir|dame|rev|revd|reverend|fr|sr)\s+/;

/** A person's name without titles, case, accents and dots, to hold two beside each other. */
export const plainPerson = (name: string): string => plainText(name).replace(TITLES, '');

/** Music leads named in a plan that the contacts of its school leave out (rule 27). */
export function namedLeads(
  named: readonly string[],
  contacts: readonly { name: string; role: string }[],
): NamedLead[] {
  const known = new Set(contacts.map(({ name }) => plainPerson(name)));
  const plain = named.map(plainPerson);
  const leads = contacts.filter(({ role }) => role === 'music_lead');
  const isNamed = leads.some(({ name }) => plain.includes(plainPerson(name)));
  const instead = isNamed ? null : (leads[0]?.name ?? null);
  return named
    .filter(
      (_, at) => plain[at] !== '' && plain.indexOf(plain[at]!) === at && !known.has(plain[at]!),
    )
    .map((name) => ({ name, instead }));
}
