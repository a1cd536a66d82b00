/**
 * The brief on one sheet of A4: without the tracker around it, in black, in two columns, and with as
 * much of each part as fits.
 */
export const ON_PAPER = {
  '@page': { size: 'A4', margin: '12mm' },
  '@media print': {
    'body header, body nav, .no-print, a[href="#main"]': { display: 'none !important' },
    'html, body, #root, main': {
      background: '#fff !important',
      padding: '0 !important',
      margin: '0 !important',
      minHeight: '0 !important',
    },
    '.brief, .brief *': {
      color: '#000 !important',
      background: 'transparent !important',
      boxShadow: 'none !important',
    },
    '.brief': { fontSize: '9pt' },
    '.brief h1': { fontSize: '15pt', marginTop: 0 },
    '.brief h2': { fontSize: '11pt' },
    '.brief p, .brief li, .brief dt, .brief dd, .brief a': { fontSize: '9pt', lineHeight: 1.3 },
    '.brief .brief-parts': { gridTemplateColumns: '1fr 1fr !important', gap: '3mm !important' },
    '.brief .MuiCardContent-root': { padding: '2mm !important' },
    '.brief .MuiChip-root': { height: 'auto', fontSize: '8pt', transition: 'none !important' },
    // A summary may be as long as its writer liked; what is over stands on the screen.
    '.brief .brief-long': {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 14,
      overflow: 'hidden',
    },
    '.brief .brief-more': { display: 'none' },
    '.brief .only-print': { display: 'block !important' },
  },
} as const;
