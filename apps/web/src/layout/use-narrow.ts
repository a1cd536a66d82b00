import useMediaQuery from '@mui/material/useMediaQuery';

/** From a tablet held upright on, tables and months are shown as on a wide screen. */
const TABLET_PX = 768;

/** True on a phone, where lists are cards and a month is dots. */
export const useNarrow = (): boolean =>
  useMediaQuery(`(max-width: ${TABLET_PX - 0.05}px)`, { noSsr: true });
