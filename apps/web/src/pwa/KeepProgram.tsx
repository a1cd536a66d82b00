import { useEffect } from 'react';
import { useIsFetching } from '@tanstack/react-query';
import { keepProgram } from './new-version-store';

/** Nothing is read for so long: the screen is there. */
const QUIET_MS = 1_000;
/** Where something is read all the time. */
const AT_LATEST_MS = 30_000;

/**
 * Stands on a screen whose code is there. The whole program is two megabytes: on a slow line the screen
 * that somebody waits for would share it with all the others.
 */
export function KeepProgram() {
  const isBusy = useIsFetching() > 0;
  useEffect(() => {
    if (isBusy) return undefined;
    const timer = setTimeout(keepProgram, QUIET_MS);
    return () => clearTimeout(timer);
  }, [isBusy]);
  useEffect(() => {
    const timer = setTimeout(keepProgram, AT_LATEST_MS);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
