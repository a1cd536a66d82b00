/** No more than so many lines on paper; what is over stands on the school's page. */
const lines = (most: number) => ({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: most,
  overflow: 'hidden',
});

/**
 * The brief on one sheet of A4: without the tracker around it, in black, in two columns. Each text and
 * list is cut where its share of the sheet ends, and the columns end with the sheet.
 */
export const BRIEF_ON_PAPER = {
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
    '.brief': { fontSize: '8.5pt' },
    '.brief h1': { fontSize: '14pt', margin: 0, ...lines(2) },
    '.brief h2': { fontSize: '10.5pt', breakAfter: 'avoid' },
    '.brief p, .brief li, .brief dt, .brief dd, .brief a': { fontSize: '8.5pt', lineHeight: 1.25 },
    '.brief .brief-parts': {
      display: 'block !important',
      columns: '2',
      columnGap: '4mm',
      maxHeight: '225mm',
      overflow: 'hidden',
    },
    '.brief .MuiCard-root': { marginBottom: '2mm' },
    '.brief .MuiCardContent-root': { padding: '1.5mm 2mm !important' },
    '.brief .MuiCardContent-root > :first-of-type': { minHeight: 0, margin: 0 },
    '.brief li, .brief dd, .brief p': { breakInside: 'avoid' },
    '.brief li, .brief dl, .brief dl > *': { marginTop: '0.5mm', marginBottom: 0, padding: 0 },
    '.brief .MuiChip-root': { height: 'auto', fontSize: '7.5pt', transition: 'none !important' },
    '.brief .brief-long': lines(7),
    '.brief .brief-short': lines(2),
    '.brief .brief-more': { display: 'none' },
    '.brief .only-print': { display: 'block !important' },
  },
} as const;
