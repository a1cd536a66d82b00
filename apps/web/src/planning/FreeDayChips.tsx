import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { formatDay, type Day } from '@tracker/domain';

const OFFERED = 4;

interface FreeDayChipsProps {
  days: readonly Day[];
  chosen: string;
  onChoose: (day: Day) => void;
}

/** School days on which the visitor has nothing on, one press each. */
export function FreeDayChips({ days, chosen, onChoose }: FreeDayChipsProps) {
  if (days.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label="Free days"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, mt: 0.5 }}
    >
      <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
        Free:
      </Typography>
      {days.slice(0, OFFERED).map((day) => (
        <Chip
          key={day}
          component="button"
          type="button"
          size="small"
          clickable
          variant="outlined"
          color={day === chosen ? 'primary' : 'default'}
          aria-pressed={day === chosen}
          label={formatDay(day)}
          onClick={() => onChoose(day)}
        />
      ))}
    </Box>
  );
}
