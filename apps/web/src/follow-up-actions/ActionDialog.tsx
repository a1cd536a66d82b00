import { useState } from 'react';
import { required, SelectInput, TextInput } from 'react-admin';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import { formatDay, isDay, LIMITS } from '@tracker/domain';
import type { FollowUpAction, School } from '@tracker/contract';
import { asItReads } from '../conflicts/conflict';
import { useAsOpened } from '../providers/use-as-opened';
import { useSaveWithConflicts } from '../conflicts/use-conflicts';
import { DayInput } from '../fields/DayInput';
import { FormDialog } from '../fields/FormDialog';
import { StaffInput, useStaff } from '../fields/inputs';
import { SchoolInput } from '../fields/SchoolInput';
import { ACTION_PRIORITY_WORDS, choicesOf } from '../fields/words';
import { upTo, writtenUpTo } from '../fields/written';
import { keyByBody } from '../providers/idempotency';
import { useSignedInUser } from '../providers/use-signed-in-user';

interface ActionDialogProps {
  /** Left out to add one. */
  action?: FollowUpAction;
  /** Of a new action; left out, the person chooses it. */
  school?: Pick<School, 'id' | 'name'>;
  onClose: () => void;
}

interface Values {
  schoolId: string;
  title: string;
  detail: string;
  ownerId: string;
  dueOn: string;
  priority: FollowUpAction['priority'];
}

/** Adds an action to a school or changes one. */
export default function ActionDialog({ action: given, school, onClose }: ActionDialogProps) {
  const action = useAsOpened(given);
  const dataProvider = useDataProvider();
  const saveWithConflicts = useSaveWithConflicts();
  const [keyOf] = useState(keyByBody);
  const notify = useNotify();
  const refresh = useRefresh();
  const user = useSignedInUser();
  const fields = useFieldWords();
  const original: Values = {
    schoolId: school?.id ?? '',
    title: action?.title ?? '',
    detail: action?.detail ?? '',
    ownerId: action ? (action.ownerId ?? '') : (user?.id ?? ''),
    dueOn: action?.dueOn ?? '',
    priority: action?.priority ?? 'normal',
  };
  const save = async ({ schoolId, title, detail, ownerId, dueOn, priority }: Values) => {
    const values = {
      title,
      detail: detail || null,
      ownerId: ownerId || null,
      dueOn: dueOn || null,
      priority,
    };
    const added = { schoolId, ...values };
    const saved = action
      ? await saveWithConflicts({
          title: `Action “${action.title}”`,
          fields,
          values,
          original: { ...original },
          version: action.version,
          save: (data, version) =>
            dataProvider.update<FollowUpAction>('follow-up-actions', {
              id: action.id,
              data: { ...data, version },
              previousData: action,
            }),
        })
      : await dataProvider.create('follow-up-actions', {
          data: added,
          meta: { idempotencyKey: keyOf(added) },
        });
    if (saved === false) return false;
    notify(`“${title}” saved.`, { type: 'success' });
    refresh();
    return true;
  };
  return (
    <FormDialog<Values>
      title={
        action
          ? `Change “${action.title}”`
          : school
            ? `Add an action for ${school.name}`
            : 'Add an action'
      }
      submitWords="Save"
      defaultValues={original}
      onSubmit={save}
      onClose={onClose}
    >
      {!action && !school && (
        <SchoolInput
          filter={{ status: 'open' }}
          missing="Please choose the school."
          helperText="Type a part of its name"
        />
      )}
      <TextInput
        source="title"
        label="What is to be done"
        validate={writtenUpTo(LIMITS.action.title, 'Please say what is to be done.')}
        helperText={false}
      />
      <TextInput
        source="detail"
        label="Detail"
        multiline
        minRows={2}
        validate={upTo(LIMITS.action.detail)}
        helperText={false}
      />
      <StaffInput source="ownerId" label="Owner" helperText={false} />
      <DayInput source="dueOn" label="Due" helperText="Optional" />
      <SelectInput
        source="priority"
        label="Priority"
        choices={choicesOf(ACTION_PRIORITY_WORDS)}
        validate={required()}
        helperText={false}
      />
    </FormDialog>
  );
}

function useFieldWords() {
  const staff = useStaff();
  const named = (id: unknown) => asItReads(staff.find((each) => each.id === id)?.name);
  return [
    { name: 'title', label: 'What is to be done' },
    { name: 'detail', label: 'Detail' },
    { name: 'ownerId', label: 'Owner', inWords: named },
    {
      name: 'dueOn',
      label: 'Due',
      inWords: (value: unknown) => (isDay(value) ? formatDay(value) : 'No due date'),
    },
    {
      name: 'priority',
      label: 'Priority',
      inWords: (value: unknown) =>
        asItReads(ACTION_PRIORITY_WORDS[value as FollowUpAction['priority']]),
    },
  ];
}
