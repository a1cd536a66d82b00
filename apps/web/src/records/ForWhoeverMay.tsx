import type { ReactNode } from 'react';
import { mayCall, type RouteKey } from '@tracker/contract';
import { AccessDenied } from '../layout/AccessDenied';
import { Waiting } from '../layout/Waiting';
import { useSignedInUser } from '../providers/use-signed-in-user';

/** A page for those who may call a route; others are told it is not theirs. */
export function ForWhoeverMay({ route, children }: { route: RouteKey; children: ReactNode }) {
  const user = useSignedInUser();
  if (!user) return <Waiting words="Opening the screen…" />;
  return mayCall(user, route) ? children : <AccessDenied />;
}
