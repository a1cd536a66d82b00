import { useGetIdentity } from 'react-admin';
import {
  type FollowUpAction,
  mayChangeAction,
  mayRunTheHub,
  mayWriteInRegion,
  type SignedInUser,
} from '@tracker/contract';

/** Who is signed in; undefined until the answer is there. */
export function useSignedInUser(): SignedInUser | undefined {
  const { data } = useGetIdentity();
  return data as (SignedInUser & { fullName: string }) | undefined;
}

/** Whether to offer changes to a school's records; false until it is known who is signed in. */
export function useMayWrite(regionId: string | null | undefined): boolean {
  const user = useSignedInUser();
  return user !== undefined && regionId !== undefined && mayWriteInRegion(user, regionId);
}

export function useMayRunTheHub(): boolean {
  const user = useSignedInUser();
  return user !== undefined && mayRunTheHub(user);
}

/** Whether to offer finishing and editing an action: its owner may, wherever its school has gone. */
export function useMayChangeAction(action: Pick<FollowUpAction, 'regionId' | 'ownerId'>): boolean {
  const user = useSignedInUser();
  return user !== undefined && mayChangeAction(user, action);
}
