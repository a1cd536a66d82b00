import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { addDays, formatDay, weekChanges, type WeekFigures } from '@tracker/domain';
import type { CountWithList, Progress } from '@tracker/contract';
import { countedPath } from '../../fields/CountLink';
import { Section } from '../../layout/Section';
import { PROGRESS_PATH } from '../../progress/paths';

interface WeekTodayProps {
  now: Progress;
  /** The same a week ago; undefined until it is there. */
  before: Progress | undefined;
}

/** What is different from a week ago, each with its list where there is one. */
export function WeekToday({ now, before }: WeekTodayProps) {
  if (!before) {
    return (
      <Section title="What changed in a week">
        <Typography sx={{ color: 'text.secondary' }}>Counting as of a week ago…</Typography>
      </Section>
    );
  }
  const changes = weekChanges(figuresOf(before), figuresOf(now));
  return (
    <Section title={`Since ${formatDay(before.asOf)}`}>
      {changes.length === 0 && <Typography>Nothing has changed in a week.</Typography>}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {changes.map(({ key, words }) => (
          <li key={key}>
            <Link component={RouterLink} to={pathOf(key, now, before)}>
              {words}
            </Link>
          </li>
        ))}
      </Box>
    </Section>
  );
}

function figuresOf({ visits, lists, surveys, cycle }: Progress): WeekFigures {
  return {
    visits,
    surveys: surveys.submitted,
    schoolsCovered: lists.covered.count,
    booked: lists.booked.count,
    notVisitedInThreeYears: lists.notVisitedInThreeYears.count,
    slack: cycle.slack,
  };
}

/** Visits of the week alone; of schools the list as it is now, since a change is no record. */
function pathOf(key: keyof WeekFigures, now: Progress, before: Progress): string {
  const ofTheWeek = ({ resource, filter }: CountWithList) =>
    countedPath({
      resource,
      filter: { ...filter, from: addDays(before.asOf, 1), to: now.asOf },
    });
  switch (key) {
    case 'visits':
      return ofTheWeek(now.lists.visits);
    case 'surveys':
      return ofTheWeek(now.lists.surveys);
    case 'schoolsCovered':
      return countedPath(now.lists.covered);
    case 'booked':
      return countedPath(now.lists.booked);
    case 'notVisitedInThreeYears':
      return countedPath(now.lists.notVisitedInThreeYears);
    case 'slack':
      return PROGRESS_PATH;
  }
}
