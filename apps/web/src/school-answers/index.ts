import { lazy } from 'react';
import AnswersIcon from '@mui/icons-material/ForumOutlined';
import type { PageScreens } from '../layout/screens';

/** With its charts, which are fetched when it is opened. */
export const schoolAnswers: PageScreens = {
  paths: ['/school-answers'],
  Page: lazy(() => import('./SchoolAnswersPage')),
  place: { words: 'What schools told us', Icon: AnswersIcon, asks: 'read' },
};
