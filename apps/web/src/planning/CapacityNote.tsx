import Typography from '@mui/material/Typography';
import { isDay } from '@tracker/domain';
import { today } from '../providers/today';
import { capacityInWords } from './capacity-words';
import { useVisitorLoads } from './use-planning';

/** How much the visitor has on already in the week and the term of a day, today's when there is none. */
export function CapacityNote({ visitorId, day }: { visitorId: string; day: string }) {
  const words = capacityInWords(useVisitorLoads(isDay(day) ? day : today()), visitorId);
  if (words === null) return null;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {words}
    </Typography>
  );
}
