import { useState, type ReactNode } from 'react';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Visit } from '@tracker/contract';
import { forbiddenTransitionSentence, formatDay, nextVisitStatus } from '@tracker/domain';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { today } from '../providers/today';

interface NothingToLogProps {
  visit: Visit;
  /** The form, where there is something to log. */
  children: ReactNode;
}

/**
 * Says why a planned visit is not logged, or not yet. What is planned never keeps anybody from writing
 * down what took place, so the day alone is asked about and no more.
 */
export function NothingToLog({ visit, children }: NothingToLogProps) {
  const [allTheSame, setAllTheSame] = useState(false);
  const { status, scheduledOn, schoolName } = visit;
  const heading = <PageHeading title={`Log a visit to ${schoolName}`} />;
  if (nextVisitStatus(status, 'complete') === null) {
    return (
      <>
        {heading}
        <Failure error={new Error(forbiddenTransitionSentence(status, 'complete'))} />
      </>
    );
  }
  if (scheduledOn === null || scheduledOn <= today() || allTheSame) return children;
  return (
    <>
      {heading}
      <Typography sx={{ maxWidth: 640, mb: 2 }}>
        This visit is planned for {formatDay(scheduledOn)}, which has not come yet: it is{' '}
        {formatDay(today())}. There is nothing to log before it takes place.
      </Typography>
      <Button variant="outlined" size="large" onClick={() => setAllTheSame(true)}>
        It took place earlier: log it
      </Button>
    </>
  );
}
