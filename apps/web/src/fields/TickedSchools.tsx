import { useEffect, type ReactNode } from 'react';
import { useGetMany, useNotify } from 'react-admin';
import type { School } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { WaitingDialog } from '../layout/WaitingDialog';
import { sentenceOf } from '../providers/problems';

interface TickedSchoolsProps {
  ids: readonly string[];
  /** The schools cannot be had; why has been said. */
  onFailed: () => void;
  children: (schools: { id: string; name: string }[]) => ReactNode;
}

/** What is done with ticked schools, once all of them are known by name; says so where they cannot be. */
export function TickedSchools({ ids, onFailed, children }: TickedSchoolsProps) {
  const { data, error } = useGetMany<School>('schools', { ids: [...ids] });
  const notify = useNotify();
  const known = data?.filter(Boolean);
  const missing = known === undefined ? 0 : ids.length - known.length;
  const problem = error
    ? `The schools could not be loaded. ${sentenceOf(error)}`
    : missing > 0
      ? `${plural(missing, 'ticked school is', 'ticked schools are')} no longer on record. Clear the selection and tick again.`
      : null;
  useEffect(() => {
    if (problem === null) return;
    notify(problem, { type: 'error' });
    onFailed();
  }, [problem, notify, onFailed]);
  if (problem !== null) return null;
  if (known === undefined) return <WaitingDialog words="Loading the schools…" onClose={onFailed} />;
  return <>{children(known.map(({ id, name }) => ({ id, name })))}</>;
}
