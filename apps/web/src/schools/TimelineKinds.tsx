import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import DoneIcon from '@mui/icons-material/Done';
import { TIMELINE_KINDS, type TimelineKind } from '@tracker/contract';

const WORDS: Record<TimelineKind, string> = {
  visit: 'Visits',
  survey: 'Surveys',
  action: 'Actions',
  plan: 'Plans',
  answer: 'Answers',
  mail: 'Emails',
  register: 'Register',
};

interface TimelineKindsProps {
  chosen: TimelineKind | null;
  onChoose: (kind: TimelineKind | null) => void;
}

export function TimelineKinds({ chosen, onChoose }: TimelineKindsProps) {
  return (
    <Box
      role="group"
      aria-label="What to show"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}
    >
      {[null, ...TIMELINE_KINDS].map((kind) => (
        <Chip
          key={kind ?? 'all'}
          component="button"
          clickable
          aria-pressed={kind === chosen}
          color={kind === chosen ? 'primary' : 'default'}
          variant={kind === chosen ? 'filled' : 'outlined'}
          icon={kind === chosen ? <DoneIcon /> : undefined}
          label={kind === null ? 'Everything' : WORDS[kind]}
          onClick={() => onChoose(kind)}
        />
      ))}
    </Box>
  );
}
