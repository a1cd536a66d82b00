import { useState } from 'react';
import type { PlanDocument } from '@tracker/contract';
import { call } from '../providers/call';

/** A plan on its way in. */
interface CapturedPlan {
  schoolId: string;
  file: File | null;
  /** Where there is no file. */
  text: string;
  address: string;
  /** The server gets it from there, in place of a file or text. */
  fetch: boolean;
  /** It may be on record of another school. */
  shared: boolean;
}

function formOf({ schoolId, file, text, address, fetch, shared }: CapturedPlan): FormData {
  const form = new FormData();
  // Fields first: a server that reads the stream knows what is coming before the file does.
  form.append('schoolId', schoolId);
  if (address.trim()) form.append('address', address.trim());
  if (shared) form.append('shared', 'true');
  if (fetch) form.append('fetch', 'true');
  else if (file) form.append('file', file);
  else if (text.trim()) form.append('text', text);
  return form;
}

/** Sends a plan, and keeps why it was not taken. */
export function useCapture() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (asked: CapturedPlan): Promise<PlanDocument | null> => {
    setBusy(true);
    setError(null);
    try {
      return await call('POST /api/plan-documents', { body: formOf(asked) });
    } catch (cause) {
      setError(cause);
      setBusy(false);
      return null;
    }
  };
  return { send, busy, error, forget: () => setError(null) };
}
