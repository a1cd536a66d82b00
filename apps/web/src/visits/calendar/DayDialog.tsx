import { useId } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Visit } from '@tracker/contract';
import { formatDay, plural, type Day } from '@tracker/domain';
import { CalendarEntry } from './CalendarEntry';
import { calendarStyles } from './calendar-styles';
import type { Place } from './VisitPopover';

interface DayDialogProps {
  day: Day;
  visits: readonly Visit[];
  onOpen: (visit: Visit, at: Place) => void;
  onClose: () => void;
}

/** All visits of a day that has more than its square can hold. */
export function DayDialog({ day, visits, onOpen, onClose }: DayDialogProps) {
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>
        {formatDay(day)}: {plural(visits.length, 'visit')}
      </DialogTitle>
      <DialogContent>
        <Box sx={calendarStyles}>
          <ul className="entries">
            {visits.map((visit) => (
              <li key={visit.id}>
                <CalendarEntry visit={visit} movable={false} full onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
