/** On paper without the tracker around it, in black on white, and no part broken by the end of a page. */
export const FIGURES_ON_PAPER = {
  '@media print': {
    'body header, body nav, .no-print, a[href="#main"]': { display: 'none !important' },
    'html, body, #root, main': { background: '#fff !important' },
    '.plan-figures, .plan-figures *': { color: '#000 !important' },
    '.plan-figures .MuiCard-root': { background: '#fff !important', breakInside: 'avoid' },
  },
} as const;
