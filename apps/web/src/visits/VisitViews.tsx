import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import ListIcon from '@mui/icons-material/ViewListOutlined';
import MonthIcon from '@mui/icons-material/CalendarViewMonthOutlined';
import PlanIcon from '@mui/icons-material/EventAvailableOutlined';
import WeekIcon from '@mui/icons-material/CalendarViewWeekOutlined';
import { Link as RouterLink } from 'react-router-dom';

const VIEWS = [
  { key: 'list', words: 'List', Icon: ListIcon },
  { key: 'month', words: 'Month', Icon: MonthIcon },
  { key: 'week', words: 'Week', Icon: WeekIcon },
  { key: 'plan', words: 'Plan', Icon: PlanIcon },
] as const;

export type VisitView = (typeof VIEWS)[number]['key'];

interface VisitViewsProps {
  chosen: VisitView;
  /** Where each view is found, with the filters of the present one. */
  paths: Record<VisitView, string>;
}

/** The visits as a list, on a calendar, or as the year's plan proposes them. */
export function VisitViews({ chosen, paths }: VisitViewsProps) {
  return (
    <Box component="nav" aria-label="How to show the visits">
      <ButtonGroup size="small">
        {VIEWS.map(({ key, words, Icon }) => (
          <Button
            key={key}
            component={RouterLink}
            to={paths[key]}
            startIcon={<Icon />}
            variant={key === chosen ? 'contained' : 'outlined'}
            aria-current={key === chosen ? 'page' : undefined}
          >
            {words}
          </Button>
        ))}
      </ButtonGroup>
    </Box>
  );
}
