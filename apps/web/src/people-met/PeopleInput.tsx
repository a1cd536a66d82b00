import { useGetList, useInput } from 'react-admin';
import { useFormState } from 'react-hook-form';
import type { Contact } from '@tracker/contract';
import { checkPeople } from './check-people';
import { PeopleMet } from './PeopleMet';
import type { PersonTyped } from '../on-device/device-log';

interface PeopleInputProps {
  source: string;
  schoolId: string;
}

/** Whom one met, in a form: its value is the people as they are typed. */
export function PeopleInput({ source, schoolId }: PeopleInputProps) {
  const { data: contacts = [] } = useGetList<Contact>('contacts', {
    filter: { schoolId },
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  const errorsOf = (people: readonly PersonTyped[]) =>
    // Contacts of the school and whoever was one; only what is typed here can be wrong.
    checkPeople(people, new Set(people.map(({ contactId }) => contactId)));
  const { field } = useInput<PersonTyped[]>({
    source,
    validate: (people: PersonTyped[]) => Object.values(errorsOf(people))[0],
  });
  const { submitCount } = useFormState();
  const people = field.value as PersonTyped[];
  return (
    <PeopleMet
      people={people}
      onChange={field.onChange}
      contacts={contacts}
      errors={submitCount > 0 ? errorsOf(people) : {}}
    />
  );
}
