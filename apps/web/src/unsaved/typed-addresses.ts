// The router counts the pages it has opened itself in the history's state, and holds a move back only
// between such pages. An address typed or pasted into the tab has no number; it gets the next one.

let current = 0;

/** Called with each page that is shown. */
export function notePageNumber(): void {
  const number = numberNow();
  if (number !== null) current = number;
}

function numberNow(): number | null {
  const state = history.state as { idx?: number } | null;
  return state?.idx ?? null;
}

// Registered before the router's own listener, which reads the number.
window.addEventListener('popstate', () => {
  if (numberNow() !== null) return;
  const state = history.state as object | null;
  history.replaceState({ ...state, idx: current + 1 }, '');
});
