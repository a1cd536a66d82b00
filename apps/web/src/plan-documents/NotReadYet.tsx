import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { PlanDocument } from '@tracker/contract';
import { capturePath } from '../paths/plan-paths';
import { schoolPath } from '../paths/school-paths';

/** Between sending a document and having it read. */
export function BeingRead() {
  return (
    <Box role="status" sx={{ maxWidth: 480, py: 2 }}>
      <Typography sx={{ mb: 1 }}>
        The document is being read. It opens here in a moment; you can also go on and come back.
      </Typography>
      <LinearProgress aria-label="Reading the document" />
    </Box>
  );
}

interface UnreadableProps {
  document: PlanDocument;
  mayWrite: boolean;
}

/** Why nothing could be read, and the way on. */
export function Unreadable({ document: { problem, schoolId }, mayWrite }: UnreadableProps) {
  return (
    <Alert severity="warning" sx={{ maxWidth: 720, mb: 2 }}>
      <AlertTitle sx={{ fontWeight: 650 }}>This document cannot be read</AlertTitle>
      <Typography>{problem}</Typography>
      {mayWrite && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          <Button variant="outlined" component={RouterLink} to={capturePath(schoolId)}>
            Paste what it says
          </Button>
          <Button variant="outlined" component={RouterLink} to={schoolPath(schoolId)}>
            Record it as seen
          </Button>
        </Box>
      )}
    </Alert>
  );
}
