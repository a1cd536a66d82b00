import { lazy } from 'react';
import { formatDay } from '@tracker/domain';
import type { Visit } from '@tracker/contract';

const VisitList = lazy(() => import('./VisitList'));
const VisitShow = lazy(() => import('./VisitShow'));
export const VisitCalendar = lazy(() => import('./calendar/VisitCalendar'));

export const visits = {
  list: VisitList,
  show: VisitShow,
  recordRepresentation: ({ schoolName, visitedOn, scheduledOn }: Visit) => {
    const day = visitedOn ?? scheduledOn;
    return day ? `${schoolName}, ${formatDay(day)}` : schoolName;
  },
};
