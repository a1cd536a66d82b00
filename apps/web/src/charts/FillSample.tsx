import { useId } from 'react';
import { useTheme } from '@mui/material/styles';
import { FillPatterns, type FillName } from './fills';

/** A patch of a bar, as it is drawn in the chart. */
export function FillSample({ fill }: { fill: FillName }) {
  const theme = useTheme();
  const id = useId();
  return (
    <svg width="24" height="16" focusable="false">
      <FillPatterns id={id} theme={theme} />
      <rect
        x="0.5"
        y="0.5"
        width="23"
        height="15"
        fill={`url(#${id}-${fill})`}
        stroke={theme.palette.text.secondary}
      />
    </svg>
  );
}
