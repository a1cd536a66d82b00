import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { VisitorLoads } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { Section } from '../../layout/Section';

interface VisitorCapacityProps {
  loads: VisitorLoads | undefined;
  /** Of the visitor whose visits alone are shown; empty for everybody. */
  chosen: string;
  onChoose: (visitorId: string) => void;
}

/** How many visits each visitor has in the week and in the term; a press shows that visitor's alone. */
export function VisitorCapacity({ loads, chosen, onChoose }: VisitorCapacityProps) {
  return (
    <Section title="Visits of each visitor">
      {loads ? (
        <>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
            Scheduled, confirmed and completed, in the week of {formatDay(loads.week.from)} and in{' '}
            {loads.term.assumed ? `the year ${loads.term.name}` : `the ${loads.term.name}`}.
          </Typography>
          <Box component="table" sx={TABLE}>
            <thead>
              <tr>
                <th scope="col">Visitor</th>
                <th scope="col">Week</th>
                <th scope="col">{loads.term.assumed ? 'Year' : 'Term'}</th>
              </tr>
            </thead>
            <tbody>
              {loads.visitors.map(({ id, name, weekVisits, termVisits }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link
                      component="button"
                      type="button"
                      aria-pressed={id === chosen}
                      aria-label={id === chosen ? `${name}, shown alone` : `${name}, show alone`}
                      onClick={() => onChoose(id === chosen ? '' : id)}
                      sx={{ font: 'inherit', textAlign: 'left', minHeight: 24 }}
                    >
                      {name}
                    </Link>
                  </th>
                  <td>{weekVisits}</td>
                  <td>{termVisits}</td>
                </tr>
              ))}
            </tbody>
          </Box>
        </>
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Counting the visits…
        </Typography>
      )}
    </Section>
  );
}

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  '& th, & td': { textAlign: 'right', py: 0.5, pl: 0.75, borderBottom: 1, borderColor: 'divider' },
  '& th:first-of-type': { textAlign: 'left', fontWeight: 500, pl: 0, overflowWrap: 'anywhere' },
  '& thead th': { fontWeight: 650, fontSize: '0.8125rem' },
  '& tr:has([aria-pressed=true])': { bgcolor: 'action.selected' },
  '& [aria-pressed=true]': { fontWeight: 700 },
} as const;
