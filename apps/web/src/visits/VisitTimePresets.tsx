import { useListContext } from 'react-admin';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import DoneIcon from '@mui/icons-material/Done';
import type { Visit } from '@tracker/contract';
import type { OrderOf } from '../providers/list-order';
import { VISIT_TIMES, type VisitTime } from '../providers/visit-times';

interface Preset {
  words: string;
  sort: OrderOf<'visits'>;
  /** When there is none. */
  none: string;
}

/** What is nearest to today comes first, and what has waited longest of those nobody has logged. */
export const VISIT_TIME_PRESETS: Record<VisitTime, Preset> = {
  upcoming: {
    words: 'Upcoming',
    sort: { field: 'day', order: 'ASC' },
    none: 'No visit from today on matches. Schedule one from the priority queue or a school’s page.',
  },
  no_date: {
    words: 'No date yet',
    sort: { field: 'schoolName', order: 'ASC' },
    none: 'No proposed visit waits for a date.',
  },
  unlogged: {
    words: 'Not logged',
    sort: { field: 'day', order: 'ASC' },
    none: 'Every visit whose day has passed is logged.',
  },
  past: { words: 'Past', sort: { field: 'day', order: 'DESC' }, none: 'No past visit matches.' },
  all: {
    words: 'All',
    sort: { field: 'day', order: 'DESC' },
    none: 'No visit matches these filters.',
  },
};

/** What says of itself which visits are meant, and when they are. */
const CLEARED: readonly string[] = [
  'status',
  'atClosedSchool',
  'unlogged',
  'counting',
  'surveySubmitted',
  'cancelledBy',
  'reason',
  'from',
  'to',
];

/** The preset in force; a list that says nothing of it shows all. */
export function useVisitTime(): VisitTime {
  const { when } = useListContext<Visit>().filterValues;
  return VISIT_TIMES.find((time) => time === when) ?? 'all';
}

/** The visits by how they stand to today: one press each, and kept in the address bar. */
export function VisitTimePresets() {
  const { filterValues, setFilters, setSort } = useListContext<Visit>();
  const chosen = useVisitTime();
  const choose = (when: VisitTime) => {
    // A status or a flag chosen before could leave the new list empty for no visible reason.
    const kept = Object.entries(filterValues).filter(([name]) => !CLEARED.includes(name));
    setFilters({ ...Object.fromEntries(kept), when });
    setSort(VISIT_TIME_PRESETS[when].sort);
  };
  return (
    <Box
      role="group"
      aria-label="Which visits"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}
    >
      {VISIT_TIMES.map((when) => (
        <Chip
          key={when}
          component="button"
          clickable
          aria-pressed={when === chosen}
          color={when === chosen ? 'primary' : 'default'}
          variant={when === chosen ? 'filled' : 'outlined'}
          icon={when === chosen ? <DoneIcon /> : undefined}
          label={VISIT_TIME_PRESETS[when].words}
          onClick={() => choose(when)}
        />
      ))}
    </Box>
  );
}
