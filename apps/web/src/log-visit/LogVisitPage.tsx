import { useEffect, useState } from 'react';
import { useLocation } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, Navigate, useParams } from 'react-router-dom';
import { mayWriteInRegion, type SignedInUser } from '@tracker/contract';
import { useAsOpened } from '../providers/use-as-opened';
import { AccessDenied } from '../layout/AccessDenied';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { type DeviceLog, newLog } from '../on-device/device-log';
import { findUnsent, logsOf } from '../on-device/device-logs';
import { type LogScene, type LogSubject, mayTakeAlong, readScene } from '../on-device/pack';
import { deviceLogPath, ON_DEVICE_PATH } from '../on-device/paths';
import { useDeviceLogs } from '../on-device/use-device-logs';
import { isHttpError } from '../providers/problems';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { useOpenVisits } from '../visits/use-open-visits';
import { WhichVisit } from '../visits/WhichVisit';
import { FinishedLog } from './FinishedLog';
import { firstTyped } from './first-typed';
import { LogForm } from './LogForm';
import { NothingToLog } from './NothingToLog';
import { useOnlyTab } from './use-only-tab';

/** Opens the form for a planned visit (`/visits/:id/log`) or one nobody planned (`?schoolId=`). */
export default function LogVisitPage() {
  const { id } = useParams();
  const params = new URLSearchParams(useLocation().search);
  const subject: LogSubject = id ? { visitId: id } : { schoolId: params.get('schoolId') ?? '' };
  const user = useSignedInUser();
  if (!user) return <Waiting words="Opening the screen…" />;
  if (!mayTakeAlong(user)) return <AccessDenied />;
  if (!isId(id ?? params.get('schoolId'))) return <MangledLink />;
  const isChosen = id !== undefined || params.has('other');
  return <Scene key={JSON.stringify(subject)} user={user} subject={subject} isChosen={isChosen} />;
}

const isId = (text: string | null): boolean =>
  text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Part of the address was lost on its way, in a mail for one. */
function MangledLink() {
  return (
    <>
      <PageHeading title="This link is not complete" />
      <Typography sx={{ mb: 2, maxWidth: 640 }}>
        It does not say which visit to log. Copy the whole link, or choose the visit from your
        visits.
      </Typography>
      <Button variant="contained" component={RouterLink} to="/visits">
        Visits
      </Button>{' '}
      <Button variant="outlined" component={RouterLink} to={ON_DEVICE_PATH}>
        Your visits on this device
      </Button>
    </>
  );
}

interface SceneProps {
  user: SignedInUser;
  subject: LogSubject;
  isChosen: boolean;
}

function Scene({ user, subject, isChosen }: SceneProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['log-scene', subject, user.id],
    queryFn: () => readScene(subject, user.id),
    // What the form was opened with stays while it is open.
    ...{ staleTime: Infinity, gcTime: 0, retry: false, networkMode: 'always' as const },
  });
  const left = useDeviceLogs().find(
    (log) => 'visitId' in subject && log.visitId === subject.visitId && log.refusal?.status === 404,
  );
  // The visit is gone, what was written about it is not.
  if (error && left) return <Navigate to={deviceLogPath(left)} replace />;
  if (isHttpError(error) && error.status === 403) return <AccessDenied />;
  if (error) {
    return (
      <>
        <PageHeading title="Log a visit" />
        <Failure error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) return <Waiting words="Loading what is known of the school…" />;
  if (!mayWriteInRegion(user, data.place.school.regionId)) return <AccessDenied />;
  return isChosen ? <OneTab user={user} scene={data} /> : <Choose user={user} scene={data} />;
}

interface OpenProps {
  user: SignedInUser;
  scene: LogScene;
}

/** A visit that is planned is offered first, or it would stay open beside the one that was logged. */
function Choose({ user, scene }: OpenProps) {
  const planned = useOpenVisits([scene.place.school.id]);
  if (!planned) return <Waiting words="Looking up the planned visits…" />;
  return <Offer user={user} scene={scene} planned={planned} />;
}

function Offer({ user, scene, planned: present }: OpenProps & { planned: DeviceVisits }) {
  // Logging puts a visit on record, which must not bring up the question again.
  const planned = useAsOpened(present);
  const [other, setOther] = useState(planned.length === 0);
  if (other) return <OneTab user={user} scene={scene} />;
  return (
    <WhichVisit school={scene.place.school} planned={planned} onOther={() => setOther(true)} />
  );
}

type DeviceVisits = NonNullable<ReturnType<typeof useOpenVisits>>;

function OneTab({ user, scene }: OpenProps) {
  const { visit, place } = scene;
  const { mine, take } = useOnlyTab(`log-${user.id}-${visit?.id ?? place.school.id}`);
  if (mine === undefined) return <Waiting words="Looking for what is written already…" />;
  if (mine) return <FromDevice user={user} scene={scene} />;
  return (
    <>
      <PageHeading title={`Log a visit to ${place.school.name}`} />
      <Typography sx={{ mb: 2, maxWidth: 640 }} role="status">
        This log is open in another tab or window of this browser, and is kept there as it is typed.
      </Typography>
      <Button variant="contained" size="large" onClick={take}>
        Continue here
      </Button>
    </>
  );
}

/** The very one that was asked for, else the one that is still to be sent. */
async function findLog(
  userId: string,
  subject: Parameters<typeof findUnsent>[1],
  asked: string | null,
): Promise<DeviceLog | undefined> {
  const named = asked ? (await logsOf(userId)).find(({ id }) => id === asked) : undefined;
  return named && named.state !== 'sent' ? named : findUnsent(userId, subject);
}

/** Goes on with what is on the device, else begins anew. */
function FromDevice({ user, scene }: OpenProps) {
  const { visit, place } = scene;
  const [found, setFound] = useState<{ log?: DeviceLog }>();
  const asked = new URLSearchParams(useLocation().search).get('log');
  const queryClient = useQueryClient();
  const [openings, setOpenings] = useState(0);
  const openAnew = async () => {
    await queryClient.refetchQueries({ queryKey: ['log-scene'] });
    setOpenings((before) => before + 1);
  };
  useEffect(() => {
    const subject = { visitId: visit?.id ?? null, schoolId: place.school.id };
    void findLog(user.id, subject, asked)
      // The form itself says when nothing can be kept.
      .catch(() => undefined)
      .then((log) => setFound({ log }));
  }, [user.id, visit?.id, place.school.id, asked, openings]);
  const [blank] = useState(() =>
    newLog({ userId: user.id, visit, school: place.school }, firstTyped(scene)),
  );
  if (!found) return <Waiting words="Looking for what is written already…" />;
  const { log } = found;
  if (log?.state === 'waiting') {
    return <FinishedLog log={log} onReopened={(reopened) => setFound({ log: reopened })} />;
  }
  const form = { scene, onFollowed: () => void openAnew() };
  if (log) return <LogForm key={log.key} {...form} log={log} isOnDevice />;
  const blankForm = <LogForm {...form} log={blank} isOnDevice={false} />;
  return visit ? <NothingToLog visit={visit}>{blankForm}</NothingToLog> : blankForm;
}
