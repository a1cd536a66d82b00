import { required, TextInput, useRefresh } from 'react-admin';
import type { NewUser, UserWithLink } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';

import { NameInput, RoleInputs } from './UserInputs';
import { call } from '../providers/call';

interface InviteDialogProps {
  onClose: () => void;
  onInvited: (user: UserWithLink) => void;
}

/** Adds somebody; the link with which they choose a password is shown next. */
export function InviteDialog({ onClose, onInvited }: InviteDialogProps) {
  const refresh = useRefresh();
  const invite = async ({ name, email, role, regionIds }: NewUser) => {
    const regions = role === 'regional' ? (regionIds ?? []) : [];
    const user = await call('POST /api/users', {
      body: { name, email: email.trim(), role, regionIds: regions },
    });
    refresh();
    onClose();
    onInvited(user);
    return false;
  };
  return (
    <FormDialog<NewUser>
      title="Invite somebody"
      consequence="You get a link to pass on, with which they choose their own password."
      submitWords="Invite"
      busyWords="Inviting…"
      defaultValues={{ name: '', email: '', regionIds: [] }}
      onSubmit={invite}
      onClose={onClose}
    >
      <NameInput />
      <TextInput
        source="email"
        label="Email address"
        type="email"
        autoComplete="off"
        validate={required('Please give an email address.')}
        helperText="They sign in with it"
      />
      <RoleInputs />
    </FormDialog>
  );
}
