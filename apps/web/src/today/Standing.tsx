import Typography from '@mui/material/Typography';
import { formatDay, plural } from '@tracker/domain';
import type { CycleStandingToday, YearStanding } from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { Section } from '../layout/Section';

function paceInWords({ visits, expectedByToday }: YearStanding): string {
  const ahead = Math.round(visits - expectedByToday);
  if (ahead === 0) return 'on the expected pace';
  return `${plural(Math.abs(ahead), 'visit')} ${ahead > 0 ? 'ahead of' : 'behind'} the expected pace`;
}

function forecastInWords({ forecast }: YearStanding): string {
  if (!forecast) return 'Not before the first school day is over';
  const { expected, low, high } = forecast;
  const range = low === high ? '' : `, most likely between ${low} and ${high}`;
  return `About ${plural(expected, 'visit')} by the end of the year${range}`;
}

/** The year against its target and the cycle against its end, the whole hub taken together. */
export function Standing({ year, cycle }: { year: YearStanding; cycle: CycleStandingToday }) {
  const { academicYear, target, visits, expectedByToday, weeklyRateNeeded, assumed } = year;
  const needed =
    weeklyRateNeeded === null
      ? 'No school day is left this year'
      : weeklyRateNeeded === 0
        ? 'None: the target is reached'
        : `${weeklyRateNeeded} a school week`;
  return (
    <Section title="Where we stand">
      <Typography sx={{ fontWeight: 650 }}>
        {visits} of {target} visits in {academicYear}, {paceInWords(year)}.
      </Typography>
      <Typography sx={{ mb: 1 }}>In this cycle {cycle.slackInWords}.</Typography>
      <FactList
        facts={[
          ['Expected by today', String(expectedByToday)],
          ['Forecast', forecastInWords(year)],
          ['Still needed', needed],
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
