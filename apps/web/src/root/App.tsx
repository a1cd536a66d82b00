import { Suspense, type ReactNode } from 'react';
import { Admin, CustomRoutes, type LayoutProps, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { AccessDenied } from '../layout/AccessDenied';
import { NotFound } from '../layout/NotFound';
import type { PageScreens } from '../layout/screens';
import { darkTheme, lightTheme } from '../layout/theme';
import { WaitingPage } from '../layout/Waiting';
import { authProvider } from '../providers/auth-provider';
import { createDataProvider } from '../providers/data-provider';
import { preferenceStore } from '../providers/preference-store';
import { queryClient } from '../providers/query-client';
import { Layout } from '../shell/Layout';
import { SignInPage } from '../sign-in/SignInPage';
import { todayPage } from '../today';
import { i18nProvider } from './i18n';
import { MENU, PAGES, RESOURCES } from './screens';

const dataProvider = createDataProvider(
  Object.fromEntries(RESOURCES.map(({ name, writable }) => [name, writable])),
);

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
      dashboard={todayPage.Page}
      layout={LayoutWithMenu}
      loginPage={SignInPage}
      loading={WaitingPage}
      catchAll={NotFound}
      accessDenied={AccessDenied}
      disableTelemetry
      requireAuth
    >
      {RESOURCES.map(({ name, pages = {}, list, show, edit, create, recordRepresentation }) => (
        <Resource key={name} {...{ name, list, show, edit, create, recordRepresentation }}>
          {Object.entries(pages).map(([path, Page]) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
        </Resource>
      ))}
      <CustomRoutes>
        {routesOf(PAGES.filter((page) => !page.open && page !== todayPage))}
      </CustomRoutes>
      <CustomRoutes noLayout>{routesOf(PAGES.filter(({ open }) => open))}</CustomRoutes>
    </Admin>
  );
}

const routesOf = (pages: readonly PageScreens[]) =>
  pages.flatMap(({ paths, Page, open }) =>
    paths.map((path) => (
      <Route key={path} path={path} element={open ? <Open page={<Page />} /> : <Page />} />
    )),
  );

function LayoutWithMenu({ children }: LayoutProps) {
  return <Layout menu={MENU}>{children}</Layout>;
}

/** A page outside the layout, which waits for its code by itself. */
function Open({ page }: { page: ReactNode }) {
  return <Suspense fallback={<WaitingPage />}>{page}</Suspense>;
}
