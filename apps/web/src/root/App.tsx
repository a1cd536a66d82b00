import { Suspense, type ReactNode } from 'react';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { AccountPage, FirstAdminPage, ForgottenPasswordPage, SetPasswordPage } from '../account';
import { audit } from '../audit';
import { BriefPage } from '../briefs';
import { contacts } from '../contacts';
import { followUpActions } from '../follow-up-actions';
import { imports, knownNames } from '../imports';
import { LogVisitPage } from '../log-visit';
import { KeptBriefPage, OnThisDevicePage } from '../on-device';
import { AccessDenied } from '../layout/AccessDenied';
import { Layout } from '../shell/Layout';
import { NotFound } from '../layout/NotFound';
import { darkTheme, lightTheme } from '../layout/theme';
import { WaitingPage } from '../layout/Waiting';
import { mails } from '../mail';
import { priorityQueue } from '../priority-queue';
import { ProgressPage } from '../progress';
import { authProvider } from '../providers/auth-provider';
import { dataProvider } from '../providers/data-provider';
import { preferenceStore } from '../providers/preference-store';
import { queryClient } from '../providers/query-client';
import { RecentlyDeletedPage } from '../recently-deleted';
import { regions } from '../regions';
import { ReportsPage } from '../reports';
import { SchoolAnswersPage } from '../school-answers';
import { schools } from '../schools';
import { SettingsPage } from '../settings';
import { SignInPage } from '../sign-in/SignInPage';
import { SchoolSurveyPage, surveyResponses, surveys } from '../surveys';
import { TodayPage } from '../today';
import { users } from '../users';
import { VisitCalendar, visits } from '../visits';
import { i18nProvider } from './i18n';

/** Today is the landing page; every other screen is fetched when it is opened. */
export function App() {
  return (
    <Admin
      title="School Engagement Tracker"
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={preferenceStore}
      theme={lightTheme}
      darkTheme={darkTheme}
      dashboard={TodayPage}
      layout={Layout}
      loginPage={SignInPage}
      loading={WaitingPage}
      catchAll={NotFound}
      accessDenied={AccessDenied}
      disableTelemetry
      requireAuth
    >
      <Resource name="priority-queue" {...priorityQueue} />
      <Resource name="schools" {...schools}>
        <Route path=":id/brief" element={<BriefPage />} />
      </Resource>
      <Resource name="visits" {...visits}>
        <Route path="calendar" element={<VisitCalendar />} />
        <Route path="log" element={<LogVisitPage />} />
        <Route path=":id/log" element={<LogVisitPage />} />
      </Resource>
      <Resource name="surveys" {...surveys} />
      <Resource name="survey-responses" {...surveyResponses} />
      <Resource name="imports" {...imports} />
      <Resource name="known-names" {...knownNames} />
      <Resource name="regions" {...regions} />
      <Resource name="contacts" {...contacts} />
      <Resource name="follow-up-actions" {...followUpActions} />
      <Resource name="mails" {...mails} />
      <Resource name="users" {...users} />
      <CustomRoutes>
        <Route path="/account" element={<AccountPage />} />
        <Route path="/on-this-device" element={<OnThisDevicePage />} />
        <Route path="/on-this-device/:id" element={<KeptBriefPage />} />
        <Route path="/recently-deleted" element={<RecentlyDeletedPage />} />
        <Route path="/progress" element={<ProgressPage />} />
        <Route path="/reports" element={<ReportsPage />} />
        <Route path="/reports/:part" element={<ReportsPage />} />
        <Route path="/school-answers" element={<SchoolAnswersPage />} />
        <Route path="/settings" element={<SettingsPage />} />
        <Route path="/settings/:section" element={<SettingsPage />} />
      </CustomRoutes>
      <CustomRoutes noLayout>
        <Route path="/set-password" element={<Open page={<SetPasswordPage />} />} />
        <Route path="/forgotten-password" element={<Open page={<ForgottenPasswordPage />} />} />
        <Route path="/school-survey" element={<Open page={<SchoolSurveyPage />} />} />
        <Route path="/first-admin" element={<Open page={<FirstAdminPage />} />} />
      </CustomRoutes>
      <Resource name="audit" {...audit} />
    </Admin>
  );
}

/** A page outside the layout, which waits for its code by itself. */
function Open({ page }: { page: ReactNode }) {
  return <Suspense fallback={<WaitingPage />}>{page}</Suspense>;
}
