import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Visit } from '@tracker/contract';
import {
  dayParts,
  formatDay,
  isSameMonth,
  plural,
  WEEKDAY_NAMES,
  type CalendarView,
  type Day,
} from '@tracker/domain';
import { today } from '../../providers/today';
import { CalendarEntry } from './CalendarEntry';
import { calendarStyles } from './calendar-styles';
import type { DayLook } from './day-words';
import type { DayProps } from './CalendarDay';

interface CalendarAgendaProps extends Pick<DayProps, 'onOpen'> {
  view: CalendarView;
  title: string;
  /** The day whose visits a month lists. */
  day: Day;
  weeks: readonly (readonly Day[])[];
  visitsOn: (day: Day) => readonly Visit[];
  lookOf: (day: Day) => DayLook;
  /** What the shaded days are called. */
  named: readonly string[];
  onChooseDay: (day: Day) => void;
}

/** The calendar of a phone: a month as small days with a dot for visits, and below it one day's list. */
export function CalendarAgenda(props: CalendarAgendaProps) {
  const { view, day, weeks, visitsOn, lookOf, named, onOpen } = props;
  const days = view === 'week' ? weeks.flat() : [day];
  return (
    <Box sx={[FRAME, calendarStyles]}>
      {view === 'month' && <SmallMonth {...props} />}
      {view === 'month' && named.length > 0 && (
        <Box component="ul" aria-label="Shaded days" sx={NAMED}>
          {named.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </Box>
      )}
      {days.map((each) => (
        <AgendaDay
          key={each}
          day={each}
          look={lookOf(each)}
          visits={visitsOn(each)}
          onOpen={onOpen}
        />
      ))}
    </Box>
  );
}

function SmallMonth({
  title,
  day: chosen,
  weeks,
  visitsOn,
  lookOf,
  onChooseDay,
}: CalendarAgendaProps) {
  return (
    <table className="small" aria-label={`Visits, ${title}`}>
      <thead>
        <tr>
          {WEEKDAY_NAMES.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const { kind, words } = lookOf(day);
              const visits = visitsOn(day).length;
              return (
                <td key={day} className={`day day-${kind}`}>
                  <button
                    type="button"
                    className="day-button"
                    aria-pressed={day === chosen}
                    aria-current={day === today() ? 'date' : undefined}
                    aria-label={[formatDay(day), plural(visits, 'visit'), words]
                      .filter(Boolean)
                      .join(', ')}
                    data-outside={!isSameMonth(day, chosen) || undefined}
                    onClick={() => onChooseDay(day)}
                  >
                    <span>{dayParts(day).date}</span>
                    <span className="dots" aria-hidden>
                      {'•'.repeat(Math.min(visits, 3))}
                    </span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type AgendaDayProps = Pick<DayProps, 'onOpen' | 'look' | 'visits' | 'day'>;

function AgendaDay({ day, look, visits, onOpen }: AgendaDayProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else ref.current?.scrollIntoView({ block: 'nearest' });
  }, [day]);
  return (
    <Box component="section" aria-label={formatDay(day)} sx={{ mt: 1.5 }}>
      <Typography variant="h2" ref={ref} sx={{ fontSize: '1rem', mb: 0.5 }}>
        {formatDay(day)}
        {day === today() && ' · Today'}
        {look.words && (
          <Box component="span" className={`agenda-words day-${look.kind}`}>
            {look.words}
          </Box>
        )}
      </Typography>
      {visits.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          No visits.
        </Typography>
      ) : (
        <ul className="entries" aria-label={`Visits on ${formatDay(day)}`}>
          {visits.map((visit) => (
            <li key={visit.id}>
              <CalendarEntry visit={visit} movable={false} full onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}

const NAMED = {
  listStyle: 'none',
  m: 0,
  mt: 0.5,
  p: 0,
  fontSize: '0.8125rem',
  color: 'text.secondary',
};

const FRAME = {
  '& .small': { borderCollapse: 'collapse', tableLayout: 'fixed', width: '100%' },
  '& .small th': { fontSize: '0.75rem', fontWeight: 650, py: 0.5, textAlign: 'center' },
  '& .small .day': { p: 0, height: 46, textAlign: 'center' },
  '& .day-button': {
    font: 'inherit',
    fontSize: '0.875rem',
    color: 'text.primary',
    width: '100%',
    minHeight: 46,
    background: 'none',
    border: '2px solid transparent',
    borderRadius: '6px',
    p: 0,
    cursor: 'pointer',
    display: 'grid',
    placeItems: 'center',
    alignContent: 'center',
    lineHeight: 1.1,
  },
  '& .day-button[aria-pressed=true]': { borderColor: 'primary.main', fontWeight: 700 },
  '& .day-button[aria-current=date] > span:first-of-type': {
    backgroundColor: 'primary.main',
    color: 'primary.contrastText',
    borderRadius: 99,
    px: 0.75,
  },
  '& .day-button[data-outside]': { color: 'text.secondary' },
  '& .day-button:focus-visible': { outline: '3px solid', outlineColor: 'primary.main' },
  '& .dots': { height: '0.7em', color: 'primary.main', letterSpacing: 1, fontSize: '1rem' },
  '& .agenda-words': { ml: 1, px: 0.75, borderRadius: 1, fontSize: '0.8125rem', fontWeight: 500 },
  '& .entry': { py: 1 },
  '& .entry-name': { whiteSpace: 'normal' },
} as const;
