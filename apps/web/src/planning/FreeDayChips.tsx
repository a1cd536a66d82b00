import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { addDays, formatDay, isDay, type Day } from '@tracker/domain';
import { today } from '../providers/today';
import { useFreeDays } from './use-planning';

const OFFERED = 4;
/** More are asked for than shown, because some are taken by other lines of the form. */
const ASKED = 24;

interface FreeDayChipsProps {
  visitorId: string;
  /** The first day to suggest; tomorrow where it is none or has passed. */
  from: string;
  /** Days of this visitor's other visits in the form. */
  taken: readonly string[];
  chosen: string;
  onChoose: (day: Day) => void;
}

/** School days on which the visitor has nothing on, one press each. */
export function FreeDayChips({ visitorId, from, taken, chosen, onChoose }: FreeDayChipsProps) {
  const tomorrow = addDays(today(), 1);
  const first = isDay(from) && from > tomorrow ? from : tomorrow;
  const days = useFreeDays(visitorId, first, ASKED).filter((day) => !taken.includes(day));
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
