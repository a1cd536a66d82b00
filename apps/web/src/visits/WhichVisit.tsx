import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { plural } from '@tracker/domain';
import type { School, Visit } from '@tracker/contract';
import { PageHeading } from '../layout/PageHeading';
import { logPath } from '../paths/visit-paths';
import { VisitChips } from './VisitChips';
import { whenInWords } from '../fields/visit-words';

interface WhichVisitProps {
  school: School;
  planned: readonly Visit[];
  onOther: () => void;
}

/** Asks which visit took place: one that was planned, or another. */
export function WhichVisit({ school, planned, onOther }: WhichVisitProps) {
  return (
    <Box sx={{ maxWidth: 760 }}>
      <PageHeading title={`Log a visit to ${school.name}`}>
        <Typography sx={{ mt: 0.5 }}>
          {planned.length === 1
            ? 'A visit is planned at this school. Is it the one that took place?'
            : `${plural(planned.length, 'visit')} are planned at this school. Which one took place?`}
        </Typography>
      </PageHeading>
      <Card component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {planned.map((visit) => (
          <Box
            component="li"
            key={visit.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 1,
              p: 2,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-child': { borderBottom: 0 },
            }}
          >
            <Box sx={{ flex: '1 1 14rem' }}>
              <Typography sx={{ fontWeight: 650 }}>{whenInWords(visit)}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {visit.visitorName ?? 'No visitor yet'}
              </Typography>
            </Box>
            <VisitChips visit={visit} />
            <Button
              variant="contained"
              component={RouterLink}
              to={logPath(visit.id)}
              aria-label={`Log this visit, ${whenInWords(visit)}`}
            >
              Log this visit
            </Button>
          </Box>
        ))}
      </Card>
      <Button variant="outlined" sx={{ mt: 2 }} onClick={onOther}>
        It was another visit, not planned here
      </Button>
    </Box>
  );
}
