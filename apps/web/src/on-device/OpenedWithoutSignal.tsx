import { useEffect, useState, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { signalStore } from '../providers/signal';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { keptPack } from './pack';
import { ON_DEVICE_PATH } from './paths';

let opened = false;

/**
 * Opened without a signal, the tracker begins with what is on the device instead of a list that it
 * cannot have. The list is not there meanwhile, or it would write itself into the address.
 */
export function OpenedWithoutSignal({ children }: { children: ReactNode }) {
  const userId = useSignedInUser()?.id;
  const { pathname } = useLocation();
  const [goes, setGoes] = useState(false);
  useEffect(() => {
    if (!userId || opened) return;
    opened = true;
    if (signalStore.isReached() || pathname.split('/').length > 2) return;
    void keptPack(userId).then(
      (kept) => setGoes(kept !== undefined),
      () => undefined,
    );
  }, [userId, pathname]);
  const isThere = pathname === ON_DEVICE_PATH;
  // Once there, the person may go anywhere.
  if (goes && isThere) setGoes(false);
  return goes && !isThere ? <Navigate to={ON_DEVICE_PATH} replace /> : children;
}
