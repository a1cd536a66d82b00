import { lazy, Suspense, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { isVoidable, type TakingBack } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { useMayWrite } from '../providers/use-signed-in-user';

const TakeBackDialog = lazy(() => import('./TakeBackDialog'));

const WORDS: Record<TakingBack, string> = {
  to_school: 'Wrong school…',
  void: 'Make it void…',
  unvoid: 'Bring it back…',
};

/** Puts right what should not be on record, or not there. */
export function TakeBackCommands({ visit }: { visit: Visit }) {
  const [open, setOpen] = useState<TakingBack | null>(null);
  const mayWrite = useMayWrite(visit.regionId);
  const ways: TakingBack[] = isVoidable(visit.status)
    ? ['to_school', 'void']
    : visit.status === 'void'
      ? ['unvoid']
      : [];
  // An open dialog stays, with what is typed in it, whatever the visit has become meanwhile.
  if (!open && (!mayWrite || ways.length === 0)) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {ways.map((way) => (
        <Button
          key={way}
          variant="outlined"
          color={way === 'void' ? 'error' : 'primary'}
          onClick={() => setOpen(way)}
        >
          {WORDS[way]}
        </Button>
      ))}
      <Suspense fallback={null}>
        {open && <TakeBackDialog how={open} visit={visit} onClose={() => setOpen(null)} />}
      </Suspense>
    </Box>
  );
}
