import { useState } from 'react';
import {
  required,
  SelectInput,
  TextInput,
  useDataProvider,
  useNotify,
  useRefresh,
} from 'react-admin';
import type { Contact } from '@tracker/contract';
import { isEmailAddress, LIMITS } from '@tracker/domain';
import { asItReads } from '../conflicts/conflict';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { FormDialog } from '../fields/FormDialog';
import { upTo, writtenUpTo } from '../fields/written';
import { choicesOf, CONTACT_ROLE_WORDS } from '../fields/words';
import { keyByBody } from '../providers/idempotency';

interface ContactDialogProps {
  schoolId: string;
  /** Null to add one. */
  contact: Contact | null;
  onClose: () => void;
}

const ADDRESS = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' && !isEmailAddress(value)
    ? 'This is not a whole email address. It looks like name@school.example.'
    : undefined;

type Values = Pick<Contact, 'name' | 'role' | 'email' | 'telephone'>;

const FIELDS = [
  { name: 'name', label: 'Name' },
  {
    name: 'role',
    label: 'Role',
    inWords: (value: unknown) => asItReads(CONTACT_ROLE_WORDS[value as Contact['role']] ?? value),
  },
  { name: 'email', label: 'Email address' },
  { name: 'telephone', label: 'Telephone' },
];

/** Adds a person to a school or changes one. */
export default function ContactDialog({ schoolId, contact: present, onClose }: ContactDialogProps) {
  const contact = useAsOpened(present);
  const dataProvider = useDataProvider();
  const saveWithConflicts = useSaveWithConflicts();
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const refresh = useRefresh();
  const original: Values = {
    name: contact?.name ?? '',
    role: contact?.role ?? 'music_lead',
    email: contact?.email ?? null,
    telephone: contact?.telephone ?? null,
  };
  const save = async ({ name, role, email: address, telephone }: Values) => {
    const values = { name, role, email: address || null, telephone: telephone || null };
    const added = { schoolId, ...values };
    const saved = contact
      ? await saveWithConflicts({
          title: `Contact ${contact.name}`,
          fields: FIELDS,
          values,
          original: { ...original },
          version: contact.version,
          save: (data, version) =>
            dataProvider.update<Contact>('contacts', {
              id: contact.id,
              data: { ...data, version },
              previousData: contact,
            }),
        })
      : await dataProvider.create('contacts', {
          data: added,
          meta: { idempotencyKey: keyOf(added) },
        });
    if (saved === false) return false;
    notify(`${name} saved.`, { type: 'success' });
    refresh();
    return true;
  };
  return (
    <FormDialog<Values>
      title={contact ? `Change ${contact.name}` : 'Add a contact'}
      submitWords="Save"
      defaultValues={original}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        source="name"
        label="Name"
        validate={writtenUpTo(LIMITS.contact.name, 'Please give a name.')}
        helperText={false}
        autoFocus
      />
      <SelectInput
        source="role"
        label="Role"
        choices={choicesOf(CONTACT_ROLE_WORDS)}
        validate={required()}
        helperText="A known music lead lowers the school’s score"
      />
      <TextInput
        source="email"
        label="Email address"
        type="email"
        validate={ADDRESS}
        helperText={false}
      />
      <TextInput
        source="telephone"
        label="Telephone"
        type="tel"
        validate={upTo(LIMITS.contact.telephone)}
        helperText={false}
      />
    </FormDialog>
  );
}
