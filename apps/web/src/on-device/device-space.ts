import { useEffect, useState } from 'react';

/** Less than this is worth a word: a log with its survey takes some kilobytes, the pack a few hundred. */
const LITTLE_BYTES = 50 * 1024 * 1024;

export interface DeviceSpace {
  /** The browser has promised not to clear what is kept; undefined where it cannot be asked. */
  isKept: boolean | undefined;
  /** Megabytes left for the tracker, where they are few. */
  fewLeft: number | null;
}

let asked: Promise<boolean | undefined> | null = null;

/** Asks the browser, once a page, not to clear what is kept on the device when it runs short of room. */
export function askToKeep(): Promise<boolean | undefined> {
  asked ??= ask().catch(() => undefined);
  return asked;
}

async function ask(): Promise<boolean | undefined> {
  if (!navigator.storage?.persist) return undefined;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

async function megabytesLeft(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota === undefined || usage === undefined) return null;
  const left = quota - usage;
  return left < LITTLE_BYTES ? Math.max(0, Math.floor(left / 1024 / 1024)) : null;
}

export function useDeviceSpace(): DeviceSpace | null {
  const [space, setSpace] = useState<DeviceSpace | null>(null);
  useEffect(() => {
    let left = false;
    void Promise.all([askToKeep(), megabytesLeft().catch(() => null)]).then(
      ([isKept, fewLeft]) => left || setSpace({ isKept, fewLeft }),
    );
    return () => void (left = true);
  }, []);
  return space;
}
