import type { ReactNode } from 'react';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import {
  forecastInWords,
  formatDay,
  paceInWords,
  plural,
  weeklyRateInWords,
} from '@tracker/domain';
import type {
  CycleStandingToday,
  NextHalfTerm,
  TodayFigure,
  YearStanding,
} from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { Section } from '../layout/Section';
import { PROGRESS_PATH } from '../progress/paths';
import { figurePath } from './figure-words';
import { NextHalfTermLine } from './NextHalfTermLine';

interface YearAndCycleProps {
  today: string;
  year: YearStanding;
  cycle: CycleStandingToday;
  nextHalfTerm: NextHalfTerm | null;
  figures: readonly TodayFigure[];
  /** No visit is on record yet, so that nothing can be said about how far behind the hub is. */
  withoutPast: boolean;
}

/** The year against its target and the cycle against its end, the whole hub taken together. */
export function YearAndCycle(props: YearAndCycleProps) {
  const { today, year, cycle, nextHalfTerm, figures, withoutPast } = props;
  const { academicYear, target, visits, expectedByToday, weeklyRateNeeded, assumed } = year;
  const booked = figures.find(({ key }) => key === 'booked');
  const pace = paceInWords({ ...year, asOf: today });
  return (
    <Section
      title="Where we stand"
      action={
        <Button component={RouterLink} to={PROGRESS_PATH}>
          Progress in full
        </Button>
      }
    >
      {withoutPast ? (
        <Typography sx={{ mb: 1, fontWeight: 650 }}>
          No visits are on record yet, so every school counts as never visited. Import your past
          visits to see how far ahead or behind you are.
        </Typography>
      ) : (
        <>
          <Typography sx={{ fontWeight: 650 }}>
            {visits} of {target} visits in {academicYear}, {pace}.
          </Typography>
          <Typography sx={{ mb: 1 }}>In this cycle {cycle.slackInWords}.</Typography>
        </>
      )}
      <FactList
        facts={[
          ['Expected by today', String(expectedByToday)],
          ...(booked
            ? [['With what is booked', bookedInWords(booked, year)] as [string, ReactNode]]
            : []),
          ['To plan next', <NextHalfTermLine key="next" next={nextHalfTerm} />],
          ['Forecast', forecastInWords(year.forecast)],
          ['Still needed', weeklyRateInWords(weeklyRateNeeded)],
          [
            'Schools visited in this cycle',
            `${cycle.schoolsCovered} of ${cycle.schoolsInScope}, until ${formatDay(cycle.closesOn)}`,
          ],
        ]}
      />
      {assumed && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          Term dates of this year are not known: weekdays outside August are taken as school days.
        </Typography>
      )}
    </Section>
  );
}

/** `81 visits by the end of the year: 32 are booked`; still to plan, where they do not suffice. */
function bookedInWords(booked: TodayFigure, { visits, target }: YearStanding): ReactNode {
  const sum = visits + booked.count;
  const toPlan = target - sum;
  return (
    <>
      {plural(sum, 'visit')} by the end of the year,{' '}
      <Link component={RouterLink} to={figurePath(booked)}>
        {booked.count.toLocaleString('en-GB')} of them booked
      </Link>
      {toPlan > 0 ? `; ${toPlan.toLocaleString('en-GB')} still to plan` : '; enough for the target'}
    </>
  );
}
