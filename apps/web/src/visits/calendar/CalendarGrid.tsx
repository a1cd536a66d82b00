import { useId } from 'react';
import Box from '@mui/material/Box';
import type { Visit } from '@tracker/contract';
import {
  formatDay,
  isSameMonth,
  WEEKDAY_NAMES,
  type CalendarView,
  type Day,
} from '@tracker/domain';
import { useDragToPlace } from '../../fields/use-drag-to-place';
import { visuallyHidden } from '../../layout/hidden';
import { today } from '../../providers/today';
import { CalendarDay, type DayProps } from './CalendarDay';
import { calendarStyles } from './calendar-styles';
import type { DayLook } from './day-words';

interface CalendarGridProps extends Pick<DayProps, 'mayMove' | 'onOpen' | 'onOpenDay' | 'onAdd'> {
  view: CalendarView;
  /** The month or week in words. */
  title: string;
  day: Day;
  /** Rows of seven days, Monday first. */
  weeks: readonly (readonly Day[])[];
  visitsOn: (day: Day) => readonly Visit[];
  lookOf: (day: Day) => DayLook;
  onDrop: (visitId: string, day: Day) => void;
}

const MOST_A_DAY = 3;
const NONE: readonly Visit[] = [];

/** Weeks as a table, a column a weekday; a visit is dragged from one day to another. */
export function CalendarGrid(props: CalendarGridProps) {
  const { view, title, day: shown, weeks, visitsOn, lookOf, onDrop } = props;
  const captionId = useId();
  const { over, handlers } = useDragToPlace<Day>({ what: 'visit', where: 'day' }, onDrop);
  const now = today();
  const month = view === 'month';
  return (
    <Box sx={[FRAME, calendarStyles]} {...handlers}>
      <table className={view} aria-labelledby={captionId}>
        <caption id={captionId} style={visuallyHidden}>
          Visits, {title}
        </caption>
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
            <tr key={week[0]} aria-label={`Week of ${formatDay(week[0] ?? shown)}`}>
              {week.map((day) => (
                <CalendarDay
                  key={day}
                  day={day}
                  look={lookOf(day)}
                  visits={visitsOn(day) ?? NONE}
                  isToday={day === now}
                  outside={month && !isSameMonth(day, shown)}
                  isOver={day === over}
                  most={month ? MOST_A_DAY : undefined}
                  full={!month}
                  mayMove={props.mayMove}
                  onOpen={props.onOpen}
                  onOpenDay={props.onOpenDay}
                  onAdd={day >= now ? props.onAdd : undefined}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

const FRAME = {
  '& table': { borderCollapse: 'collapse', tableLayout: 'fixed', width: '100%' },
  '& th': { textAlign: 'left', fontSize: '0.8125rem', fontWeight: 650, px: 0.5, py: 0.75 },
  // Fewer visits fall on a weekend, and the five days of school need the room.
  '& th:nth-of-type(n+6)': { width: '10%' },
  '& .month .day': { height: 124 },
  '& .week .day': { height: 420 },
} as const;
