import { lazy, type ComponentType } from 'react';

/** A part of the settings under an address of its own, `/settings/calendar` for instance. */
export interface SettingsSection {
  path: string;
  words: string;
  Page: ComponentType;
}

/** In the order of the tabs; the first is shown when none is named. */
export const SETTINGS_SECTIONS: readonly SettingsSection[] = [
  { path: 'calendar', words: 'School calendar', Page: lazy(() => import('./CalendarSettings')) },
  {
    path: 'visitors',
    words: 'Visitors’ time',
    Page: lazy(() => import('../visitors-time/VisitorsTimePage')),
  },
  {
    path: 'tags',
    words: 'Strengths and needs',
    Page: lazy(() => import('./TagSettings')),
  },
  { path: 'targets', words: 'Targets', Page: lazy(() => import('./TargetSettings')) },
  { path: 'rules', words: 'Rules', Page: lazy(() => import('./RulesSettings')) },
  {
    path: 'plan-words',
    words: 'Names in plans',
    Page: lazy(() => import('./PlanWordsSettings')),
  },
  { path: 'mail', words: 'Email', Page: lazy(() => import('../mail/MailSettingsPage')) },
];
