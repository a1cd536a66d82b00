import { useSyncExternalStore } from 'react';
import { signalStore } from './signal';

/** Whether the tracker can be reached, as far as is known. */
export const useSignal = (): boolean =>
  useSyncExternalStore(signalStore.subscribe, signalStore.isReached);
