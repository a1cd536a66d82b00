import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { User } from '@tracker/contract';
import { useRegions } from '../fields/RegionName';
import { ToneChip } from '../fields/ToneChip';
import { roleInWords } from '../fields/words';

interface UserRowProps {
  user: User;
  onChange: () => void;
  onMakeLink: () => void;
}

/** Who it is, what they may do, and what can be done about their account. */
export function UserRow({ user, onChange, onMakeLink }: UserRowProps) {
  const regions = useRegions().filter(({ id }) => user.regionIds.includes(id));
  const where = regions.map(({ name }) => name).join(', ') || 'no region yet';
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, flexWrap: 'wrap' }}>
      <Box sx={{ flex: '1 1 18rem', minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography variant="h2">{user.name}</Typography>
          {!user.active && <ToneChip tone="late" label="Disabled" />}
          {user.active && user.invited && <ToneChip tone="soon" label="Invited, no password yet" />}
        </Box>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {user.email}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {roleInWords(user.role)}
          {user.role === 'regional' && `: ${where}`}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'start' }}>
        {user.active && (
          <Button
            onClick={onMakeLink}
            aria-label={`${user.invited ? 'New invitation' : 'New password'} for ${user.name}`}
          >
            {user.invited ? 'New invitation' : 'New password'}
          </Button>
        )}
        <Button onClick={onChange} aria-label={`Change ${user.name}`}>
          Change
        </Button>
      </Box>
    </Box>
  );
}
