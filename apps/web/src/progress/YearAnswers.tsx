import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import {
  capital,
  isYearOver,
  forecastInWords,
  formatDay,
  paceInWords,
  plural,
  PROGRESS_FIGURES,
  targetReachedInWords,
  weeklyRateInWords,
} from '@tracker/domain';
import type { Progress } from '@tracker/contract';
import { countedPath } from '../fields/CountLink';
import { Section } from '../layout/Section';
import { BigFigure, BigFigures } from './BigFigure';
import { HowComputed } from './HowComputed';

const figure = (count: number) => count.toLocaleString('en-GB');

/** The year's answers in words and large figures. */
export function YearAnswers({ progress }: { progress: Progress }) {
  const { academicYear, asOf, target, visits, lists, surveys, schoolsCovered, cycle } = progress;
  const over = isYearOver(academicYear, asOf);
  return (
    <Section title={over ? 'How the year ended' : 'Where the year stands'}>
      <Typography sx={{ fontWeight: 650 }}>
        {figure(visits)} of {plural(target, 'visit')} in {academicYear}: {paceInWords(progress)}.
      </Typography>
      {(!over || visits >= target) && <Typography>{targetReachedInWords(progress)}</Typography>}
      {!over && <Typography>{forecastInWords(progress.forecast)}.</Typography>}
      <Box sx={{ mt: 1.5 }}>
        <BigFigures label="Figures of the year">
          <BigFigure
            figure={`${figure(visits)} of ${figure(target)}`}
            words="visits completed"
            to={countedPath(lists.visits)}
          />
          <BigFigure
            figure={figure(schoolsCovered)}
            words={`different ${schoolsCovered === 1 ? 'school' : 'schools'} visited`}
            to={countedPath(lists.schoolsVisited)}
          />
          <BigFigure
            figure={`${figure(surveys.submitted)} of ${figure(surveys.target)}`}
            words={PROGRESS_FIGURES.surveys.words}
            to={countedPath(lists.surveys)}
          />
          {!over && <Needed progress={progress} />}
          <BigFigure
            figure={`${figure(lists.covered.count)} of ${figure(lists.schoolsInScope.count)}`}
            words="schools covered in this cycle"
            to={countedPath(lists.covered)}
          >
            {capital(cycle.slackInWords)}
          </BigFigure>
          <BigFigure
            figure={figure(lists.notVisitedInThreeYears.count)}
            words={PROGRESS_FIGURES.notVisitedInThreeYears.words}
            to={countedPath(lists.notVisitedInThreeYears)}
          />
        </BigFigures>
      </Box>
      {!over && <HowForecast progress={progress} />}
    </Section>
  );
}

function Needed({ progress: { weeklyRateNeeded: rate, expectedByToday, asOf } }: Props) {
  return (
    <BigFigure
      figure={rate === null ? '–' : figure(rate)}
      words={rate === null ? weeklyRateInWords(rate) : 'visits needed per school week'}
    >
      {`${expectedByToday} expected by ${formatDay(asOf)}`}
    </BigFigure>
  );
}

interface Props {
  progress: Progress;
}

function HowForecast({ progress: { forecast, target, visits } }: Props) {
  return (
    <HowComputed words="How pace and forecast are computed">
      The pace expected by a day is the target, {plural(target, 'visit')}, times the school days
      gone by then over the school days of the year: terms without holidays, bank holidays and
      weekends. It stands still in every holiday. The forecast takes the {plural(visits, 'visit')}{' '}
      so far over the school days gone and lets them go on like that for the school days left.
      {forecast &&
        ' Four times in five a year that goes on like this ends inside the range given; the range is wide in autumn and narrow in July.'}{' '}
      Only completed visits count, on the day they took place.
    </HowComputed>
  );
}
