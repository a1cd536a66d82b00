import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { BestDay } from '@tracker/contract';
import { bestDayInWords } from './best-day-words';

const OFFERED = 4;

interface BestDayChipsProps {
  days: readonly BestDay[];
  /** Day and visitor as they stand in the form. */
  chosen: { day: string; visitorId: string };
  onChoose: (day: BestDay) => void;
}

/** The planner’s days for a school with who would go, one press each. */
export function BestDayChips({ days, chosen, onChoose }: BestDayChipsProps) {
  if (days.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label="Best days"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, mt: 0.5 }}
    >
      <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
        Best:
      </Typography>
      {days.slice(0, OFFERED).map((day) => {
        const isChosen = day.date === chosen.day && day.visitorId === chosen.visitorId;
        return (
          <Chip
            key={`${day.date} ${day.visitorId}`}
            component="button"
            type="button"
            size="small"
            clickable
            variant="outlined"
            color={isChosen ? 'primary' : 'default'}
            aria-pressed={isChosen}
            label={bestDayInWords(day)}
            onClick={() => onChoose(day)}
            sx={{ maxWidth: '100%', height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal' } }}
          />
        );
      })}
    </Box>
  );
}
