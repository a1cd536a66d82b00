import Box from '@mui/material/Box';
import type { BriefPlanSays } from '@tracker/contract';

/**
 * What a captured plan says: its facts, where the survey says otherwise, and what is odd about it. A
 * school that an earlier version of the tracker took along has none.
 */
export function PlanSayings({ says }: { says: BriefPlanSays | null | undefined }) {
  if (!says) return null;
  const { facts, warnings, againstSurvey } = says;
  const lines = [
    ...(facts.length > 0 ? [facts.join(' ')] : []),
    ...againstSurvey,
    ...warnings.map((warning) => `To note: ${warning}`),
  ];
  if (lines.length === 0) return null;
  return (
    <Box
      component="span"
      className="brief-long"
      sx={{ display: 'block', mt: 0.5, whiteSpace: 'pre-line' }}
    >
      {lines.join('\n')}
    </Box>
  );
}
