import type { Theme } from '@mui/material';

/** Each is told from the others by its dashes and its marks as much as by its colour. */
export const STROKES = {
  solid: { dash: undefined, mark: 'circle' },
  dashed: { dash: '7 5', mark: 'square' },
  dotted: { dash: '2 4', mark: 'triangle' },
} as const;

export type StrokeName = keyof typeof STROKES;

export const strokeColour = ({ palette }: Theme): Record<StrokeName, string> => ({
  solid: palette.primary.main,
  dashed: palette.text.secondary,
  dotted: palette.secondary.main,
});
