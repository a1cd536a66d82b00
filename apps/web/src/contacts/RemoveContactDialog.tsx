import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { Contact } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';

/** Asks before a contact goes, and says what that does. */
export default function RemoveContactDialog({
  contact,
  onClose,
}: {
  contact: Contact;
  onClose: () => void;
}) {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  const remove = async () => {
    await dataProvider.delete('contacts', { id: contact.id, previousData: contact });
    notify(`${contact.name} removed.`);
    refresh();
  };
  const lead = contact.role === 'music_lead';
  return (
    <FormDialog
      title={`Remove ${contact.name}?`}
      consequence={`The name and the ways to reach this person are gone from the school’s page.${
        lead ? ' Without another music lead the school’s score goes up.' : ''
      }`}
      submitWords="Remove"
      busyWords="Removing…"
      cancelWords="Keep"
      danger
      onSubmit={remove}
      onClose={onClose}
    />
  );
}
