import { lazy } from 'react';
import ProgressIcon from '@mui/icons-material/InsightsOutlined';
import type { PageScreens } from '../layout/screens';

/** With its charts, which are fetched when it is opened. */
export const progress: PageScreens = {
  paths: ['/progress'],
  Page: lazy(() => import('./ProgressPage')),
  place: { words: 'Progress', Icon: ProgressIcon, asks: 'read' },
};
