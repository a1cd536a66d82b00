import { type ImportKind, IMPORT_KINDS } from '@tracker/domain';
import { useState } from 'react';
import { useNavigate } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import { FilePicker } from '../fields/FilePicker';
import { Failure } from '../layout/Failure';
import { ForTheHub } from '../layout/ForTheHub';
import { PageHeading } from '../layout/PageHeading';
import { Section } from '../layout/Section';
import { KindChoice } from './KindChoice';
import { importPath } from './paths';
import { call } from '../providers/call';

export default function ImportCreate() {
  return (
    <ForTheHub>
      <Create />
    </ForTheHub>
  );
}

/** Choose what it is, choose the file, match columns where needed, and have it checked first. */
function Create() {
  const [asked] = useSearchParams();
  const [kind, setKind] = useState<ImportKind>(() => kindOf(asked.get('kind')));
  const [file, setFile] = useState<File | null>(null);
  const [la, setLa] = useState('');
  const { start, busy, error } = useStartImport();
  const check = () => {
    if (!file) return;
    void start({
      file,
      kind,
      dryRun: true,
      ...(kind === 'schools' && la.trim() && { la: la.trim() }),
    });
  };
  return (
    <Box sx={{ maxWidth: 820 }}>
      <PageHeading title="Import a file">
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          The file is checked first. Nothing is changed until you have seen what it would do.
        </Typography>
      </PageHeading>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Section title="What is in the file?">
          <KindChoice value={kind} onChange={setKind} />
        </Section>
        <Section title="The file">
          <FilePicker
            file={file}
            onChoose={setFile}
            accept={kind === 'visits' || kind === 'plans' ? '.csv,.xlsx' : '.csv'}
          />
          {kind === 'schools' && (
            <TextField
              label="Only these local authorities"
              value={la}
              onChange={(event) => setLa(event.target.value)}
              helperText="Their codes, such as 919 for Hertfordshire, with commas between; empty takes the whole file"
              sx={{ mt: 2, maxWidth: 480 }}
            />
          )}
        </Section>
      </Box>
      {error !== null && <Failure error={error} title="Import rejected" />}
      <Box sx={{ mt: 2 }}>
        <Button variant="contained" size="large" disabled={!file || busy} onClick={check}>
          {busy ? 'Sending the file…' : 'Check the file'}
        </Button>
        {!file && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
            Choose a file first.
          </Typography>
        )}
        {busy && <LinearProgress aria-label="Sending the file" sx={{ mt: 2, maxWidth: 420 }} />}
      </Box>
    </Box>
  );
}

/** What a link asks for; the register comes first. */
const kindOf = (asked: string | null): ImportKind =>
  IMPORT_KINDS.find((kind) => kind === asked) ?? 'schools';

/** A file on its way in and how it is to be read. */
interface NewImport {
  file: File;
  kind: ImportKind;
  dryRun: boolean;
  /** Only for a register: codes of the local authorities to take, all when left out. */
  la?: string;
}

function formOf({ file, kind, dryRun, la }: NewImport): FormData {
  const form = new FormData();
  // Fields first: a server that reads the stream knows what is coming before the file does.
  form.append('kind', kind);
  form.append('dryRun', String(dryRun));
  if (la) form.append('la', la);
  form.append('file', file);
  return form;
}

/** Sends the file and opens the page of its import. */
function useStartImport() {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const start = async (asked: NewImport) => {
    setBusy(true);
    setError(null);
    try {
      const started = await call('POST /api/imports', { body: formOf(asked) });
      navigate(importPath(started.id));
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return { start, busy, error };
}
