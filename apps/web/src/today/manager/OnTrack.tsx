import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import {
  capital,
  forecastInWords,
  formatDay,
  paceInWords,
  plural,
  targetReachedInWords,
} from '@tracker/domain';
import type { Progress } from '@tracker/contract';
import { CountLink, countedPath } from '../../fields/CountLink';
import { Section } from '../../layout/Section';
import { BigFigure, BigFigures } from '../../progress/BigFigure';
import { CurrentPlans, usePlanStates } from '../../progress/CurrentPlans';
import { PROGRESS_PATH } from '../../progress/paths';

const figure = (count: number) => count.toLocaleString('en-GB');

/** The year and the cycle in two sentences and four figures. */
export function OnTrack({ progress }: { progress: Progress }) {
  const { academicYear, target, visits, forecast, lists, surveys, cycle, notes } = progress;
  const notVisited = lists.notVisitedInThreeYears;
  const missed = Math.max(0, -cycle.slack);
  const plans = usePlanStates(null);
  return (
    <Section
      title="Are we on track?"
      action={
        <Button component={RouterLink} to={PROGRESS_PATH}>
          Progress in full
        </Button>
      }
    >
      <Typography sx={{ fontWeight: 650 }}>
        {figure(visits)} of {plural(target, 'visit')} in {academicYear}, {paceInWords(progress)}.
      </Typography>
      <Typography>{targetReachedInWords(progress)}</Typography>
      <Typography>In this cycle {cycle.slackInWords}.</Typography>
      <Typography>
        <CountLink counted={notVisited} words="schools not visited in three years" />{' '}
        {notVisited.count === 1 ? 'school has' : 'schools have'} not been visited in three years.
      </Typography>
      <Box sx={{ mb: 1.5 }}>{plans && <CurrentPlans figures={plans} regionId={null} />}</Box>
      <BigFigures label="Figures" abreast={4}>
        <BigFigure
          figure={`${figure(visits)} of ${figure(target)}`}
          words={`visits completed in ${academicYear}`}
          to={countedPath(lists.visits)}
        >
          {capital(paceInWords(progress))}
        </BigFigure>
        <BigFigure
          figure={forecast ? figure(forecast.expected) : '–'}
          words={forecastInWords(forecast)}
          to={PROGRESS_PATH}
        >
          {progress.targetReachedOn &&
            `${figure(target)} reached on ${formatDay(progress.targetReachedOn)}`}
        </BigFigure>
        <BigFigure
          figure={figure(missed)}
          words={`${missed === 1 ? 'school' : 'schools'} would be missed by ${formatDay(cycle.closesOn)}`}
          to={PROGRESS_PATH}
        >
          {`${figure(lists.covered.count)} of ${plural(lists.schoolsInScope.count, 'school')} covered so far`}
        </BigFigure>
        <BigFigure
          figure={`${figure(surveys.submitted)} of ${figure(surveys.target)}`}
          words="visits with a submitted survey"
          to={countedPath(lists.surveys)}
        />
      </BigFigures>
      {notes.length > 0 && (
        <Alert severity="info" role="note" sx={{ mt: 1.5 }}>
          {notes.map((note) => (
            <Box key={note}>{note}</Box>
          ))}
        </Alert>
      )}
    </Section>
  );
}
