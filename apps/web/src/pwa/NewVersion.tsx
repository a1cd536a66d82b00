import { useEffect, useState } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { registerSW } from 'virtual:pwa-register';

const LOOK_EVERY_MS = 60 * 60_000;

let updateNow: ((reload?: boolean) => Promise<void>) | null = null;
let isWaiting = false;
const listeners = new Set<() => void>();

/** Once for the page: what the tracker needs to open without a signal is kept by the browser. */
function register(): void {
  if (updateNow || !('serviceWorker' in navigator)) return;
  updateNow = registerSW({
    onNeedRefresh() {
      isWaiting = true;
      listeners.forEach((listener) => listener());
    },
    onRegisteredSW(_address, registration) {
      // A tablet may stay open for days.
      setInterval(() => void registration?.update().catch(() => undefined), LOOK_EVERY_MS);
    },
  });
}

/** Says that the tracker was updated; nothing is reloaded under anybody's hands. */
export function NewVersion() {
  const [waiting, setWaiting] = useState(isWaiting);
  useEffect(() => {
    register();
    const hear = () => setWaiting(true);
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, []);
  if (!waiting) return null;
  return (
    <Alert
      severity="info"
      sx={{ borderRadius: 0 }}
      action={
        <Button color="inherit" onClick={() => void updateNow?.(true)}>
          Reload
        </Button>
      }
    >
      A new version of the tracker is there. What you typed in a log is kept.
    </Alert>
  );
}
