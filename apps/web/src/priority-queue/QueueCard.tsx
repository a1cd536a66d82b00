import { useId, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import { sinceInWords, whyInShort } from '@tracker/domain';
import type { QueueEntry } from '@tracker/contract';
import { RegionName } from '../fields/RegionName';
import { PlannedText } from '../fields/texts';
import { SelectRow } from '../fields/selection';
import { StateChip } from '../fields/ToneChip';
import { today } from '../providers/today';
import { QueuePanel } from './QueuePanel';
import { QueueRowMenu } from './QueueRowMenu';
import { SchoolCell } from './SchoolCell';

interface QueueCardProps {
  entry: QueueEntry;
  selectable: boolean;
}

export function QueueCard({ entry, selectable }: QueueCardProps) {
  const [open, setOpen] = useState(false);
  const panelId = useId();
  return (
    <Box component="li" sx={{ py: 1.5, px: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Typography
          aria-label={`Rank ${entry.rank}`}
          sx={{ minWidth: '1.75rem', fontWeight: 700, color: 'text.secondary' }}
        >
          {entry.rank}
        </Typography>
        <Box sx={{ flex: '1 1 9rem', minWidth: 0, overflowWrap: 'anywhere' }}>
          <SchoolCell entry={entry} />
        </Box>
        {selectable && <SelectRow id={entry.id} name={entry.name} />}
        <QueueRowMenu entry={entry} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', my: 1 }}>
        <StateChip state={entry.state} />
        <Typography variant="body2">
          <RegionName regionId={entry.regionId} /> · last visit{' '}
          {sinceInWords(entry.lastVisitedOn, today())}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {whyInShort(entry)}
      </Typography>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mt: 0.5 }}>
        <Button
          size="small"
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          aria-controls={panelId}
          endIcon={<ExpandIcon sx={{ transform: open ? 'rotate(180deg)' : undefined }} />}
          sx={{ ml: -0.75 }}
        >
          Score {entry.score.toFixed(1)}: {open ? 'hide why' : 'why'}
        </Button>
        <Typography variant="body2" component="div">
          <PlannedText of={entry} />
        </Typography>
      </Box>
      <div id={panelId}>{open && <QueuePanel />}</div>
    </Box>
  );
}
