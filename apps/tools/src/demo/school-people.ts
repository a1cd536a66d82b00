import type { ContactEntity } from '@tracker/data';
import type { Row } from './insert-rows';
import { PeopleNames } from './people-names';
import type { Random } from './random';
import type { DemoSchool } from './schools';

type Contact = Row<ContactEntity>;

const OTHERS = [
  'School business manager',
  'Deputy head',
  'Head of performing arts',
  'Music governor',
  'Office',
];

/** Who is known at each school: a head teacher nearly everywhere, a music lead at four in five. */
export class SchoolPeople {
  readonly contacts: Contact[] = [];
  private readonly names: PeopleNames;
  private readonly known = new Map<DemoSchool, Contact[]>();

  constructor(
    schools: readonly DemoSchool[],
    private readonly random: Random,
  ) {
    this.names = new PeopleNames(random.fork('names'));
    for (const school of schools) {
      if (random.chance(0.965)) this.add(school, 'head_teacher');
      if (random.chance(0.8)) this.add(school, 'music_lead');
      if (random.chance(0.13)) this.add(school, 'other');
    }
  }

  nameOf(school: DemoSchool, role: ContactEntity['role']): string | null {
    return this.find(school, role)?.name ?? null;
  }

  find(school: DemoSchool, role: ContactEntity['role']): Contact | null {
    return this.known.get(school)?.find((contact) => contact.role === role) ?? null;
  }

  private add(school: DemoSchool, role: ContactEntity['role']): void {
    const { random } = this;
    const name = this.names.next();
    const domain = school.row.website?.replace('https://www.', '');
    const account =
      role === 'head_teacher' && random.chance(0.6)
        ? 'head'
        : `${name.charAt(0)}.${name.split(' ')[1]?.replace("'", '')}`.toLowerCase();
    const contact: Contact = {
      id: random.uuid(),
      schoolId: school.row.id,
      name: role === 'other' ? `${name} (${random.pick(OTHERS).toLowerCase()})` : name,
      role,
      email: domain && random.chance(0.93) ? `${account}@${domain}` : null,
      telephone: random.chance(0.25) ? school.row.telephone : null,
      mailRefusedOn: null,
      deletedAt: null,
      deletedById: null,
    };
    this.contacts.push(contact);
    this.known.set(school, [...(this.known.get(school) ?? []), contact]);
  }
}
