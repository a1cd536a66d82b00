import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportFinding } from '@tracker/contract';
import { instantInWords } from '../fields/texts';
import { ToneChip } from '../fields/ToneChip';

interface SchoolToDecideProps {
  finding: ImportFinding;
  checked: boolean;
  /** Null where there is nothing to decide. */
  onToggle: (() => void) | null;
  onUndo: () => void;
  busy: boolean;
}

/** One school that the register no longer has, with the reason and what was decided. */
export function SchoolToDecide(props: SchoolToDecideProps) {
  const { finding, checked, onToggle, onUndo, busy } = props;
  const { name, urn, schoolId, message, recommended, waiting } = finding;
  return (
    <Box component="li" sx={ROW}>
      {onToggle && (
        <Checkbox
          checked={checked}
          onChange={onToggle}
          slotProps={{ input: { 'aria-label': `Choose ${name}` } }}
          sx={{ mt: -1, ml: -1 }}
        />
      )}
      <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {schoolId ? (
            <Link component={RouterLink} to={`/schools/${encodeURIComponent(schoolId)}/show`}>
              {name}
            </Link>
          ) : (
            name
          )}{' '}
          <Typography component="span" sx={{ color: 'text.secondary' }}>
            {urn}
          </Typography>
        </Typography>
        <Typography variant="body2">{message}</Typography>
        {waiting && !recommended && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Closing it is not suggested.
          </Typography>
        )}
      </Box>
      <Decided finding={finding} onUndo={onUndo} busy={busy} />
    </Box>
  );
}

function Decided({
  finding,
  onUndo,
  busy,
}: Pick<SchoolToDecideProps, 'finding' | 'onUndo' | 'busy'>) {
  const { decision, decidedAt, decidedByName, name } = finding;
  if (!decision) return null;
  const words = decision === 'closed' ? 'Closed' : 'Kept open';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <ToneChip tone="quiet" label={words} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {decidedByName ?? 'Somebody'}
        {decidedAt && `, ${instantInWords(decidedAt)}`}
      </Typography>
      <Button size="small" onClick={onUndo} disabled={busy} aria-label={`Undo: ${words} ${name}`}>
        Undo
      </Button>
    </Box>
  );
}

const ROW = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: 1,
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-child': { borderBottom: 0 },
} as const;
