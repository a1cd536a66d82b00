import type { Contact } from '@tracker/contract';

/** Contacts are seen and changed on their school's page; they have no screen of their own. */
export const contacts = {
  recordRepresentation: (contact: Contact) => contact.name,
};
