import { useEffect } from 'react';

// How many dialogs stand over the page. What a tablet shows on its side is laid out anew when it is
// turned, and rows that were swapped would take their dialogs with them, and what is typed there.

let holders = 0;
const listeners = new Set<() => void>();

function hold(): () => void {
  change(1);
  return () => change(-1);
}

function change(by: 1 | -1): void {
  holders += by;
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`: whether the page below must stay as it is laid out. */
export const heldLayout = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isHeld: () => holders > 0,
};

/** For a dialog: as long as it is there, the page that holds it keeps its table or its cards. */
export function useHeldLayout(): void {
  useEffect(hold, []);
}
