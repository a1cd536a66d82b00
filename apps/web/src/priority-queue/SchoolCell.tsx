import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { QueueEntry } from '@tracker/contract';
import { schoolPath } from '../paths/school-paths';
import { HoldNote } from './HoldNote';

/** A school in the queue: its name, which opens it, its town, and a pin or snooze in words. */
export function SchoolCell({ entry }: { entry: QueueEntry }) {
  return (
    <>
      <Link component={RouterLink} to={schoolPath(entry.schoolId)} sx={{ fontWeight: 650 }}>
        {entry.name}
      </Link>
      <Box
        component="span"
        sx={{ display: 'block', color: 'text.secondary', fontSize: '0.8125rem' }}
      >
        {entry.town ?? entry.district}
      </Box>
      <HoldNote hold={entry.hold} />
    </>
  );
}
