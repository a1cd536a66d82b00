import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Import } from '@tracker/contract';

/** Once an import is done or undone, every list, figure and choice is asked for anew. */
export function useForgetOnceDone(record: Import | undefined): void {
  const queryClient = useQueryClient();
  const before = useRef(record?.status);
  const status = record?.status;
  useEffect(() => {
    const was = before.current;
    before.current = status;
    if (was === undefined || was === status) return;
    if (status !== 'done' && status !== 'undone') return;
    queryClient.removeQueries({ type: 'inactive', predicate: isRecord });
    void queryClient.invalidateQueries({ predicate: isRecord });
  }, [status, queryClient]);
}

/** Who is signed in does not change with an import. */
const isRecord = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== 'auth';
