import { useState } from 'react';
import { useNavigate, useNotify, useRefresh } from 'react-admin';
import Button from '@mui/material/Button';
import { plural } from '@tracker/domain';
import type { Import } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { StopButton } from '../fields/StopButton';
import { isUnderWay } from '../fields/under-way';
import { sentenceOf } from '../providers/problems';
import { importPath } from './paths';
import { call } from '../providers/call';

/** While it runs: stop it. After a dry run: import for real. After an import: undo it. */
export function ImportCommands({ record }: { record: Import }) {
  const [undoing, setUndoing] = useState(false);
  if (isUnderWay(record)) {
    return <StopImport record={record} />;
  }
  const changes = record.created + record.updated + record.closed;
  if (record.dryRun && record.status === 'done') {
    // Of visits the button stands below what it would write.
    return changes > 0 && record.kind !== 'visits' ? <ApplyButton record={record} /> : null;
  }
  if (!record.canUndo) return null;
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setUndoing(true)}>
        Undo this import…
      </Button>
      {undoing && <UndoDialog record={record} onClose={() => setUndoing(false)} />}
    </>
  );
}

function StopImport({ record }: { record: Import }) {
  const refresh = useRefresh();
  const stop = () => call('POST /api/imports/{id}/stop', { id: record.id });
  return <StopButton words="Stop this import" stop={stop} onEnd={refresh} />;
}

function ApplyButton({ record }: { record: Import }) {
  const navigate = useNavigate();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const apply = async () => {
    setBusy(true);
    try {
      const started = await call('POST /api/imports/{id}/apply', { id: record.id });
      navigate(importPath(started.id));
    } catch (error) {
      notify(sentenceOf(error), { type: 'error', autoHideDuration: null });
      setBusy(false);
    }
  };
  return (
    <Button variant="contained" onClick={() => void apply()} disabled={busy}>
      {busy ? 'Starting…' : 'Import for real'}
    </Button>
  );
}

function UndoDialog({ record, onClose }: { record: Import; onClose: () => void }) {
  const refresh = useRefresh();
  const undo = async () => {
    await call('POST /api/imports/{id}/undo', { id: record.id });
    refresh();
  };
  const created = `${plural(record.created, 'record')} it created ${record.created === 1 ? 'is' : 'are'} removed`;
  const changed = record.updated + record.closed;
  return (
    <FormDialog
      title="Undo this import?"
      consequence={`${created}, and ${plural(changed, 'record')} it changed ${
        changed === 1 ? 'gets its' : 'get their'
      } old values back. What people have changed since stays, and you are told what that was.`}
      submitWords="Undo the import"
      busyWords="Undoing…"
      cancelWords="Keep it"
      danger
      onSubmit={undo}
      onClose={onClose}
    />
  );
}
