import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { planStageWords } from '@tracker/domain';
import { QUALIFIER_WORDS, STAGES } from './field-words';
import type { EditorProps } from './simple-editors';
import { type InstrumentRow, type MinutesRow, NEW_INSTRUMENT, NEW_MINUTES } from './typed-values';

interface RowsProps<R> {
  /** What a row is of: `minutes`. */
  one: string;
  rows: readonly R[];
  fresh: R;
  onChange: (rows: R[]) => void;
  row: (row: R, change: (what: Partial<R>) => void, number: number) => ReactNode;
}

/** Rows to fill in, to add and to take away. */
function Rows<R extends object>({ one, rows, fresh, onChange, row }: RowsProps<R>) {
  return (
    <>
      {rows.map((each, at) => (
        <Box key={at} role="group" aria-label={`Row ${at + 1}`} sx={ROW}>
          {row(
            each,
            (what) => onChange(rows.map((same, i) => (i === at ? { ...same, ...what } : same))),
            at + 1,
          )}
          <Button
            size="small"
            aria-label={`Take row ${at + 1} away`}
            onClick={() => onChange(rows.filter((_, i) => i !== at))}
          >
            Take away
          </Button>
        </Box>
      ))}
      <Button size="small" onClick={() => onChange([...rows, fresh])}>
        Add {one}
      </Button>
    </>
  );
}

const stageItems = STAGES.map((stage) => (
  <MenuItem key={stage} value={stage}>
    {planStageWords(stage)}
  </MenuItem>
));

export function MinutesEditor({ typed, onChange }: EditorProps) {
  return (
    <Rows<MinutesRow>
      one="a key stage or year"
      rows={typed as MinutesRow[]}
      fresh={NEW_MINUTES}
      onChange={onChange}
      row={(row, change) => (
        <>
          <TextField
            select
            label="Key stage or year"
            value={row.stage}
            onChange={({ target }) => change({ stage: target.value })}
            sx={{ flex: '1 1 9rem' }}
          >
            {stageItems}
          </TextField>
          <TextField
            label="Minutes a week"
            value={row.minutes}
            onChange={({ target }) => change({ minutes: target.value })}
            slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 8 } }}
            sx={{ flex: '1 1 7rem' }}
          />
          <TextField
            select
            label="How exact"
            value={row.qualifier}
            onChange={({ target }) =>
              change({ qualifier: target.value as MinutesRow['qualifier'] })
            }
            sx={{ flex: '1 1 7rem' }}
          >
            {Object.entries(QUALIFIER_WORDS).map(([value, words]) => (
              <MenuItem key={value} value={value}>
                {words}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
    />
  );
}

export function InstrumentsEditor({ typed, onChange }: EditorProps) {
  return (
    <Rows<InstrumentRow>
      one="an instrument"
      rows={typed as InstrumentRow[]}
      fresh={NEW_INSTRUMENT}
      onChange={onChange}
      row={(row, change) => (
        <>
          <TextField
            select
            label="Years"
            value={row.years}
            onChange={({ target }) => change({ years: target.value as unknown as string[] })}
            slotProps={{
              select: {
                multiple: true,
                renderValue: (chosen) => (chosen as string[]).map(planStageWords).join(', '),
              },
            }}
            sx={{ flex: '1 1 8rem' }}
          >
            {stageItems}
          </TextField>
          <TextField
            label="Instrument"
            value={row.instrument}
            onChange={({ target }) => change({ instrument: target.value })}
            sx={{ flex: '1 1 8rem' }}
          />
          <TextField
            label="Taught by"
            value={row.provider}
            onChange={({ target }) => change({ provider: target.value })}
            sx={{ flex: '1 1 8rem' }}
          />
        </>
      )}
    />
  );
}

const ROW = {
  ...{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' },
  ...{ pb: 1, mb: 1, borderBottom: 1, borderColor: 'divider' },
} as const;
