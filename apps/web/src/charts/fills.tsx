import type { ReactNode } from 'react';
import type { Theme } from '@mui/material';

/** Told from each other by their pattern as much as by their colour. */
export const FILLS = ['full', 'striped', 'dotted', 'crossed', 'empty'] as const;
export type FillName = (typeof FILLS)[number];

const SIZE = 8;

function drawing(fill: FillName, { palette }: Theme): ReactNode {
  const { primary, secondary, text, background } = palette;
  const ground = <rect width={SIZE} height={SIZE} fill={background.paper} />;
  switch (fill) {
    case 'full':
      return <rect width={SIZE} height={SIZE} fill={primary.main} />;
    case 'striped':
      return (
        <>
          {ground}
          <path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" stroke={secondary.main} strokeWidth={3} />
        </>
      );
    case 'dotted':
      return (
        <>
          {ground}
          <circle cx={4} cy={4} r={2} fill={primary.main} />
        </>
      );
    case 'crossed':
      return (
        <>
          {ground}
          <path d="M0,0 l8,8 M8,0 l-8,8" stroke={text.secondary} strokeWidth={1.5} />
        </>
      );
    case 'empty':
      return ground;
  }
}

interface FillPatternsProps {
  /** In front of each pattern's name, so that two charts on a page keep theirs apart. */
  id: string;
  theme: Theme;
}

/** The patterns, to be used as `url(#<id>-<name>)` inside the same drawing. */
export function FillPatterns({ id, theme }: FillPatternsProps) {
  return (
    <defs>
      {FILLS.map((fill) => (
        <pattern
          key={fill}
          id={`${id}-${fill}`}
          width={SIZE}
          height={SIZE}
          patternUnits="userSpaceOnUse"
        >
          {drawing(fill, theme)}
        </pattern>
      ))}
    </defs>
  );
}
