import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';

interface BigFigureProps {
  figure: string;
  /** What it counts, read after it. */
  words: string;
  /** What follows from it. */
  children?: ReactNode;
  /** The list of what it counts; without it the figure is counted from nothing but days. */
  to?: string;
}

/** One large number with its words, a link to the list behind it. */
export function BigFigure({ figure, words, children, to }: BigFigureProps) {
  const inside = (
    <>
      <Typography component="span" sx={{ fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.2 }}>
        {figure}
      </Typography>{' '}
      <Typography component="span" variant="body2" sx={{ display: 'block' }}>
        {words}
      </Typography>
      {children && (
        <Typography
          component="span"
          variant="body2"
          sx={{ display: 'block', fontWeight: 650, mt: 0.5 }}
        >
          {children}
        </Typography>
      )}
    </>
  );
  return (
    <Card component="li">
      {to ? (
        <CardActionArea component={RouterLink} to={to} sx={{ p: 1.5, height: '100%' }}>
          {inside}
        </CardActionArea>
      ) : (
        <Box sx={{ p: 1.5 }}>{inside}</Box>
      )}
    </Card>
  );
}

interface BigFiguresProps {
  label: string;
  /** At most so many in a row. */
  abreast?: 3 | 4;
  children: ReactNode;
}

/** Large numbers side by side, as many as there is room for. */
export function BigFigures({ label, abreast = 3, children }: BigFiguresProps) {
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, max(13rem, ${abreast === 3 ? 30 : 23}%)), 1fr))`,
      }}
    >
      {children}
    </Box>
  );
}
