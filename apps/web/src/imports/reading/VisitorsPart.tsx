import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { VisitReading } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { useStaff } from '../../fields/inputs';
import { Section } from '../../layout/Section';

import { useReadingStep } from './use-reading';
import { call } from '../../providers/call';

const AS_WRITTEN = '';

/** Names and initials of the file, each with the colleague who is meant; said once, it is remembered. */
export function VisitorsPart({ reading }: { reading: VisitReading }) {
  const staff = useStaff();
  const step = useReadingStep(reading.importId);
  return (
    <Section title="Who made the visits?">
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        Choose the colleague for each name or initials. The tracker remembers it for the next file.
        A name without a colleague is kept with the visit as it is written.{' '}
        <Link component={RouterLink} to="/known-names?filter=%7B%22kind%22%3A%22visitor%22%7D">
          All remembered names
        </Link>
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: 'repeat(2, 1fr)' } }}>
        {reading.visitors.map(({ name, rows, userId, known }) => (
          <TextField
            key={name}
            select
            label={`${name} (${plural(rows, 'visit')})`}
            value={staff.some(({ id }) => id === userId) ? (userId ?? AS_WRITTEN) : AS_WRITTEN}
            disabled={known === 'account'}
            helperText={known === 'account' ? 'An account of that name' : undefined}
            onChange={({ target }) =>
              void step(() =>
                call('POST /api/imports/{id}/visitors', {
                  id: reading.importId,
                  body: { name, userId: target.value === AS_WRITTEN ? null : target.value },
                }),
              )
            }
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value={AS_WRITTEN}>Keep as written</MenuItem>
            {staff
              .filter(({ role }) => role !== 'manager')
              .map((user) => (
                <MenuItem key={user.id} value={user.id}>
                  {user.name}
                  {!user.active && ' (disabled)'}
                </MenuItem>
              ))}
          </TextField>
        ))}
      </Box>
    </Section>
  );
}
