import { lazy, Suspense, useState } from 'react';
import { useGetOne } from 'react-admin';
import Button from '@mui/material/Button';
import { mayCorrect, type SurveyResponse, type SurveyVersion, type Visit } from '@tracker/contract';
import { useMayWrite, useSignedInUser } from '../providers/use-signed-in-user';

const CorrectSurveyDialog = lazy(() => import('./CorrectSurveyDialog'));

interface CorrectSurveyProps {
  visitId: string;
  response: SurveyResponse;
  version: SurveyVersion;
}

/** For whoever logged the visit at which it was asked, and those who run the hub. */
export function CorrectSurvey({ visitId, response, version }: CorrectSurveyProps) {
  const [open, setOpen] = useState(false);
  const { data: visit } = useGetOne<Visit>('visits', { id: visitId });
  const user = useSignedInUser();
  const mayWrite = useMayWrite(visit?.regionId);
  if (!visit || !user || !mayWrite || !mayCorrect(user, visit)) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Correct the answers…
      </Button>
      <Suspense fallback={null}>
        {open && (
          <CorrectSurveyDialog {...{ visit, response, version }} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </>
  );
}
