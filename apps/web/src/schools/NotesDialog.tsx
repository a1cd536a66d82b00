import { TextInput, useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { School } from '@tracker/contract';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { FormDialog } from '../fields/FormDialog';

const FIELDS = [{ name: 'notes', label: 'Notes', long: true }];

interface NotesDialogProps {
  school: School;
  onClose: () => void;
}

export default function NotesDialog({ school: present, onClose }: NotesDialogProps) {
  const school = useAsOpened(present);
  const dataProvider = useDataProvider();
  const saveWithConflicts = useSaveWithConflicts();
  const notify = useNotify();
  const refresh = useRefresh();
  const save = async ({ notes }: { notes: string | null }) => {
    const saved = await saveWithConflicts({
      title: `Notes about ${school.name}`,
      fields: FIELDS,
      values: { notes: notes || null },
      original: { notes: school.notes },
      version: school.version,
      save: (data, version) =>
        dataProvider.update<School>('schools', {
          id: school.id,
          data: { ...data, version },
          previousData: school,
        }),
    });
    if (saved === false) return false;
    notify('Notes saved.', { type: 'success' });
    refresh();
    return true;
  };
  return (
    <FormDialog<{ notes: string | null }>
      title={`Notes about ${school.name}`}
      submitWords="Save the notes"
      defaultValues={{ notes: school.notes ?? '' }}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        source="notes"
        label="Notes"
        multiline
        minRows={5}
        autoFocus
        helperText="Parking, who to ask for, what to bring; everybody at the hub reads this"
      />
    </FormDialog>
  );
}
