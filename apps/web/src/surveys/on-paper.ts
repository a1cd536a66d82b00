/** The answers alone, in black on white, and no answer broken by the end of a page. */
export const ANSWERS_ON_PAPER = {
  '@media print': {
    '.no-print, [role="status"]': { display: 'none !important' },
    'html, body, #root, main, main *': { background: '#fff !important', color: '#000 !important' },
    'dl > div': { breakInside: 'avoid' },
    h3: { breakAfter: 'avoid' },
  },
} as const;
