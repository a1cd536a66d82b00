import { memo, type MouseEvent } from 'react';
import type { Visit } from '@tracker/contract';
import { visuallyHidden } from '../../layout/hidden';
import {
  SHOWN_STATUS_TONES,
  SHOWN_STATUS_WORDS,
  shownStatusOf,
  VisitStatusIcon,
} from './VisitStatusIcon';

interface CalendarEntryProps {
  visit: Visit;
  /** Whether this person may drag it to another day. */
  movable: boolean;
  /** With the visitor and the status in words, where there is room. */
  full?: boolean;
  onOpen: (visit: Visit, at: { top: number; left: number }) => void;
}

/**
 * A visit on its day. Its looks come from `CALENDAR_STYLES`, set once around the whole calendar: a
 * busy month has hundreds of these.
 */
export const CalendarEntry = memo(function CalendarEntry(props: CalendarEntryProps) {
  const { visit, movable, full, onOpen } = props;
  const standing = shownStatusOf(visit);
  const open = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const { bottom, left } = currentTarget.getBoundingClientRect();
    onOpen(visit, { top: bottom + 4, left });
  };
  return (
    <button
      type="button"
      className={`entry tone-${SHOWN_STATUS_TONES[standing]} is-${standing}`}
      draggable={movable}
      data-visit={visit.id}
      onClick={open}
    >
      <span className="entry-line">
        <VisitStatusIcon standing={standing} />
        {visit.startTime && <span className="entry-time">{visit.startTime.slice(0, 5)}</span>}
        {/* A long name breaks off here, or the time would go with it to the second line. */}{' '}
        <span className="entry-name">{visit.schoolName}</span>
      </span>
      {full ? (
        <span className="entry-more">
          {SHOWN_STATUS_WORDS[standing]} · {visit.visitorName ?? 'No visitor yet'}
          {visit.atClosedSchool && ' · School closed'}
          {visit.schoolCannot && ' · The school says it cannot'}
        </span>
      ) : (
        <>
          {visit.atClosedSchool && <span className="entry-more">School closed</span>}
          {visit.schoolCannot && <span className="entry-more">Says it cannot</span>}
          <span style={visuallyHidden}>
            , {SHOWN_STATUS_WORDS[standing]}, {visit.visitorName ?? 'No visitor yet'}
          </span>
        </>
      )}
    </button>
  );
});
