import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import { visuallyHidden } from '../layout/hidden';

interface FiguresTableProps {
  /** What the table is of; heard, not seen, where the chart's title stands above it. */
  caption: string;
  head: readonly string[];
  /** The first cell of each row is its heading. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** The numbers behind a chart. Scrolls within itself where it is wider than the window. */
export function FiguresTable({ caption, head, rows }: FiguresTableProps) {
  return (
    <Box
      role="region"
      aria-label={caption}
      tabIndex={0}
      sx={{ overflowX: 'auto', position: 'relative' }}
    >
      <Box component="table" sx={FIGURES_TABLE}>
        <caption style={visuallyHidden}>{caption}</caption>
        <thead>
          <tr>
            {head.map((words) => (
              <th scope="col" key={words}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

export const FIGURES_TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  '& th, & td': {
    textAlign: 'right',
    verticalAlign: 'top',
    py: 0.5,
    px: 1,
    whiteSpace: 'nowrap',
    borderBottom: 1,
    borderColor: 'divider',
  },
  '& th:first-of-type': {
    textAlign: 'left',
    pl: 0,
    fontWeight: 500,
    minWidth: '7rem',
    whiteSpace: 'normal',
  },
  '& thead th': {
    whiteSpace: 'normal',
    fontWeight: 650,
    fontSize: '0.8125rem',
    color: 'text.secondary',
  },
  '& thead th:first-of-type': { fontWeight: 650 },
  // The sign of the order stands before the words of a column of numbers, which end above them.
  '& thead th:not(:first-of-type) .MuiTableSortLabel-root': { flexDirection: 'row-reverse' },
} as const;
