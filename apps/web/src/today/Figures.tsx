import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { TodayFigure } from '@tracker/contract';
import { ToneChip } from '../fields/ToneChip';
import { ASKING, figurePath, figureWords } from './figure-words';

/** Every number is a link to the list of exactly what it counts. */
export function Figures({ figures, own }: { figures: readonly TodayFigure[]; own: boolean }) {
  // Of a team's tiles those that are nought say so together, in one line.
  const shown = own ? figures.filter(({ count }) => count > 0) : figures;
  const none = figures.filter((figure) => !shown.includes(figure));
  return (
    <Box>
      <Box
        component="ul"
        aria-label="Figures"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, max(9.5rem, 18%)), 1fr))',
        }}
      >
        {shown.map((figure) => (
          <Card key={figure.key} component="li" data-figure={figure.key}>
            <CardActionArea
              component={RouterLink}
              to={figurePath(figure)}
              sx={{ p: 1.5, height: '100%' }}
            >
              <Typography
                component="span"
                sx={{ fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.2 }}
              >
                {figure.count.toLocaleString('en-GB')}
              </Typography>{' '}
              <Typography component="span" variant="body2" sx={{ display: 'block' }}>
                {figureWords(figure, own)}
              </Typography>
              {figure.count > 0 && ASKING.includes(figure.key) && (
                <ToneChip tone="late" label="To do" sx={{ mt: 0.5 }} />
              )}
            </CardActionArea>
          </Card>
        ))}
      </Box>
      {none.length > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          None of these: {none.map((figure) => figureWords(figure, own)).join('; ')}.
        </Typography>
      )}
    </Box>
  );
}
