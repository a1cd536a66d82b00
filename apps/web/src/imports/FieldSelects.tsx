import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { VISIT_SHEET_FIELDS, type VisitSheetField } from '@tracker/contract';
import type { Matching } from './ColumnMatching';
import { SHEET_FIELD_WORDS } from './import-words';

interface FieldSelectsProps {
  header: readonly string[];
  mapping: Matching['mapping'];
  onChange: (mapping: Matching['mapping']) => void;
}

/** Columns are known by their letter in a spreadsheet: A, B, … Z, AA. */
export function columnLetter(index: number): string {
  const before = index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}

const NOT_READ = '';

export function FieldSelects({ header, mapping, onChange }: FieldSelectsProps) {
  const choose = (field: VisitSheetField, text: string) => {
    const others = { ...mapping };
    delete others[field];
    onChange(text === NOT_READ ? others : { ...others, [field]: Number(text) });
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2, my: 1 }}>
      {VISIT_SHEET_FIELDS.map((field) => (
        <TextField
          key={field}
          select
          label={SHEET_FIELD_WORDS[field]}
          value={mapping[field] === undefined ? NOT_READ : String(mapping[field])}
          onChange={(event) => choose(field, event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value={NOT_READ}>Not in this file</MenuItem>
          {header.map((name, index) => (
            <MenuItem key={index} value={String(index)}>
              {columnLetter(index)}: {name || '(no name)'}
            </MenuItem>
          ))}
        </TextField>
      ))}
    </Box>
  );
}
