import { useState } from 'react';
import { useLogout } from 'react-admin';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { mayDrop } from '../unsaved/unsaved-store';
import { clearOnLeaving } from './clear-device';
import type { DeviceLog } from './device-log';
import { logsOf } from './device-logs';
import { tellServer } from './tell-server';

/** Signing out, which asks first when something on this device is not sent. */
export function useSignOut() {
  const user = useSignedInUser();
  const logout = useLogout();
  const [unsent, setUnsent] = useState<DeviceLog[]>([]);
  const leave = async (how: { unsentToo: boolean }) => {
    setUnsent([]);
    // A browser that keeps nothing has nothing to clear.
    if (user) await clearOnLeaving(user.id, how).catch(() => undefined);
    // Without a signal it stays as it was last heard.
    if (user) await tellServer(user.id).catch(() => undefined);
    await logout();
  };
  const signOut = async () => {
    if (!(await mayDrop())) return;
    const logs = user ? await logsOf(user.id).catch(() => []) : [];
    const left = logs.filter(({ state }) => state !== 'sent');
    if (left.length > 0) setUnsent(left);
    else await leave({ unsentToo: false });
  };
  return { signOut, unsent, leave, stay: () => setUnsent([]) };
}
