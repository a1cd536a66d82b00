import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ScoreFactor } from '@tracker/domain';

const points = (value: number) => value.toFixed(1);

/** By the room of the list itself, which stands in columns and rows of any width. */
const WIDE = '@container (min-width: 34rem)';

/** The score taken apart: every factor with its points and its reason in a sentence. */
export function ScoreFactors({ score, factors }: { score: number; factors: ScoreFactor[] }) {
  return (
    <Box component="dl" sx={{ m: 0, maxWidth: 760, containerType: 'inline-size' }}>
      {factors.map((factor) => (
        <Box
          key={factor.key}
          sx={{
            display: 'grid',
            gridTemplateColumns: '1fr auto',
            [WIDE]: { gridTemplateColumns: '13rem 1fr 4rem' },
            columnGap: 2,
            py: 0.75,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Typography component="dt" variant="body2" sx={{ fontWeight: 650 }}>
            {factor.label}
          </Typography>
          <Typography
            component="dd"
            variant="body2"
            sx={{ m: 0, color: 'text.secondary', gridRow: 2, [WIDE]: { gridRow: 'auto' } }}
          >
            {factor.detail}
          </Typography>
          <Typography
            component="dd"
            variant="body2"
            sx={{ m: 0, textAlign: 'right', fontWeight: factor.points > 0 ? 650 : 400 }}
          >
            {points(factor.points)}
          </Typography>
        </Box>
      ))}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', py: 0.75 }}>
        <Typography component="dt" variant="body2" sx={{ fontWeight: 700 }}>
          Score, of 100
        </Typography>
        <Typography component="dd" variant="body2" sx={{ m: 0, fontWeight: 700 }}>
          {points(score)}
        </Typography>
      </Box>
    </Box>
  );
}
