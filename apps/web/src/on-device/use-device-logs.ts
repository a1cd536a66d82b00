import { useEffect, useState } from 'react';
import { useSignedInUser } from '../providers/use-signed-in-user';
import type { KeptPack } from './database';
import type { DeviceLog } from './device-log';
import { logsOf, onDeviceChange } from './device-logs';
import { keptPack } from './pack';

/** What `read` gives for whoever is signed in, again after each change on the device. */
function useOnDevice<T>(read: (userId: string) => Promise<T>, nothing: T): T {
  const userId = useSignedInUser()?.id;
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    if (!userId) return;
    let left = false;
    const again = () =>
      // A browser that keeps nothing has nothing.
      void read(userId).then(
        (now) => void (left || setFound(now)),
        () => undefined,
      );
    again();
    const stop = onDeviceChange(again);
    return () => {
      left = true;
      stop();
    };
  }, [read, userId]);
  return found;
}

const NO_LOGS: DeviceLog[] = [];

/** The logs of whoever is signed in, the oldest first. */
export const useDeviceLogs = (): DeviceLog[] => useOnDevice(logsOf, NO_LOGS);

/** What they took along; undefined when there is nothing. */
export const useKeptPack = (): KeptPack | undefined =>
  useOnDevice<KeptPack | undefined>(keptPack, undefined);
