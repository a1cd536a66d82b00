import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { VisitorAbsence } from '@tracker/contract';
import { plural, spanInWords } from '@tracker/domain';
import { UndoNotice } from '../fields/UndoNotice';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { call, callForPage } from '../providers/call';
import { sentenceOf } from '../providers/problems';
import { today } from '../providers/today';
import { AbsenceDialog } from './AbsenceDialog';
import { useTimeChanged } from './use-time-changed';

const SHOWN = 100;
const UNDO_MS = 10_000;

interface AbsencesProps {
  title: string;
  /** Of whom; everybody when left out. */
  userId?: string;
}

/** From when to when somebody, or everybody, is away: today and later. */
export function Absences({ title, userId }: AbsencesProps) {
  const [adding, setAdding] = useState(false);
  const notify = useNotify();
  const changed = useTimeChanged();
  const filter = { from: today(), ...(userId !== undefined && { userId }) };
  const { data, error, refetch } = useQuery({
    queryKey: ['visitor-absences', filter],
    queryFn: ({ signal }) =>
      callForPage('GET /api/visitor-absences', {
        query: { filter, sort: ['from', 'ASC'], range: [0, SHOWN - 1] },
        signal,
      }),
  });
  const add = async ({ userId: whose, from, to }: VisitorAbsence) => {
    await call('POST /api/visitor-absences', { body: { userId: whose, from, to } });
    await changed();
  };
  const failed = (problem: unknown) => notify(sentenceOf(problem), { type: 'error' });
  const remove = async (absence: VisitorAbsence) => {
    await call('DELETE /api/visitor-absences/{id}', { id: absence.id });
    const words = `${spanInWords(absence)} removed.`;
    notify(<UndoNotice words={words} onUndo={() => void add(absence).catch(failed)} />, {
      autoHideDuration: UNDO_MS,
    });
    await changed();
  };
  const more = data ? data.total - data.rows.length : 0;
  return (
    <Section title={title} action={<Button onClick={() => setAdding(true)}>Add days away</Button>}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.rows.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {userId === undefined ? 'Nobody is away.' : 'No days away.'} No visit is suggested on days
          that are added here.
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.rows.map((absence) => (
          <Row
            key={absence.id}
            name={userId === undefined ? absence.userName : null}
            days={spanInWords(absence)}
            onRemove={() => void remove(absence).catch(failed)}
          />
        ))}
      </Box>
      {more > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          And {plural(more, 'later one')}.
        </Typography>
      )}
      {adding && <AbsenceDialog userId={userId} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface RowProps {
  /** Null where all are of one person. */
  name: string | null;
  days: string;
  onRemove: () => void;
}

function Row({ name, days, onRemove }: RowProps) {
  const which = name === null ? days : `${name}, ${days}`;
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, py: 0.5 },
        ...{ borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } },
      }}
    >
      <Box sx={{ flex: '1 1 14rem' }}>
        {name !== null && <Typography sx={{ fontWeight: 650 }}>{name}</Typography>}
        <Typography variant={name === null ? 'body1' : 'body2'}>{days}</Typography>
      </Box>
      <Button size="small" aria-label={`Remove ${which}`} onClick={onRemove}>
        Remove
      </Button>
    </Box>
  );
}
