import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import {
  capital,
  formatDay,
  plannedInWords,
  sinceInWords,
  type Day,
  type PlannedVisits,
} from '@tracker/domain';
import { today } from '../providers/today';
import { NOT_RECORDED } from './words';

export function NotRecorded() {
  return (
    <Box component="span" sx={{ color: 'text.secondary', fontStyle: 'italic' }}>
      {NOT_RECORDED}
    </Box>
  );
}

/** The value, or that there is none on record. */
export function Known({ children }: { children: ReactNode }) {
  return children === null || children === undefined || children === '' ? (
    <NotRecorded />
  ) : (
    <>{children}</>
  );
}

/** `Tue 3 Dec 2024`, kept on one line. */
export function DayText({ day }: { day: Day | null }) {
  if (day === null) return <NotRecorded />;
  return (
    <Box component="time" dateTime={day} sx={{ whiteSpace: 'nowrap' }}>
      {formatDay(day)}
    </Box>
  );
}

/** How long ago the last visit was, with its date below. */
export function LastVisitText({ day }: { day: Day | null }) {
  if (day === null) return <Box component="span">Never</Box>;
  return (
    <Box component="span" sx={{ display: 'inline-block', whiteSpace: 'nowrap' }}>
      {capital(sinceInWords(day, today()))}
      <Box
        component="span"
        sx={{ display: 'block', color: 'text.secondary', fontSize: '0.8125rem' }}
      >
        <DayText day={day} />
      </Box>
    </Box>
  );
}

/** Whether somebody is coming, and when. */
/** What a school has in the way of a coming visit, one below the other. */
export function PlannedText({ of }: { of: PlannedVisits }) {
  const open = of.nextVisitOn !== null || of.unloggedOn !== null || of.proposed;
  return (
    <>
      {plannedInWords(of).map((words) => (
        <Box
          key={words}
          component="span"
          sx={{
            display: 'block',
            ...(open ? { fontWeight: 650 } : { color: 'text.secondary' }),
          }}
        >
          {words}
        </Box>
      ))}
    </>
  );
}

const instant = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as people in London read it: `Tue 3 Dec 2024, 14:05`. */
export function instantInWords(iso: string): string {
  const at = new Date(iso);
  const day = at.toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  return `${formatDay(day)}, ${instant.format(at)}`;
}

export function percent(value: number | null): string | null {
  return value === null ? null : `${value}%`;
}

export function count(value: number | null): string | null {
  return value === null ? null : value.toLocaleString('en-GB');
}
