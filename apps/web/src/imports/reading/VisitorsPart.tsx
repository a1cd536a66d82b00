import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { User, VisitorOfFile, VisitReading } from '@tracker/contract';
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
        A name without a colleague is kept with the visit as it is written. Where several people
        came, the first with an account is the visitor, and the notes keep all of them.{' '}
        <Link component={RouterLink} to="/known-names?filter=%7B%22kind%22%3A%22visitor%22%7D">
          All remembered names
        </Link>
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: 'repeat(2, 1fr)' } }}>
        {reading.visitors.map((visitor) => (
          <VisitorChoice
            key={visitor.name}
            visitor={visitor}
            staff={staff}
            onChoose={(userId) =>
              void step(() =>
                call('POST /api/imports/{id}/visitors', {
                  id: reading.importId,
                  body: { name: visitor.name, userId },
                }),
              )
            }
          />
        ))}
      </Box>
    </Section>
  );
}

interface VisitorChoiceProps {
  visitor: VisitorOfFile;
  staff: readonly User[];
  onChoose: (userId: string | null) => void;
}

function VisitorChoice({ visitor, staff, onChoose }: VisitorChoiceProps) {
  const { name, rows, userId, known, suggestedUserId } = visitor;
  const [refused, setRefused] = useState(false);
  const suggested =
    known === null && !refused ? staff.find(({ id }) => id === suggestedUserId) : undefined;
  const chosen = staff.find(({ id }) => id === userId) ?? suggested;
  const help = suggested
    ? 'Suggested by the initials. Confirm it, or choose somebody else.'
    : known === 'account'
      ? 'An account of that name'
      : undefined;
  return (
    <Box>
      <TextField
        select
        fullWidth
        label={`${name} (${plural(rows, 'visit')})`}
        value={chosen?.id ?? AS_WRITTEN}
        disabled={known === 'account'}
        helperText={help}
        onChange={({ target }) => {
          setRefused(target.value === AS_WRITTEN);
          onChoose(target.value === AS_WRITTEN ? null : target.value);
        }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value={AS_WRITTEN}>Keep as written</MenuItem>
        {staff
          .filter(({ role }) => role !== 'manager')
          .map((user) => (
            <MenuItem
              key={user.id}
              value={user.id}
              // Choosing what is suggested confirms it; the field itself sees no change.
              onClick={user === suggested ? () => onChoose(user.id) : undefined}
            >
              {user.name}
              {!user.active && ' (disabled)'}
            </MenuItem>
          ))}
      </TextField>
      {suggested && (
        <Button
          size="small"
          variant="outlined"
          aria-label={`Confirm ${suggested.name} for ${name}`}
          onClick={() => onChoose(suggested.id)}
          sx={{ mt: 0.5 }}
        >
          Confirm {suggested.name}
        </Button>
      )}
    </Box>
  );
}
