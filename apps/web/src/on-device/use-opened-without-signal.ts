import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { signalStore } from '../providers/signal';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { ON_DEVICE_PATH } from './paths';
import { keptPack } from './pack';

let opened = false;

/** Opened without a signal, the tracker begins with what is on the device instead of a list it cannot have. */
export function useOpenedWithoutSignal(): void {
  const userId = useSignedInUser()?.id;
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    if (!userId || opened) return;
    opened = true;
    if (signalStore.isReached() || pathname.split('/').length > 2) return;
    void keptPack(userId).then(
      (kept) => void (kept && navigate(ON_DEVICE_PATH, { replace: true })),
      () => undefined,
    );
  }, [userId, pathname, navigate]);
}
