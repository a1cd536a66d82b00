import type { PersonMet, PersonToMeet } from '@tracker/contract';
import { type PersonTyped, personOf } from '../on-device/device-log';

// Whoever was met and is no contact any more has no id; under this they stay what they were.
const LEFT = 'left: ';

/** Somebody met, as the form of a log holds them. */
export function typedOf({ contactId, name, role }: PersonMet): PersonTyped {
  return {
    ...{ contactId: contactId ?? `${LEFT}${name}, ${role}`, name, role },
    ...{ email: '', telephone: '' },
  };
}

/** As the tracker is told: by contact, or by name. */
export function metOf(person: PersonTyped): PersonToMeet {
  const { contactId, name, role } = person;
  return contactId.startsWith(LEFT) ? { name, role } : personOf(person);
}
