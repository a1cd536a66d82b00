import { lazy } from 'react';
import VisitIcon from '@mui/icons-material/EventOutlined';
import type { Visit } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { defineResource } from '../layout/screens';

export const VisitCalendar = lazy(() => import('./calendar/VisitCalendar'));

export const visits = defineResource('visits', {
  list: lazy(() => import('./VisitList')),
  show: lazy(() => import('./VisitShow')),
  recordRepresentation: ({ schoolName, visitedOn, scheduledOn }: Visit) => {
    const day = visitedOn ?? scheduledOn;
    return day ? `${schoolName}, ${formatDay(day)}` : schoolName;
  },
  place: { words: 'Visits', Icon: VisitIcon, asks: 'read' },
});
