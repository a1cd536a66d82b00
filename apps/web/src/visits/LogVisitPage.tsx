import { useState } from 'react';
import { useGetOne, useLocation } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { School, Visit } from '@tracker/contract';
import { useAsOpened } from '../conflicts/use-as-opened';
import { Failure } from '../layout/Failure';
import { ForTheTeam } from '../layout/ForTheTeam';
import { Waiting } from '../layout/Waiting';
import { LogVisitForm } from './LogVisitForm';
import { useOpenVisits } from './use-open-visits';
import { WhichVisit } from './WhichVisit';

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
  return (
    <ForTheTeam regionId={data.regionId}>
      <LogVisitForm visit={data} schoolId={data.schoolId} schoolName={data.schoolName} />
    </ForTheTeam>
  );
}

function Unplanned({ schoolId }: { schoolId: string }) {
  const { data, error, refetch } = useGetOne<School>('schools', { id: schoolId });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting words="Loading the school…" />;
  return (
    <ForTheTeam regionId={data.regionId}>
      <PlannedOrNot school={data} />
    </ForTheTeam>
  );
}

function PlannedOrNot({ school }: { school: School }) {
  const planned = useOpenVisits([school.id]);
  if (!planned) return <Waiting words="Looking up the planned visits…" />;
  return <Choose school={school} planned={planned} />;
}

interface ChooseProps {
  school: School;
  planned: Visit[];
}

/** A visit that is planned is offered first, or it would stay open beside the one that was logged. */
function Choose({ school, planned: present }: ChooseProps) {
  // Logging puts a visit on record, which must not bring up the question again.
  const planned = useAsOpened(present);
  const [other, setOther] = useState(planned.length === 0);
  if (!other) {
    return <WhichVisit school={school} planned={planned} onOther={() => setOther(true)} />;
  }
  return <LogVisitForm visit={null} schoolId={school.id} schoolName={school.name} />;
}
