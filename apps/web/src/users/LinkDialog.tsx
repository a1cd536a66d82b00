import type { UserWithLink } from '@tracker/contract';
import { LinkOnceDialog } from '../fields/LinkOnceDialog';
import { instantInWords } from '../fields/texts';

/** The link to pass on, shown this once. */
export function LinkDialog({ user, onClose }: { user: UserWithLink; onClose: () => void }) {
  if (!user.link) return null;
  return (
    <LinkOnceDialog title={`A link for ${user.name}`} path={user.link.path} onClose={onClose}>
      Pass it on to {user.name} and nobody else: whoever opens it chooses the password of this
      account. It works once, until {instantInWords(user.link.expiresAt)}.
    </LinkOnceDialog>
  );
}
