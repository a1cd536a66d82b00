import type { ReactNode } from 'react';
import { mayRunTheHub } from '@tracker/contract';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { AccessDenied } from './AccessDenied';
import { Waiting } from './Waiting';

/** A page for those who import files and change regions; others are told it is not theirs. */
export function ForTheHub({ children }: { children: ReactNode }) {
  const user = useSignedInUser();
  if (!user) return <Waiting words="Opening the screen…" />;
  return mayRunTheHub(user) ? children : <AccessDenied />;
}
