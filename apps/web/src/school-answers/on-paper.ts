/** On paper without the tracker around it, in black on white, and no card broken by the end of a page. */
export const SUMMARY_ON_PAPER = {
  '@media print': {
    'body header, body nav, .no-print, a[href="#main"]': { display: 'none !important' },
    'html, body, #root, main': { background: '#fff !important' },
    '.school-answers, .school-answers *': { color: '#000 !important' },
    '.school-answers .MuiCard-root': { background: '#fff !important' },
    '.school-answers article, .school-answers figure': { breakInside: 'avoid' },
    '.school-answers .question-cards': { display: 'block !important' },
    '.school-answers article': { marginBottom: '4mm' },
  },
} as const;
