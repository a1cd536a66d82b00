import { lazy, Suspense, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { useMayWrite } from '../providers/use-signed-in-user';
import { schoolPath } from '../paths/school-paths';
import { successorName, type Successor } from './successors';
import { capital } from '@tracker/domain';

const MoveToSuccessorDialog = lazy(() => import('./MoveToSuccessorDialog'));
const CommandDialog = lazy(() => import('./CommandDialog'));

/** A visit planned at a school that has closed: who followed it, and what to do. */
export function ClosedSchoolAlert({ visit }: { visit: Visit }) {
  const [moveTo, setMoveTo] = useState<Successor | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const mayWrite = useMayWrite(visit.regionId);
  const { successors } = visit;
  if (!visit.atClosedSchool) return null;
  return (
    <Alert severity="warning" sx={{ mt: 1, mb: 2, maxWidth: 720 }}>
      This school has closed.{' '}
      {successors.length === 0 && 'The register names no school that followed it.'}
      {successors.map((successor, i) => (
        <span key={successor.id}>
          {i > 0 && (i === successors.length - 1 ? ' and ' : ', ')}
          <Link component={RouterLink} to={schoolPath(successor.id)} color="inherit">
            {i === 0 ? capital(successorName(visit, successor)) : successorName(visit, successor)}
          </Link>
        </span>
      ))}
      {successors.length > 0 && ' followed it.'}
      {mayWrite && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {successors.map((successor) => (
            <Button
              key={successor.id}
              variant="contained"
              size="small"
              sx={{ whiteSpace: 'normal' }}
              onClick={() => setMoveTo(successor)}
            >
              Move the visit to {successorName(visit, successor)}…
            </Button>
          ))}
          {successors.length === 0 && (
            <Button
              variant="outlined"
              color="inherit"
              size="small"
              onClick={() => setCancelling(true)}
            >
              Cancel the visit…
            </Button>
          )}
        </Box>
      )}
      <Suspense fallback={null}>
        {moveTo && (
          <MoveToSuccessorDialog visit={visit} to={moveTo} onClose={() => setMoveTo(null)} />
        )}
        {cancelling && (
          <CommandDialog command="cancel" visit={visit} onClose={() => setCancelling(false)} />
        )}
      </Suspense>
    </Alert>
  );
}
