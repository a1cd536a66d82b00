import type { MouseEvent, ReactNode, SyntheticEvent } from 'react';

const keepHere = (event: SyntheticEvent) => event.stopPropagation();

/**
 * Around what is operated inside a row that opens by a click: nothing done in it, or in a menu or
 * dialog it opens, reaches the row. React hands events of a dialog on to where it was made, which
 * is the row, wherever the dialog stands in the page.
 */
export function OffTheRow({ children }: { children: ReactNode }) {
  return (
    <span style={{ display: 'contents' }} onClick={keepHere} onKeyDown={keepHere}>
      {children}
    </span>
  );
}

/** Around what a row shows: a link in it is followed, and does not open the row a second time. */
export function LinksOffTheRow({ children }: { children: ReactNode }) {
  return (
    <span style={{ display: 'contents' }} onClick={keepLinksHere}>
      {children}
    </span>
  );
}

function keepLinksHere(event: MouseEvent) {
  if (event.target instanceof Element && event.target.closest('a')) event.stopPropagation();
}
