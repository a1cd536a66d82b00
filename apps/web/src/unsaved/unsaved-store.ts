// What is typed and not saved on the screens that are open, so that one question guards all of it.

/** What would lose it: leaving the page, or also another search or filter of the same page. */
export type LostBy = 'page' | 'any-move';

interface Unsaved {
  lostBy: LostBy;
  /** Whether this device keeps it, so that it is there again when the screen is opened. */
  kept: boolean;
}

const unsaved = new Map<symbol, Unsaved>();
const listeners = new Set<() => void>();
let question: ((leave: boolean) => void) | null = null;

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

function changed(): void {
  // The browser keeps pages without this listener ready for the back button.
  if (unsaved.size > 0) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}

/** Notes that something is not saved. @returns how to take that back */
export function noteUnsaved(lostBy: LostBy, kept: boolean): () => void {
  const key = Symbol('unsaved');
  unsaved.set(key, { lostBy, kept });
  changed();
  return () => {
    unsaved.delete(key);
    changed();
  };
}

/** Whether going from one address to the other would lose something. */
export function wouldBeLost(from: string, to: string): boolean {
  const samePage = from.split('?')[0] === to.split('?')[0];
  return [...unsaved.values()].some(
    ({ lostBy }) => !samePage || (lostBy === 'any-move' && from !== to),
  );
}

/** Whether everything that is not saved is kept on this device. */
export const isAllKept = (): boolean => [...unsaved.values()].every(({ kept }) => kept);

/** Asks, where something is not saved, before the screen drops it. Resolves to whether it may. */
export function mayDrop(): Promise<boolean> {
  if (unsaved.size === 0) return Promise.resolve(true);
  question?.(false);
  return new Promise<boolean>((resolve) => {
    question = resolve;
    tell();
  }).finally(() => {
    question = null;
    tell();
  });
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`: whether the question of `mayDrop` is to be asked. */
export const dropQuestion = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isAsked: () => question !== null,
  answer: (leave: boolean) => question?.(leave),
};
