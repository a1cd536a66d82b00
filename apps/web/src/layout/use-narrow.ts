import { useState, useSyncExternalStore } from 'react';
import useMediaQuery from '@mui/material/useMediaQuery';
import { heldLayout } from './held-layout';

/** From a tablet held upright on, tables and months are shown as on a wide screen. */
const TABLET_PX = 768;

/**
 * True on a phone, where lists are cards and a month is dots. While a dialog is open the answer stays
 * what it was: the dialog may belong to a row of what would be swapped.
 */
export function useNarrow(): boolean {
  const narrow = useMediaQuery(`(max-width: ${TABLET_PX - 0.05}px)`, { noSsr: true });
  const held = useSyncExternalStore(heldLayout.subscribe, heldLayout.isHeld);
  const [shown, setShown] = useState(narrow);
  if (!held && shown !== narrow) setShown(narrow);
  return shown;
}
