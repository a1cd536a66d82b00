import { lazy, Suspense, useSyncExternalStore } from 'react';
import { signInAgainStore } from '../providers/session';

const SignInAgainDialog = lazy(() => import('./SignInAgainDialog'));

/** Over whatever page is open when the session ends, which stays as it is. */
export function SignInAgain() {
  const asking = useSyncExternalStore(signInAgainStore.subscribe, signInAgainStore.isAsking);
  return <Suspense fallback={null}>{asking && <SignInAgainDialog />}</Suspense>;
}
