import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { mealsFinding, mealsInWords, percentOf, type Share, shareInWords } from '@tracker/domain';
import type { Progress } from '@tracker/contract';
import { Section } from '../../layout/Section';
import { progressPath } from '../../progress/paths';

/** Whether schools with the most disadvantaged pupils are visited less. */
export function MealsToday({ progress: { byFsmBand } }: { progress: Progress }) {
  const finding = mealsFinding(
    byFsmBand.map(({ key, covered, schoolsInScope }) => ({
      key,
      part: covered.count,
      of: schoolsInScope.count,
    })),
  );
  const { fromPercent, high, rest } = finding;
  return (
    <Section title="Free school meals: who is visited less?">
      <Typography sx={{ mb: 1 }}>{mealsInWords(finding)}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mb: 1, p: 0 }}>
        <Bar words={`${fromPercent}% or more pupils eligible`} share={high} />
        <Bar words={`Under ${fromPercent}%`} share={rest} />
      </Box>
      <Link component={RouterLink} to={progressPath({ by: 'meals' })}>
        Every band, with its schools
      </Link>
    </Section>
  );
}

/** Its length says again what the words beside it say. */
function Bar({ words, share }: { words: string; share: Share }) {
  return (
    <Box component="li" sx={{ py: 0.5 }}>
      <Typography variant="body2">
        {words}: {share.part.toLocaleString('en-GB')} of {share.of.toLocaleString('en-GB')} schools
        covered ({shareInWords(share)})
      </Typography>
      <Box
        aria-hidden
        sx={{ height: 10, border: 1, borderColor: 'text.secondary', borderRadius: 0.5 }}
      >
        <Box sx={{ height: '100%', bgcolor: 'primary.main', width: `${percentOf(share)}%` }} />
      </Box>
    </Box>
  );
}
