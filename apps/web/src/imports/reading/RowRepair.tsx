import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ImportRow, RowDecision } from '@tracker/contract';
import { isDay, notADay } from '@tracker/domain';
import { DayField } from '../../fields/DayField';
import { today } from '../../providers/today';

import { SchoolChoice } from './SchoolChoice';
import { useReadingStep } from './use-reading';
import { call } from '../../providers/call';

interface RowRepairProps {
  row: ImportRow;
  importId: string;
}

/** What can be decided about one row; a decision can be taken back. */
export function RowRepair({ row, importId }: RowRepairProps) {
  const step = useReadingStep(importId);
  const [busy, setBusy] = useState(false);
  const decide = async (decision: RowDecision) => {
    if (busy) return;
    setBusy(true);
    await step(() =>
      call('POST /api/imports/{id}/rows/{rowId}/decide', {
        id: importId,
        rowId: row.id,
        body: decision,
      }),
    );
    setBusy(false);
  };
  // A decision adds to those before it.
  const also = (part: RowDecision) => void decide({ ...row.decision, skip: false, ...part });
  const of = `${row.schoolName ?? row.schoolAsWritten}, line ${row.line}`;
  const { handedBackFor: why, outcome } = row;
  // An open question is answered for all its rows above; one row can be settled by itself here.
  const asksForDay = why === 'question' && /^(months|order|days)-/.test(row.questionKey ?? '');
  const asksWhetherHeld = why === 'question' && (row.questionKey ?? '').startsWith('held-');
  // Both at once: a row is not handed back a second time once its day is known.
  const schoolToo = row.schoolId === null && (why === 'day' || asksForDay);
  const ofOtherDay = why === 'differs' && row.changes.some(({ field }) => field === 'day');
  return (
    <Box sx={LINE}>
      {schoolToo && (
        <Typography sx={{ width: '100%' }}>The school has to be chosen as well.</Typography>
      )}
      {(why === 'school' || schoolToo || row.schoolFoundBy === 'near') && (
        <SchoolChoice row={row} onChoose={(schoolId) => also({ schoolId })} />
      )}
      {(why === 'day' || asksForDay) && (
        <DayRepair of={of} onTake={(visitedOn) => also({ visitedOn })} />
      )}
      {(why === 'not_held' || why === 'struck_or_hidden' || asksWhetherHeld) && (
        <Command of={of} words="It did take place" onPress={() => also({ tookPlace: true })} />
      )}
      {(why === 'differs' || why === 'same_day') && (
        <Command
          of={of}
          words="Change the visit on record"
          onPress={() => also({ sameDay: 'change' })}
        />
      )}
      {why === 'near_scheduled' && (
        <Command
          of={of}
          words="It is the scheduled visit"
          onPress={() => also({ sameDay: 'change' })}
        />
      )}
      {(why === 'same_day' || why === 'near_scheduled' || ofOtherDay) && (
        <Command of={of} words="It is another visit" onPress={() => also({ sameDay: 'another' })} />
      )}
      {outcome !== 'skipped' && outcome !== 'identical' && (
        <Command of={of} words="Skip this row" onPress={() => void decide({ skip: true })} />
      )}
      {row.decision && <Command of={of} words="Undo my decision" onPress={() => void decide({})} />}
    </Box>
  );
}

const LINE = {
  ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1, mt: 1 },
  // In the middle of the field they stand beside.
  '& div + button, & div + button ~ button': { mt: 0.375 },
} as const;

interface CommandProps {
  words: string;
  /** Which row it is about, for those who do not see the card. */
  of: string;
  onPress: () => void;
}

function Command({ words, of, onPress }: CommandProps) {
  return (
    <Button size="small" variant="outlined" aria-label={`${words}: ${of}`} onClick={onPress}>
      {words}
    </Button>
  );
}

/** The day typed in place of what the file says. */
function DayRepair({ of, onTake }: { of: string; onTake: (day: string) => void }) {
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = () => {
    const fault = !isDay(value)
      ? notADay(today())
      : value > today()
        ? 'A visit that took place cannot be in the future.'
        : null;
    setProblem(fault);
    if (fault === null) onTake(value);
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1 }}>
      <DayField
        label="Day of the visit"
        value={value}
        onChange={setValue}
        error={problem !== null}
        helperText={problem ?? undefined}
        sx={{ my: 0, width: 220 }}
      />
      <Button size="small" variant="outlined" aria-label={`Use this day: ${of}`} onClick={take}>
        Use this day
      </Button>
    </Box>
  );
}
