import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material';

/** Room for the words beside a bar, in pixels. */
export function useLabelWidth(): number {
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  return narrow ? 118 : 200;
}
