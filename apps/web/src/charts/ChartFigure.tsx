import { useId, useState, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import Typography from '@mui/material/Typography';

interface ChartFigureProps {
  /** What is to be seen, as a sentence: the chart's title. */
  finding: string;
  /** Where a heading of its own stands above the finding, as a question does. */
  under?: ReactNode;
  /** The chart in words, for those who do not see it; the table has every number. */
  inWords: string;
  legend?: ReactNode;
  /** The drawing itself, hidden from those who listen. */
  children: ReactNode;
  table: ReactNode;
  /** Shown from the beginning, where it is short. */
  tableOpen?: boolean;
}

/** A chart with its finding above it and its numbers as a table below. */
export function ChartFigure(props: ChartFigureProps) {
  const { finding, under, inWords, legend, children, table, tableOpen = false } = props;
  const [open, setOpen] = useState(tableOpen);
  const id = useId();
  return (
    <Box component="figure" aria-labelledby={`${id}-finding`} sx={{ m: 0, minWidth: 0 }}>
      {under}
      <Typography variant="h3" component={under ? 'p' : 'h3'} id={`${id}-finding`} sx={{ mb: 1 }}>
        {finding}
      </Typography>
      {legend}
      <Box role="img" aria-label={inWords} sx={{ breakInside: 'avoid' }}>
        {children}
      </Box>
      <Button
        size="small"
        aria-expanded={open}
        aria-controls={`${id}-table`}
        onClick={() => setOpen(!open)}
        className="no-print"
      >
        {open ? 'Hide the table' : 'Show as a table'}
      </Button>
      <Collapse in={open} id={`${id}-table`} unmountOnExit timeout={0}>
        {table}
      </Collapse>
    </Box>
  );
}
