import { registerSW } from 'virtual:pwa-register';
import { isSomethingTyped, keepAll } from './before-reload';

const LOOK_EVERY_MS = 60 * 60_000;
/** When the new version has not taken over by then, the page is loaded anew all the same. */
const TAKING_OVER_MS = 3_000;

let takeOver: ((reload?: boolean) => Promise<void>) | null = null;
let isThere = false;
let isLeaving = false;
const listeners = new Set<() => void>();

function found(): void {
  isThere = true;
  listeners.forEach((listener) => listener());
}

/** Once for the page: what the tracker needs to open without a signal is kept by the browser. */
export function keepProgram(): void {
  if (takeOver || !('serviceWorker' in navigator)) return;
  takeOver = registerSW({
    onNeedRefresh: found,
    // The new version has taken over, in this tab or in another one of this browser.
    onNeedReload() {
      if (isLeaving || !isSomethingTyped()) void reload();
      else found();
    },
    onRegisteredSW(_address, registration) {
      // A tablet may stay open for days.
      setInterval(() => void registration?.update().catch(() => undefined), LOOK_EVERY_MS);
    },
  });
}

async function reload(): Promise<void> {
  await keepAll();
  window.location.reload();
}

/** Loads the page anew with the new version, once all that keeps itself is on the disk. */
export async function reloadNow(): Promise<void> {
  isLeaving = true;
  await keepAll();
  setTimeout(() => void reload(), TAKING_OVER_MS);
  await takeOver?.(true);
}

/** For `useSyncExternalStore`: whether a new version waits. */
export const newVersionStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isThere: () => isThere,
};
