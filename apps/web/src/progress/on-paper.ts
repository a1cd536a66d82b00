/** The page on A4: without the tracker around it, no chart or row torn in two. */
export const PROGRESS_ON_PAPER = {
  '@page': { size: 'A4', margin: '12mm' },
  '@media print': {
    'body header, body nav, .no-print, a[href="#main"]': { display: 'none !important' },
    'tr, li, [role="img"]': { breakInside: 'avoid' },
    'h2, h3': { breakAfter: 'avoid' },
  },
} as const;
