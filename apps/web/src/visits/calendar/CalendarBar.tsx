import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import BackIcon from '@mui/icons-material/ChevronLeft';
import OnIcon from '@mui/icons-material/ChevronRight';
import { monthInWords, turnCalendar, weekInWords } from '@tracker/domain';
import type { SignedInUser } from '@tracker/contract';
import { Choice } from '../../fields/Choice';
import { useStaff } from '../../fields/inputs';
import { ownRegionsFilter } from '../../fields/own-regions';
import { useRegions } from '../../fields/RegionName';
import { joined, split } from '../../fields/several';
import { today } from '../../providers/today';
import type { CalendarPage } from '../../paths/visit-paths';

interface CalendarBarProps {
  user: SignedInUser;
  page: CalendarPage;
  turnTo: (change: Partial<CalendarPage>) => void;
  /** The terms on the page, in words. */
  terms: string;
}

export const pageInWords = ({ view, day }: CalendarPage): string =>
  view === 'week' ? weekInWords(day) : monthInWords(day);

/** Which month or week, and whose visits: turned by button, chosen by region and visitor. */
export function CalendarBar({ user, page, turnTo, terms }: CalendarBarProps) {
  const { view, day } = page;
  const turn = (by: number) => turnTo({ day: turnCalendar(view, day, by, today()) });
  const regions = useRegions();
  const own = ownRegionsFilter(user).regionId;
  const together = Array.isArray(own) ? [{ id: joined(own), name: 'My regions' }] : [];
  // Somebody who has left still has visits in the months behind.
  const visitors = useStaff().filter(({ active, id }) => active || id === page.visitorId);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <IconButton aria-label={`The ${view} before`} onClick={() => turn(-1)}>
          <BackIcon />
        </IconButton>
        <IconButton aria-label={`The next ${view}`} onClick={() => turn(1)}>
          <OnIcon />
        </IconButton>
        <Button variant="outlined" onClick={() => turnTo({ day: today() })} sx={{ ml: 0.5 }}>
          Today
        </Button>
      </Box>
      <Box role="status" sx={{ flex: '1 1 14rem', minWidth: 0 }}>
        <Typography component="p" sx={{ fontWeight: 700, fontSize: '1.125rem', lineHeight: 1.3 }}>
          {pageInWords(page)}
        </Typography>
        {terms && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {terms}
          </Typography>
        )}
      </Box>
      <Choice
        label="Region"
        all="All regions"
        value={joined(page.regionId)}
        choices={[...together, ...regions]}
        onChange={(value) => turnTo({ regionId: split(value) })}
      />
      <Choice
        label="Visitor"
        all="All visitors"
        value={page.visitorId}
        choices={visitors}
        onChange={(visitorId) => turnTo({ visitorId })}
      />
    </Box>
  );
}
