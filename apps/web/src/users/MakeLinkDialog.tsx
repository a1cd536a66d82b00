import type { User, UserWithLink } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { call } from '../providers/call';

interface MakeLinkDialogProps {
  user: User;
  onClose: () => void;
  onMade: (user: UserWithLink) => void;
}

/** Asks before a link that was passed on earlier stops working. */
export function MakeLinkDialog({ user, onClose, onMade }: MakeLinkDialogProps) {
  const make = async () => {
    const made = await call('POST /api/users/{id}/reset-link', { id: user.id });
    onClose();
    onMade(made);
    return false;
  };
  return (
    <FormDialog
      title={
        user.invited ? `A new invitation for ${user.name}?` : `A new password for ${user.name}?`
      }
      consequence={
        user.invited
          ? 'You get a new link to pass on. The one before stops working.'
          : 'You get a link to pass on, with which they choose a new password. Until they do, the present one works. Choosing it signs them out everywhere.'
      }
      submitWords="Make the link"
      busyWords="Making the link…"
      onSubmit={make}
      onClose={onClose}
    />
  );
}
