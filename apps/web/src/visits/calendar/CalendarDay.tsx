import { memo } from 'react';
import type { Visit } from '@tracker/contract';
import { dayParts, formatDay, plural, type Day } from '@tracker/domain';
import { visuallyHidden } from '../../layout/hidden';
import { CalendarEntry } from './CalendarEntry';
import type { DayLook } from './day-words';

export interface DayProps {
  day: Day;
  look: DayLook;
  visits: readonly Visit[];
  isToday: boolean;
  /** Belongs to the month before or after. */
  outside?: boolean;
  /** What is dragged would land here. */
  isOver: boolean;
  /** At most so many entries; all when left out. */
  most?: number;
  full?: boolean;
  mayMove: (visit: Visit) => boolean;
  onOpen: (visit: Visit, at: { top: number; left: number }) => void;
  onOpenDay: (day: Day) => void;
  /** Plans a visit on the day; left out where none can be. */
  onAdd?: (day: Day) => void;
}

const NONE: readonly Visit[] = [];

/** A day of the month or of the week: its date, what it is called, its visits. */
export const CalendarDay = memo(function CalendarDay(props: DayProps) {
  const { day, look, visits = NONE, isToday, outside, isOver, full, onOpenDay, onAdd } = props;
  const most = props.most ?? visits.length;
  // "1 more" would take the room of the one it hides.
  const shown = visits.length <= most + 1 ? visits : visits.slice(0, most);
  const classes = [
    'day',
    `day-${look.kind}`,
    outside && 'day-outside',
    isToday && 'day-today',
    isOver && 'day-over',
  ];
  return (
    <td className={classes.filter(Boolean).join(' ')} data-day={day}>
      <div className="day-head">
        <time className="day-date" dateTime={day}>
          <span aria-hidden>{dayParts(day).date}</span>
          <span style={visuallyHidden}>
            {formatDay(day)}
            {isToday && ', today'}
          </span>
        </time>
        {look.words && <span className="day-words">{look.words}</span>}
        {onAdd && (
          <button
            type="button"
            className="day-add"
            aria-label={`Schedule a visit on ${formatDay(day)}`}
            onClick={() => onAdd(day)}
          >
            +
          </button>
        )}
      </div>
      {visits.length > 0 && (
        <ul className="entries" aria-label={`Visits on ${formatDay(day)}`}>
          {shown.map((visit) => (
            <li key={visit.id}>
              <CalendarEntry
                visit={visit}
                movable={props.mayMove(visit)}
                full={full}
                onOpen={props.onOpen}
              />
            </li>
          ))}
        </ul>
      )}
      {shown.length < visits.length && (
        <button
          type="button"
          className="day-more"
          aria-label={`${visits.length - shown.length} more: all ${plural(visits.length, 'visit')} of ${formatDay(day)}`}
          onClick={() => onOpenDay(day)}
        >
          {visits.length - shown.length} more
        </button>
      )}
    </td>
  );
});
