import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { forecastInWords, formatDay, paceInWords, weeklyRateInWords } from '@tracker/domain';
import type { CycleStandingToday, YearStanding } from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { Section } from '../layout/Section';
import { PROGRESS_PATH } from '../progress/paths';

interface StandingProps {
  today: string;
  year: YearStanding;
  cycle: CycleStandingToday;
}

/** The year against its target and the cycle against its end, the whole hub taken together. */
export function Standing({ today, year, cycle }: StandingProps) {
  const { academicYear, target, visits, expectedByToday, weeklyRateNeeded, assumed } = year;
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
      <Typography sx={{ fontWeight: 650 }}>
        {visits} of {target} visits in {academicYear}, {pace}.
      </Typography>
      <Typography sx={{ mb: 1 }}>In this cycle {cycle.slackInWords}.</Typography>
      <FactList
        facts={[
          ['Expected by today', String(expectedByToday)],
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
