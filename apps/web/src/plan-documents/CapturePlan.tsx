import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Divider from '@mui/material/Divider';
import FormControlLabel from '@mui/material/FormControlLabel';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { LIMITS } from '@tracker/domain';
import { FilePicker } from '../fields/FilePicker';
import { AccessDenied } from '../layout/AccessDenied';
import { Failure } from '../layout/Failure';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { planDocumentPath } from '../paths/plan-paths';
import { call } from '../providers/call';
import { useMayWrite, useSignedInUser } from '../providers/use-signed-in-user';
import { useUnsaved } from '../unsaved/use-unsaved';
import { ForWhoeverMay } from '../records/ForWhoeverMay';
import { faultsOf } from './capture-faults';
import { SchoolToCapture } from './SchoolToCapture';
import { useCapture } from './use-capture';

export default function CapturePlan() {
  return (
    <ForWhoeverMay route="POST /api/plan-documents">
      <WhichSchool />
    </ForWhoeverMay>
  );
}

/** Of the school that a link names, or of one to be chosen. */
function WhichSchool() {
  const [asked, setAsked] = useSearchParams();
  const schoolId = asked.get('schoolId');
  if (schoolId !== null) return <OfSchool key={schoolId} schoolId={schoolId} />;
  return (
    <Box sx={{ maxWidth: 820 }}>
      <PageHeading title="Capture a plan" />
      <SchoolToCapture onChoose={(id) => setAsked({ schoolId: id }, { replace: true })} />
    </Box>
  );
}

function OfSchool({ schoolId }: { schoolId: string }) {
  const user = useSignedInUser();
  const school = useQuery({
    queryKey: ['schools', 'getOne', { id: schoolId, of: 'capture' }],
    queryFn: ({ signal }) => call('GET /api/schools/{id}', { id: schoolId, signal }),
  });
  const known = useQuery({
    queryKey: ['schools', 'development', schoolId],
    queryFn: ({ signal }) => call('GET /api/schools/{id}/development', { id: schoolId, signal }),
  });
  const mayWrite = useMayWrite(school.data?.regionId);
  const failed = school.error ?? known.error;
  if (failed) return <Failure error={failed} onRetry={() => void school.refetch()} />;
  if (!school.data || !known.data || !user) return <Waiting words="Loading the school…" />;
  if (!mayWrite) return <AccessDenied />;
  const address =
    known.data.plans.find(({ address: at, knownFrom }) => at !== null && knownFrom !== 'told')
      ?.address ?? '';
  return (
    <Capture
      schoolId={schoolId}
      name={school.data.name}
      lastAddress={address}
      mayBeFetched={known.data.mayBeFetched}
    />
  );
}

interface CaptureProps {
  schoolId: string;
  name: string;
  /** Where its plan was last known to be. */
  lastAddress: string;
  mayBeFetched: boolean;
}

/** A file, or what it says; and where it was found. */
function Capture({ schoolId, name, lastAddress, mayBeFetched }: CaptureProps) {
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [address, setAddress] = useState(lastAddress);
  const [wanted, setWanted] = useState(false);
  const nothingSent = file === null && text.trim() === '';
  const fetch = mayBeFetched && nothingSent && wanted;
  const { send, busy, error, forget } = useCapture();
  useUnsaved(!busy && (text !== '' || file !== null));
  const faults = faultsOf(error);
  const fileFaultId = useId();
  const sendIt = async (shared: boolean) => {
    const made = await send({ schoolId, file, text, address, fetch, shared });
    if (made) navigate(planDocumentPath(made.id));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void sendIt(false);
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ maxWidth: 820 }}>
      <PageHeading title={`Capture the plan of ${name}`}>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          It is read first. Nothing of it counts until somebody has confirmed what it says.
        </Typography>
      </PageHeading>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Section title="The plan">
          <FilePicker
            file={file}
            label="File of the plan"
            accept=".pdf,.docx,.html,.htm,.txt"
            onChoose={(chosen) => {
              setFile(chosen);
              forget();
            }}
          />
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
            A PDF, a Word document (.docx), a saved web page or a text file, at most 10 MB.
          </Typography>
          {faults.file && (
            <Typography id={fileFaultId} role="alert" color="error" variant="body2">
              {faults.file}
            </Typography>
          )}
          {file === null ? (
            <>
              <Divider sx={{ my: 2 }}>or</Divider>
              <TextField
                label="Paste its text"
                value={text}
                onChange={({ target }) => {
                  setText(target.value);
                  forget();
                }}
                multiline
                minRows={4}
                maxRows={14}
                error={faults.text !== undefined}
                helperText={faults.text}
                slotProps={{ htmlInput: { maxLength: LIMITS.plan.characters + 1 } }}
              />
            </>
          ) : (
            <Button size="small" sx={{ mt: 1 }} onClick={() => setFile(null)}>
              Paste its text instead
            </Button>
          )}
        </Section>
        <Section title="Where it was found">
          <TextField
            label="Address of the plan"
            type="url"
            value={address}
            onChange={({ target }) => {
              setAddress(target.value);
              forget();
            }}
            error={faults.address !== undefined}
            helperText={
              faults.address ??
              (fetch
                ? 'Copy it from the page you opened'
                : `Optional. Copy it from the page you opened${mayBeFetched ? '' : '; nothing is fetched from it'}`)
            }
            slotProps={{ htmlInput: { maxLength: LIMITS.plan.address + 100 } }}
          />
          {mayBeFetched && nothingSent && (
            <FormControlLabel
              control={
                <Checkbox
                  checked={wanted}
                  onChange={({ target }) => {
                    setWanted(target.checked);
                    forget();
                  }}
                />
              }
              label="Fetch the plan from this address, on the school’s own website"
            />
          )}
          {faults.fetch && (
            <Typography role="alert" color="error" variant="body2">
              {faults.fetch}
            </Typography>
          )}
        </Section>
      </Box>
      <Refused faults={faults} onShare={() => void sendIt(true)} busy={busy} />
      <Box sx={{ mt: 2 }}>
        <Button type="submit" variant="contained" size="large" aria-disabled={busy}>
          {busy ? 'Sending the plan…' : 'Read the plan'}
        </Button>
        {busy && <LinearProgress aria-label="Sending the plan" sx={{ mt: 2, maxWidth: 420 }} />}
      </Box>
    </Box>
  );
}

interface RefusedProps {
  faults: ReturnType<typeof faultsOf>;
  busy: boolean;
  onShare: () => void;
}

/** It is on record already, of this school or of another; or what else stood in the way. */
function Refused({ faults, busy, onShare }: RefusedProps) {
  const { same, shared, other } = faults;
  if (shared && same) {
    return (
      <Alert severity="info" sx={{ mt: 2 }} role="alert">
        <Typography sx={{ mb: 1 }}>{shared}</Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="contained" size="small" aria-disabled={busy} onClick={onShare}>
            Yes, it is for both
          </Button>
          <Button size="small" component={RouterLink} to={planDocumentPath(same.id)}>
            Open that document
          </Button>
        </Box>
      </Alert>
    );
  }
  if (same) {
    return (
      <Alert severity="info" sx={{ mt: 2 }} role="alert">
        <Typography sx={{ mb: 1 }}>{faults.sentence}</Typography>
        <Button
          variant="outlined"
          size="small"
          component={RouterLink}
          to={planDocumentPath(same.id)}
        >
          Open it
        </Button>
      </Alert>
    );
  }
  return other === null ? null : <Failure error={other} title="Not captured" />;
}
