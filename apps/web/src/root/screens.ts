import { account, firstAdmin, forgottenPassword, setPassword } from '../account';
import { audit } from '../audit';
import { BriefPage } from '../briefs';
import { contacts } from '../contacts';
import { followUpActions } from '../follow-up-actions';
import { imports, knownNames } from '../imports';
import type { PageScreens, ResourceScreens } from '../layout/screens';
import { LogVisitPage } from '../log-visit';
import { mails } from '../mail';
import { keptBrief, onThisDevice } from '../on-device';
import { planDocuments } from '../plan-documents';
import { planFigures } from '../plan-figures';
import { plans } from '../plans';
import { priorityQueue } from '../priority-queue';
import { progress } from '../progress';
import { recentlyDeleted } from '../recently-deleted';
import { regions } from '../regions';
import { reports } from '../reports';
import { schoolAnswers } from '../school-answers';
import { schools } from '../schools';
import { outcomeTags, settings } from '../settings';
import { schoolSurvey, surveyResponses, surveys } from '../surveys';
import { cannotMakeIt, offeredDays } from '../day-offers';
import { todayPage } from '../today';
import { users } from '../users';
import { VisitPlanPage } from '../visit-plans';
import { VisitCalendar, visits } from '../visits';

/** Every resource and every page; those with a place are in the menu, in this order. */
export const SCREENS: readonly (ResourceScreens | PageScreens)[] = [
  todayPage,
  progress,
  reports,
  schoolAnswers,
  priorityQueue,
  plans,
  planDocuments,
  planFigures,
  { ...schools, pages: { ':id/brief': BriefPage } },
  {
    ...visits,
    pages: {
      ...{ calendar: VisitCalendar, plan: VisitPlanPage },
      ...{ log: LogVisitPage, ':id/log': LogVisitPage },
    },
  },
  onThisDevice,
  keptBrief,
  followUpActions,
  surveys,
  surveyResponses,
  imports,
  knownNames,
  regions,
  settings,
  mails,
  users,
  audit,
  contacts,
  outcomeTags,
  recentlyDeleted,
  account,
  setPassword,
  forgottenPassword,
  schoolSurvey,
  offeredDays,
  cannotMakeIt,
  firstAdmin,
];

export const RESOURCES = SCREENS.filter((screen) => 'name' in screen);

export const PAGES = SCREENS.filter((screen) => 'paths' in screen);

export const MENU = SCREENS.flatMap((screen) =>
  screen.place
    ? [{ to: 'name' in screen ? `/${screen.name}` : screen.paths[0], ...screen.place }]
    : [],
);
