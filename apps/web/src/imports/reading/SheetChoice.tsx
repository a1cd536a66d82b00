import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { SheetOptions, SheetReading } from '@tracker/contract';
import { columnsInWords, columnsMatter, linesInWords, sheetInWords } from './reading-words';
import { SheetColumns } from './SheetColumns';

interface SheetChoiceProps {
  sheet: SheetReading;
  /** The file has no other. */
  only: boolean;
  changed: Partial<SheetOptions>;
  onChange: (part: Partial<SheetOptions>) => void;
}

/** One sheet: whether it is read, from which line, for which year, and what each column is. */
export function SheetChoice({ sheet, only, changed, onChange }: SheetChoiceProps) {
  const read = changed.read ?? sheet.read;
  const name = sheet.name ?? 'The file';
  return (
    <Box
      component="section"
      aria-label={name}
      sx={{
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      {only ? (
        <Typography sx={{ fontWeight: 650 }}>{name}</Typography>
      ) : (
        <FormControlLabel
          control={<Checkbox checked={read} onChange={(_, ticked) => onChange({ read: ticked })} />}
          label={`Read “${name}”`}
        />
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {sheetInWords(sheet)}
        {sheet.reason && `. ${sheet.reason}`}
      </Typography>
      {read && (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1.5 }}>
            <TextField
              label="Line of the column names"
              value={String(changed.headerLine ?? sheet.headerLine ?? '')}
              onChange={({ target }) => {
                const line = Number(target.value);
                if (Number.isInteger(line) && line >= 0) onChange({ headerLine: line });
              }}
              slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
              sx={{ width: 200 }}
            />
            <TextField
              label="Academic year of days without one"
              value={
                (changed.academicYear === undefined ? sheet.academicYear : changed.academicYear) ??
                ''
              }
              onChange={({ target }) => onChange({ academicYear: target.value.trim() || null })}
              helperText="For example 2023-24"
              sx={{ width: 260 }}
            />
          </Box>
          {sheet.read && (
            <Box component="details" open={columnsMatter(sheet) || changed.mapping !== undefined}>
              <Box component="summary" sx={{ cursor: 'pointer', py: 1 }}>
                {columnsInWords(sheet)}
              </Box>
              <SheetColumns sheet={sheet} changed={changed} onChange={onChange} />
            </Box>
          )}
          {sheet.passedOver.length > 0 && (
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
              Not read: {sheet.passedOver.map(linesInWords).join('; ')}.
            </Typography>
          )}
        </>
      )}
    </Box>
  );
}
