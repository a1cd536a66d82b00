import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { BriefRanking } from '@tracker/contract';
import { Section } from '../layout/Section';

/** Why the school stands where it stands in the queue. */
export function BriefWhy({ ranking }: { ranking: BriefRanking | null }) {
  if (!ranking) return null;
  const reasons = ranking.factors.filter(({ points }) => points > 0);
  return (
    <Section title={`Number ${ranking.rank} in the priority queue`}>
      <Typography>{ranking.score} points of 100</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {reasons.map(({ key, detail, points }) => (
          <li key={key}>
            {detail} ({points})
          </li>
        ))}
      </Box>
    </Section>
  );
}
