import { lazy } from 'react';
import TodayIcon from '@mui/icons-material/TodayOutlined';
import type { PageScreens } from '../layout/screens';

export const todayPage: PageScreens = {
  paths: ['/'],
  Page: lazy(() => import('./TodayPage')),
  place: { words: 'Today', Icon: TodayIcon, asks: 'read' },
};
