import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FollowUpAction } from '@tracker/contract';
import { ActionCard } from '../follow-up-actions/ActionCard';
import { Section } from '../layout/Section';

/** One's own actions that are late or due this week. */
export function TodayActions({ actions }: { actions: readonly FollowUpAction[] }) {
  return (
    <Section title="My actions">
      {actions.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          None is overdue or due this week.
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {actions.map((action) => (
          <Box
            component="li"
            key={action.id}
            sx={{
              py: 1.5,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-child': { borderBottom: 0 },
            }}
          >
            <ActionCard action={action} />
          </Box>
        ))}
      </Box>
    </Section>
  );
}
