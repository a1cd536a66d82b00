import type { ReactNode } from 'react';
import { mayWriteInRegion } from '@tracker/contract';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { AccessDenied } from './AccessDenied';
import { Waiting } from './Waiting';

interface ForTheTeamProps {
  /** Of the school that the page is about. */
  regionId: string | null;
  children: ReactNode;
}

/** A page for those who may change the records of a school; others are told it is not theirs. */
export function ForTheTeam({ regionId, children }: ForTheTeamProps) {
  const user = useSignedInUser();
  if (!user) return <Waiting words="Opening the screen…" />;
  return mayWriteInRegion(user, regionId) ? children : <AccessDenied />;
}
