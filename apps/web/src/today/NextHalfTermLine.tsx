import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { formatDay, plural } from '@tracker/domain';
import type { NextHalfTerm } from '@tracker/contract';
import { figurePath } from './figure-words';

/** The schools without any plan, the one to visit next on top. */
const QUEUE_TO_PLAN = figurePath({ resource: 'priority-queue', filter: { planned: 'nothing' } });

/** `Spring term, first half (…): 21 visits booked, 9 more to keep pace. Plan them` */
export function NextHalfTermLine({ next }: { next: NextHalfTerm | null }) {
  if (!next) {
    return (
      <>
        The dates of the next half term are not known.{' '}
        <Link component={RouterLink} to="/settings/calendar">
          Add term dates
        </Link>
      </>
    );
  }
  const { name, from, to, booked, atPace } = next;
  const toPlan = atPace - booked.count;
  return (
    <>
      {name} ({formatDay(from)} to {formatDay(to)}):{' '}
      <Link component={RouterLink} to={figurePath(booked)}>
        {plural(booked.count, 'visit')} booked
      </Link>
      {toPlan > 0 ? (
        <>
          {`, ${toPlan.toLocaleString('en-GB')} more to keep pace. `}
          <Link component={RouterLink} to={QUEUE_TO_PLAN}>
            Plan {toPlan === 1 ? 'it' : 'them'}
          </Link>
        </>
      ) : (
        ', enough to keep pace'
      )}
    </>
  );
}
