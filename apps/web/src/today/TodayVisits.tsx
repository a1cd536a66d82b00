import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { formatDay } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { Section } from '../layout/Section';
import { today } from '../providers/today';
import { briefPath } from '../paths/school-paths';
import { VisitCard } from '../visits/VisitCard';
import { VisitCommands } from '../visits/VisitCommands';

interface TodayVisitsProps {
  title: string;
  visits: readonly Visit[];
  /** When there is none. */
  none: string;
  /** They were to take place and nobody has said whether they did. */
  asking?: boolean;
  /** Below the visits. */
  children?: ReactNode;
}

/** Visits with what can be done about them, one below the other. */
export function TodayVisits(props: TodayVisitsProps) {
  const { title, visits, none, asking = false, children } = props;
  return (
    <Section title={title}>
      {visits.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {none}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {visits.map((visit) => (
          <Item key={visit.id}>
            <VisitCard visit={visit} />
            <Typography sx={{ mt: 1, mb: 0.5 }} variant="body2">
              {asking ? 'Did it take place?' : whenFromToday(visit)}
            </Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {!asking && (
                <Button
                  size="small"
                  variant="outlined"
                  component={RouterLink}
                  to={briefPath(visit.schoolId)}
                  aria-label={`Brief for ${visit.schoolName}`}
                >
                  Brief
                </Button>
              )}
              <VisitCommands visit={visit} size="small" />
            </Box>
          </Item>
        ))}
      </Box>
      {children}
    </Section>
  );
}

function whenFromToday({ scheduledOn }: Visit): string {
  if (scheduledOn === today()) return 'Today';
  return scheduledOn ? `On ${formatDay(scheduledOn)}` : 'No date yet';
}

function Item({ children }: { children: ReactNode }) {
  return (
    <Box
      component="li"
      sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } }}
    >
      {children}
    </Box>
  );
}
