import { lazy } from 'react';
import ReportIcon from '@mui/icons-material/AssessmentOutlined';
import type { PageScreens } from '../layout/screens';

/** Loaded when it is opened: few come here each day. */
export const reports: PageScreens = {
  paths: ['/reports', '/reports/:part'],
  Page: lazy(() => import('./ReportsPage')),
  place: { words: 'Reports', Icon: ReportIcon, asks: 'reports' },
};
