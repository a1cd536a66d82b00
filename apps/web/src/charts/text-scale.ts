/** How much larger than usual somebody reads: 2 at 200% text. Drawings are in pixels, their words are not. */
export const textScale = (): number =>
  parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
