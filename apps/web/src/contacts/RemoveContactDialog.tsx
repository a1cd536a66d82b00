import { useContext } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { Contact } from '@tracker/contract';
import { useAsOpened } from '../providers/use-as-opened';
import { AskOvertaken } from '../conflicts/use-conflicts';
import { UndoNotice } from '../fields/UndoNotice';
import { useRestore } from '../recently-deleted/use-restore';
import { FormDialog } from '../fields/FormDialog';
import { CONTACT_ROLE_WORDS } from '../fields/words';
import { staleRecordOf } from '../providers/problems';

const UNDO_MS = 10_000;

/** Asks before a contact goes, and says what that does. */
export default function RemoveContactDialog({
  contact: present,
  onClose,
}: {
  contact: Contact;
  onClose: () => void;
}) {
  const contact = useAsOpened(present);
  const dataProvider = useDataProvider();
  const ask = useContext(AskOvertaken);
  const notify = useNotify();
  const refresh = useRefresh();
  const restore = useRestore();
  const remove = async () => {
    let { version } = contact;
    for (;;) {
      try {
        await dataProvider.delete('contacts', { id: contact.id, meta: { version } });
        break;
      } catch (error) {
        const current = staleRecordOf(error) as Contact | null;
        if (!current) throw error;
        if (!(await ask(changedMeanwhile(current)))) return refresh();
        version = current.version;
      }
    }
    const undo = () => void restore('contacts', contact.id);
    notify(<UndoNotice words={`${contact.name} deleted.`} onUndo={undo} />, {
      autoHideDuration: UNDO_MS,
    });
    refresh();
  };
  const lead = contact.role === 'music_lead';
  return (
    <FormDialog
      title={`Remove ${contact.name}?`}
      consequence={`The name and the ways to reach this person are gone from the school’s page. You can bring them back for 30 days.${
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

/** Somebody has just taken care of this contact: whether it is to go is to be thought of again. */
const changedMeanwhile = (current: Contact) => ({
  title: 'Someone else changed this contact while you were looking at it',
  sentence: 'It has not been removed yet. Check it before you continue.',
  now: [
    ['Name', current.name],
    ['Role', CONTACT_ROLE_WORDS[current.role]],
    ['Email address', current.email],
    ['Telephone', current.telephone],
  ] as const,
  typed: [],
  goOn: `Remove ${current.name} anyway`,
});
