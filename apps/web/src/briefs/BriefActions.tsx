import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FollowUpAction } from '@tracker/contract';
import { ActionChips } from '../follow-up-actions/ActionChips';
import { ownerAndDay } from '../follow-up-actions/action-words';
import { Section } from '../layout/Section';

/** As many as a sheet of paper has room for. */
const BRIEF_ON_PAPER = 6;

/** What was agreed and is still to be done. */
export function BriefActions({ actions }: { actions: readonly FollowUpAction[] }) {
  return (
    <Section title="Still to be done">
      {actions.length === 0 && <Typography>Nothing is open from earlier visits.</Typography>}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {actions.map((action, at) => (
          <Box
            component="li"
            key={action.id}
            className={at < BRIEF_ON_PAPER ? undefined : 'brief-more'}
            sx={{ mb: 0.75 }}
          >
            <span className="brief-short">{action.title}</span>{' '}
            <ActionChips action={action} withStatus={false} />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {ownerAndDay(action)}
            </Typography>
          </Box>
        ))}
      </Box>
      {actions.length > BRIEF_ON_PAPER && (
        <Typography className="only-print" sx={{ display: 'none' }}>
          More actions are on the school’s page.
        </Typography>
      )}
    </Section>
  );
}
