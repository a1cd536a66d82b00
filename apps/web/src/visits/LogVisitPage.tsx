import { useGetOne, useLocation } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { School, Visit } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';
import { LogVisitForm } from './LogVisitForm';

/** Opens the form for a planned visit (`/visits/:id/log`) or one nobody planned (`?schoolId=`). */
export default function LogVisitPage() {
  const { id } = useParams();
  const schoolId = new URLSearchParams(useLocation().search).get('schoolId') ?? '';
  return id ? <Planned id={id} /> : <Unplanned schoolId={schoolId} />;
}

function Planned({ id }: { id: string }) {
  const { data, error, refetch } = useGetOne<Visit>('visits', { id });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading the visit…" />;
  return <LogVisitForm visit={data} schoolId={data.schoolId} schoolName={data.schoolName} />;
}

function Unplanned({ schoolId }: { schoolId: string }) {
  const { data, error, refetch } = useGetOne<School>('schools', { id: schoolId });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading the school…" />;
  return <LogVisitForm visit={null} schoolId={data.id} schoolName={data.name} />;
}
