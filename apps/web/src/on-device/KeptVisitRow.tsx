import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { Visit } from '@tracker/contract';
import { today } from '../providers/today';
import { whenInWords } from '../fields/visit-words';
import { LogOfVisit, useLogOfVisit } from './LogOfVisit';
import { keptBriefPath } from './paths';

export const ROW = {
  ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1.5 },
  ...{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } },
} as const;

export function Rows({ children }: { children: ReactNode }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  );
}

/** Whether it is time to say what came of a visit. */
export const mayLog = ({ scheduledOn }: Visit): boolean =>
  scheduledOn !== null && scheduledOn <= today();

/** A visit that was taken along, with its log where there is one on the device. */
export function KeptVisitRow({ visit, keptAt }: { visit: Visit; keptAt: string }) {
  const log = useLogOfVisit(visit.id, keptAt);
  return (
    <Box component="li" sx={ROW}>
      <Box sx={{ flex: '1 1 14rem' }}>
        <Typography sx={{ fontWeight: 650 }}>{visit.schoolName}</Typography>
        <Typography variant="body2">{whenInWords(visit)}</Typography>
        {log?.refusal && <Typography variant="body2">{log.refusal.sentence}</Typography>}
      </Box>
      <Button
        component={RouterLink}
        to={keptBriefPath(visit.id)}
        aria-label={`Prepare the visit to ${visit.schoolName}`}
      >
        Prepare
      </Button>
      {(log || mayLog(visit)) && <LogOfVisit visit={visit} asOf={keptAt} named />}
    </Box>
  );
}
