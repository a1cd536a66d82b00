import { startTransition, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'react-admin';
import { ErrorBoundary } from 'react-error-boundary';
import Box from '@mui/material/Box';
import { ConflictProvider } from '../conflicts/ConflictProvider';
import { OpenedWithoutSignal } from '../on-device/OpenedWithoutSignal';
import { SignalBar } from '../on-device/SignalBar';
import { useSending } from '../on-device/use-sending';
import { KeepProgram } from '../pwa/KeepProgram';
import { NewVersion } from '../pwa/NewVersion';
import { SignInAgain } from '../sign-in/SignInAgain';
import { LeaveGuard } from '../unsaved/LeaveGuard';
import { AppBar } from './AppBar';
import { BrokenScreen } from '../layout/Failure';
import { type MenuPlace, Navigation } from './Navigation';
import { OutageBar } from './OutageBar';
import { SkipLink } from './SkipLink';
import { useKeptFocus } from '../layout/use-kept-focus';
import { Waiting } from '../layout/Waiting';

export const MAIN_ID = 'main';

interface LayoutProps {
  menu: readonly MenuPlace[];
  children?: ReactNode;
}

/** Header, menu and the screen itself, each a landmark of its own. */
export function Layout({ menu, children }: LayoutProps) {
  const [menuOpen, setMenuOpen] = useState(false);
  const { pathname } = useLocation();
  useKeptFocus(MAIN_ID);
  useSending();
  return (
    <ConflictProvider>
      <SkipLink targetId={MAIN_ID} />
      <AppBar onOpenMenu={() => setMenuOpen(true)} />
      <NewVersion />
      <OutageBar />
      <SignalBar />
      <Box sx={{ display: 'flex', alignItems: 'flex-start' }}>
        <Navigation menu={menu} open={menuOpen} onClose={() => setMenuOpen(false)} />
        <Box
          component="main"
          id={MAIN_ID}
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, px: { xs: 2, md: 3 }, pb: 6 }}
        >
          <ErrorBoundary
            resetKeys={[pathname]}
            fallbackRender={({ error, resetErrorBoundary }) => (
              <BrokenScreen error={error} onRetry={resetErrorBoundary} />
            )}
          >
            <CodeOfScreen>
              <OpenedWithoutSignal>{children}</OpenedWithoutSignal>
            </CodeOfScreen>
          </ErrorBoundary>
        </Box>
      </Box>
      <SignInAgain />
      <LeaveGuard />
    </ConflictProvider>
  );
}

/**
 * Waits for the code of a screen. The first one is opened as a transition, as every later one is:
 * whatever React shows through a fallback stays for at least 0.3 s, however soon the code is there.
 */
function CodeOfScreen({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  useEffect(() => startTransition(() => setOpened(true)), []);
  const waiting = <Waiting words="Opening the screen…" />;
  return (
    <>
      {!opened && waiting}
      <Suspense fallback={waiting}>
        {opened && (
          <>
            {children}
            <KeepProgram />
          </>
        )}
      </Suspense>
    </>
  );
}
