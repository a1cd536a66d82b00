import type { Contact } from '@tracker/contract';
import { defineResource } from '../layout/screens';

/** Contacts are seen and changed on their school's page; they have no screen of their own. */
export const contacts = defineResource('contacts', {
  recordRepresentation: (contact: Contact) => contact.name,
  writable: { name: true, role: true, email: true, telephone: true },
});
