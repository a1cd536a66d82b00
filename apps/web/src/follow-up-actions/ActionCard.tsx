import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { formatDay } from '@tracker/domain';
import type { FollowUpAction } from '@tracker/contract';
import { instantInWords } from '../fields/texts';
import { schoolPath } from '../paths/school-paths';
import { visitPath } from '../paths/visit-paths';
import { ActionChips } from './ActionChips';
import { ActionCommands } from './ActionCommands';
import { ownerAndDay } from './action-words';

interface ActionCardProps {
  action: FollowUpAction;
  /** False where the school is plain from the page. */
  withSchool?: boolean;
  /** False where the state is plain from the column. */
  withStatus?: boolean;
}

/** One action: what, for whom, whose, until when, and what can be done with it. */
export function ActionCard({ action, withSchool = true, withStatus = true }: ActionCardProps) {
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>{action.title}</Typography>
      <ActionChips action={action} withStatus={withStatus} />
      {withSchool && (
        <Link component={RouterLink} to={schoolPath(action.schoolId)} variant="body2">
          {action.schoolName}
        </Link>
      )}
      {action.detail && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {action.detail}
        </Typography>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {ownerAndDay(action)}
      </Typography>
      {action.closedAt && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {action.status === 'done' ? 'Done' : 'Dropped'} {instantInWords(action.closedAt)}
          {action.closedByName && ` by ${action.closedByName}`}
        </Typography>
      )}
      {action.becameVisitId && (
        <Link component={RouterLink} to={visitPath(action.becameVisitId)} variant="body2">
          Follow-up visit{action.becameVisitOn ? `, ${formatDay(action.becameVisitOn)}` : ''}
        </Link>
      )}
      <ActionCommands action={action} />
    </Box>
  );
}
