import { useId } from 'react';
import { useGetOne } from 'react-admin';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import CloseIcon from '@mui/icons-material/Close';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { RegionName } from '../../fields/RegionName';
import { schoolPath } from '../../paths/school-paths';
import { VisitChips } from '../VisitChips';
import { VisitCommands } from '../VisitCommands';
import { outcomeInWords, whenInWords } from '../../fields/visit-words';
import { visitPath } from '../../paths/visit-paths';

/** A place on the screen, in pixels from its top left corner. */
export interface Place {
  top: number;
  left: number;
}

interface VisitPopoverProps {
  /** As it was when it was pressed; shown as it is now once that is known. */
  opened: Visit;
  /** Below what was pressed. It is a place and no element: a visit that is moved takes its entry along. */
  at: Place;
  onClose: () => void;
}

/** What there is to know of a visit at a glance, and what may be done with it. */
export function VisitPopover({ opened, at, onClose }: VisitPopoverProps) {
  const { data: visit = opened } = useGetOne<Visit>('visits', { id: opened.id });
  const titleId = useId();
  const outcome = outcomeInWords(visit);
  return (
    <Popover
      open
      onClose={onClose}
      anchorReference="anchorPosition"
      anchorPosition={at}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          sx: { p: 2, width: 360, maxWidth: 'calc(100vw - 32px)' },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Typography variant="h2" id={titleId} sx={{ flex: 1, overflowWrap: 'anywhere' }}>
          <Link component={RouterLink} to={visitPath(visit.id)}>
            {visit.schoolName}
          </Link>
        </Typography>
        <IconButton size="small" aria-label="Close" onClick={onClose} edge="end">
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <Typography sx={{ mt: 0.5, fontWeight: 650 }}>
        {whenInWords(visit)}
        {visit.scheduledOn && !visit.startTime && !visit.visitedOn && ', no time yet'}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {visit.visitorName ?? 'No visitor yet'} · <RegionName regionId={visit.regionId} />
      </Typography>
      <VisitChips visit={visit} />
      {outcome && (
        <Typography variant="body2" sx={CUT}>
          {outcome}
        </Typography>
      )}
      <Box sx={{ mt: 1.5 }}>
        <VisitCommands visit={visit} size="small" />
      </Box>
      <Box sx={{ display: 'flex', gap: 2, mt: 1.5 }}>
        <Link component={RouterLink} to={visitPath(visit.id)}>
          Open the visit
        </Link>
        <Link component={RouterLink} to={schoolPath(visit.schoolId)}>
          Open the school
        </Link>
      </Box>
    </Popover>
  );
}

const CUT = {
  mt: 1,
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 4,
  overflow: 'hidden',
} as const;
