import { useStore } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import type { SetUp } from '@tracker/contract';
import { call } from '../providers/call';
import { useMayRunTheHub } from '../providers/use-signed-in-user';

/** How far the hub is set up; undefined until that is known, and for who does not set it up. */
export function useSetUp(): SetUp | undefined {
  const { data } = useQuery({
    queryKey: ['today', 'set-up'],
    queryFn: ({ signal }) => call('GET /api/today/set-up', { signal }),
    enabled: useMayRunTheHub(),
  });
  return data;
}

/** Whether somebody has put the list of what to set up out of sight, and how to. */
export const useSetUpHidden = () => useStore('today.set-up-hidden', false);
