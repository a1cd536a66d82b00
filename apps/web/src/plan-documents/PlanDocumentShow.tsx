import { useState } from 'react';
import { ShowBase, useShowContext } from 'react-admin';
import { mayWriteInRegion, type PlanDocumentReading, type SignedInUser } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { NotFound } from '../layout/NotFound';
import { Waiting } from '../layout/Waiting';
import { isNoRecord } from '../providers/problems';
import { SHOWN_HERE } from '../providers/shown-here';
import { useSignedInUser } from '../providers/use-signed-in-user';
import ConfirmPlan from './ConfirmPlan';
import { DocumentHeading } from './DocumentHeading';
import { PlanLeads } from './PlanLeads';
import { ReadPlan } from './ReadPlan';
import { BeingRead, Unreadable } from './NotReadYet';

const LOOK_AGAIN_MS = 1000;

/** Is this what it says? */
export default function PlanDocumentShow() {
  return (
    <ShowBase<PlanDocumentReading>
      {...SHOWN_HERE}
      queryOptions={{
        ...SHOWN_HERE.queryOptions,
        // What a list has read of it is no answer here, however fresh.
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data?.status === 'reading' ? LOOK_AGAIN_MS : false),
      }}
    >
      <Content />
    </ShowBase>
  );
}

function Content() {
  const { record, error, refetch } = useShowContext<PlanDocumentReading>();
  const user = useSignedInUser();
  if (isNoRecord(error)) return <NotFound />;
  if (error && !record) return <Failure error={error} onRetry={() => void refetch()} />;
  // From the list it is known without its text at first.
  if (!record || !('blocks' in record) || !user) return <Waiting words="Loading the plan…" />;
  return <Document key={record.id} document={record} user={user} />;
}

interface DocumentProps {
  document: PlanDocumentReading;
  user: SignedInUser;
}

function Document({ document, user }: DocumentProps) {
  const [correcting, setCorrecting] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const mayWrite = mayWriteInRegion(user, document.regionId);
  const { status } = document;
  const confirms = mayWrite && (status === 'to_confirm' || correcting);
  return (
    <>
      <DocumentHeading
        document={document}
        mayWrite={mayWrite}
        onCorrect={status === 'confirmed' && !correcting ? () => setCorrecting(true) : null}
        onRejected={() => setCorrecting(false)}
        rejecting={rejecting}
        onRejecting={setRejecting}
      />
      {status === 'reading' && <BeingRead />}
      {status === 'unreadable' && <Unreadable document={document} mayWrite={mayWrite} />}
      {status === 'confirmed' && !correcting && (
        <PlanLeads document={document} mayWrite={mayWrite} />
      )}
      {confirms ? (
        <ConfirmPlan
          document={document}
          user={user}
          onDone={() => setCorrecting(false)}
          onReject={() => setRejecting(true)}
        />
      ) : (
        document.blocks.length > 0 && <ReadPlan document={document} />
      )}
    </>
  );
}
