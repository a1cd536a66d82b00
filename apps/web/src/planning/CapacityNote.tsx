import Typography from '@mui/material/Typography';
import { isDay } from '@tracker/domain';
import { today } from '../providers/today';
import { capacityInWords } from './capacity-words';
import { useVisitorLoads } from './use-planning';

interface CapacityNoteProps {
  visitorId: string;
  /** The day chosen, or the first one suggested; without one there is no note. */
  day: string;
  /** What the form is about to add, which nobody else knows of yet. */
  lines?: readonly { visitorId: string; scheduledOn: string }[];
}

/** How much the visitor has on in the week and the term of a day, the lines of the form included. */
export function CapacityNote({ visitorId, day, lines = [] }: CapacityNoteProps) {
  const known = isDay(day);
  const loads = useVisitorLoads(known ? day : today());
  const own = lines.filter((line) => line.visitorId === visitorId);
  const words = capacityInWords(
    loads,
    visitorId,
    own.map(({ scheduledOn }) => scheduledOn),
  );
  if (words === null || !known) return null;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {words}
    </Typography>
  );
}
