import { useCallback, useEffect, useRef, useState } from 'react';

const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('tracker-tabs');

const HANDING_OVER_MS = 500;

/**
 * One tab at a time writes a log. `mine` is false while another tab of this browser has it open;
 * `take` makes that one let go. Where the browser has no locks every tab may.
 */
export function useOnlyTab(name: string): { mine: boolean | undefined; take: () => void } {
  const [mine, setMine] = useState<boolean | undefined>(navigator.locks ? undefined : true);
  const release = useRef<() => void>(undefined);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!navigator.locks) return;
    let left = false;
    // The tab that was asked to let go needs a moment; waiting for it is what locks are for.
    void navigator.locks.request(name, { ifAvailable: tries === 0 }, (lock) => {
      if (!lock || left) return void (left || setMine(false));
      setMine(true);
      return new Promise<void>((resolve) => (release.current = resolve));
    });
    const hear = ({ data }: MessageEvent<unknown>) => {
      if (data !== name || !release.current) return;
      const letGo = release.current;
      release.current = undefined;
      // The form goes, and keeps what was typed last while it does.
      setMine(false);
      setTimeout(letGo, HANDING_OVER_MS);
    };
    channel?.addEventListener('message', hear);
    return () => {
      left = true;
      channel?.removeEventListener('message', hear);
      release.current?.();
      release.current = undefined;
    };
  }, [name, tries]);
  const take = useCallback(() => {
    channel?.postMessage(name);
    setTries((before) => before + 1);
  }, [name]);
  return { mine, take };
}
