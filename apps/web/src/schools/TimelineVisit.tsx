import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { ClosedSchoolAlert } from '../visits/ClosedSchoolAlert';
import { visitPath } from '../paths/visit-paths';
import { VisitChips } from '../visits/VisitChips';
import { VisitCommands } from '../visits/VisitCommands';
import { TimelineItem } from './TimelineItem';
import { outcomeInWords, whenInWords } from '../fields/visit-words';

interface TimelineVisitProps {
  visit: Visit;
  /** What the school was called then, when the visit was to one before it. */
  formerName: string | null;
}

export function TimelineVisit({ visit, formerName }: TimelineVisitProps) {
  const outcome = outcomeInWords(visit);
  const people = [
    visit.visitorName && `Visitor: ${visit.visitorName}`,
    visit.outcome?.metWith && `Met with: ${visit.outcome.metWith}`,
  ].filter(Boolean);
  return (
    <TimelineItem formerName={formerName}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Link component={RouterLink} to={visitPath(visit.id)} sx={{ fontWeight: 650 }}>
          {whenInWords(visit)}
        </Link>
        <VisitChips visit={visit} />
      </Box>
      {people.length > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {people.join(' · ')}
        </Typography>
      )}
      {outcome && (
        <Typography
          variant="body2"
          sx={{ mt: 0.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {outcome}
        </Typography>
      )}
      <ClosedSchoolAlert visit={visit} />
      <Box sx={{ mt: 1, '&:empty': { display: 'none' } }}>
        <VisitCommands visit={visit} size="small" />
      </Box>
    </TimelineItem>
  );
}
