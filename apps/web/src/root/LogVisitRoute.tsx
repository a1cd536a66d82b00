import { useGetOne, useLocation } from 'react-admin';
import { useParams } from 'react-router-dom';
import { mayWriteInRegion, type School, type Visit } from '@tracker/contract';
import { AccessDenied } from '../layout/AccessDenied';
import { Waiting } from '../layout/Waiting';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { LogVisitPage } from '../visits';

/** The form to log a visit, for those who may write about its school; by its address too. */
export function LogVisitRoute() {
  const user = useSignedInUser();
  const { id = '' } = useParams();
  const schoolId = new URLSearchParams(useLocation().search).get('schoolId') ?? '';
  const planned = useGetOne<Visit>('visits', { id }, { enabled: id !== '' });
  const school = useGetOne<School>('schools', { id: schoolId }, { enabled: id === '' });
  const { data: record, error } = id === '' ? school : planned;
  // What cannot be found is said by the page itself.
  if (error && !record) return <LogVisitPage />;
  if (!user || !record) return <Waiting words="Opening the screen…" />;
  return mayWriteInRegion(user, record.regionId) ? <LogVisitPage /> : <AccessDenied />;
}
