import { lazy, Suspense, useState } from 'react';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { School } from '@tracker/contract';
import { NotRecorded } from '../fields/texts';
import { Section } from '../layout/Section';

const NotesDialog = lazy(() => import('./NotesDialog'));

/** What one should know before going there. */
export function SchoolNotes({ school, mayWrite }: { school: School; mayWrite: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <Section
      title="Notes"
      action={
        mayWrite && (
          <Button size="small" onClick={() => setOpen(true)}>
            {school.notes ? 'Change the notes' : 'Write notes'}
          </Button>
        )
      }
    >
      <Typography component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {school.notes ?? <NotRecorded />}
      </Typography>
      <Suspense fallback={null}>
        {open && <NotesDialog school={school} onClose={() => setOpen(false)} />}
      </Suspense>
    </Section>
  );
}
