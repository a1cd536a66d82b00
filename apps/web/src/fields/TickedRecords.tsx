import { useEffect, type ReactNode } from 'react';
import { useGetMany, useNotify, type RaRecord } from 'react-admin';
import { plural } from '@tracker/domain';
import { WaitingDialog } from '../layout/WaitingDialog';
import { sentenceOf } from '../providers/problems';

interface TickedRecordsProps<T> {
  resource: string;
  /** What one of them is: `school`. */
  one: string;
  ids: readonly string[];
  /** They cannot be had; why has been said. */
  onFailed: () => void;
  children: (records: T[]) => ReactNode;
}

/** What is done with ticked records, once all of them are known; says so where they cannot be. */
export function TickedRecords<T extends RaRecord<string>>(props: TickedRecordsProps<T>) {
  const { resource, one, ids, onFailed, children } = props;
  const { data, error } = useGetMany<T>(resource, { ids: [...ids] });
  const notify = useNotify();
  const known = data?.filter(Boolean);
  const missing = known === undefined ? 0 : ids.length - known.length;
  const problem = error
    ? `The ticked ${one}s could not be loaded. ${sentenceOf(error)}`
    : missing > 0
      ? `${plural(missing, `ticked ${one} is`, `ticked ${one}s are`)} no longer on record. Clear the selection and tick again.`
      : null;
  useEffect(() => {
    if (problem === null) return;
    notify(problem, { type: 'error' });
    onFailed();
  }, [problem, notify, onFailed]);
  if (problem !== null) return null;
  if (known === undefined) return <WaitingDialog words="Opening the form…" onClose={onFailed} />;
  return <>{children(known)}</>;
}
