import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SheetOptions, SheetReading, VisitReading } from '@tracker/contract';
import { Section } from '../../layout/Section';

import { SheetChoice } from './SheetChoice';
import { useReadingStep } from './use-reading';
import { call } from '../../providers/call';

const asRead = ({
  index,
  read,
  headerLine,
  mapping,
  academicYear,
}: SheetReading): SheetOptions => ({
  index,
  read,
  ...(headerLine !== null && { headerLine }),
  mapping,
  academicYear,
});

/** Which sheets are read and how; changed, the file is checked again without sending it again. */
export function SheetsPart({ reading }: { reading: VisitReading }) {
  const [changed, setChanged] = useState<Record<number, Partial<SheetOptions>>>({});
  const [busy, setBusy] = useState(false);
  const step = useReadingStep(reading.importId);
  const dirty = Object.keys(changed).length > 0;
  const change = (index: number, part: Partial<SheetOptions>) =>
    setChanged((before) => ({ ...before, [index]: { ...before[index], ...part } }));
  const check = async () => {
    if (busy) return;
    setBusy(true);
    const sheets = reading.sheets.map((sheet) =>
      (changed[sheet.index]?.read ?? sheet.read)
        ? optionsOf(sheet, changed[sheet.index])
        : { index: sheet.index, read: false },
    );
    const went = await step(() =>
      call('POST /api/imports/{id}/check', {
        id: reading.importId,
        body: { ...reading.options, sheets },
      }),
    );
    if (went) setChanged({});
    setBusy(false);
  };
  return (
    <Section title={reading.sheets.length > 1 ? 'Sheets and columns' : 'Columns'}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        How the tracker read your file. Change what it got wrong, then check again; your decisions
        on rows stay.
      </Typography>
      {reading.sheets.map((sheet) => (
        <SheetChoice
          key={sheet.index}
          sheet={sheet}
          only={reading.sheets.length === 1}
          changed={changed[sheet.index] ?? {}}
          onChange={(part) => change(sheet.index, part)}
        />
      ))}
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        <Button
          variant="outlined"
          disabled={!dirty}
          aria-disabled={busy}
          onClick={() => void check()}
        >
          {busy ? 'Checking…' : 'Check again'}
        </Button>
        {dirty && <Button onClick={() => setChanged({})}>Discard changes</Button>}
      </Box>
    </Section>
  );
}

/** Another line of column names has other columns: they are guessed anew unless chosen. */
function optionsOf(sheet: SheetReading, changed: Partial<SheetOptions> = {}): SheetOptions {
  const { mapping, ...present } = asRead(sheet);
  const otherHeader = changed.headerLine !== undefined && changed.headerLine !== sheet.headerLine;
  const kept = otherHeader || !sheet.read ? {} : { mapping };
  return { ...present, ...kept, ...changed };
}
