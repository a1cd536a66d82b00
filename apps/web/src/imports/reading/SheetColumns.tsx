import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  SEVERAL_COLUMNS,
  type SheetColumn,
  type SheetOptions,
  type SheetReading,
  VISIT_SHEET_FIELDS,
  type VisitSheetField,
} from '@tracker/contract';
import { plural } from '@tracker/domain';
import { columnLetter } from '../column-letter';
import { SHEET_FIELD_WORDS } from '../import-words';
import { columnUseWords } from './reading-words';

type Mapping = NonNullable<SheetOptions['mapping']>;

interface SheetColumnsProps {
  sheet: SheetReading;
  changed: Partial<SheetOptions>;
  onChange: (part: Partial<SheetOptions>) => void;
}

const columnsOf = (mapping: Mapping, field: VisitSheetField): number[] =>
  [mapping[field] ?? []].flat();

const fieldOf = (mapping: Mapping, index: number): VisitSheetField | undefined =>
  VISIT_SHEET_FIELDS.find((field) => columnsOf(mapping, field).includes(index));

/** The mapping with this column read as that field; a field of one column moves to it. */
function withColumn(mapping: Mapping, index: number, chosen: VisitSheetField | null): Mapping {
  const entries = VISIT_SHEET_FIELDS.map((field) => {
    const others = columnsOf(mapping, field).filter((one) => one !== index);
    const columns =
      field !== chosen ? others : SEVERAL_COLUMNS.includes(field) ? [...others, index] : [index];
    return [field, columns.sort((a, b) => a - b)] as const;
  });
  return Object.fromEntries(
    entries
      .filter(([, columns]) => columns.length > 0)
      .map(([field, columns]) => [field, columns.length === 1 ? columns[0] : columns]),
  );
}

const NOT_READ = '';

/** What each column of a sheet is read as, and why. */
export function SheetColumns({ sheet, changed, onChange }: SheetColumnsProps) {
  const mapping = changed.mapping ?? sheet.mapping;
  const named = sheet.name === null ? '' : ` of “${sheet.name}”`;
  return (
    <Box
      sx={{ overflowX: 'auto', mt: 1 }}
      tabIndex={0}
      role="region"
      aria-label={`What each column${named} is read as`}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>Column</TableCell>
            <TableCell>Read as</TableCell>
            <TableCell>In the file</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sheet.columns.map((column) => (
            <TableRow key={column.index}>
              <TableCell component="th" scope="row" sx={{ minWidth: 120 }}>
                {columnLetter(column.index)}: {column.title || '(no name)'}
              </TableCell>
              <TableCell sx={{ minWidth: 210 }}>
                <TextField
                  select
                  label=""
                  value={fieldOf(mapping, column.index) ?? NOT_READ}
                  onChange={({ target }) =>
                    onChange({
                      mapping: withColumn(
                        mapping,
                        column.index,
                        target.value === NOT_READ ? null : (target.value as VisitSheetField),
                      ),
                    })
                  }
                  slotProps={{
                    select: { displayEmpty: true, SelectDisplayProps: labelled(column) },
                  }}
                  sx={{ my: 0 }}
                >
                  <MenuItem value={NOT_READ}>{notReadAs(column)}</MenuItem>
                  {VISIT_SHEET_FIELDS.map((field) => (
                    <MenuItem key={field} value={field}>
                      {SHEET_FIELD_WORDS[field]}
                    </MenuItem>
                  ))}
                </TextField>
              </TableCell>
              <TableCell sx={{ minWidth: 220 }}>
                {plural(column.filled, 'cell')}
                {column.days > 0 && `, ${plural(column.days, 'day')}`}
                {column.reason && (
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {column.reason}
                  </Typography>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

const isField = (use: string): boolean => VISIT_SHEET_FIELDS.some((field) => field === use);

const notReadAs = ({ use }: SheetColumn): string =>
  isField(use) ? 'Not read' : columnUseWords(use);

const labelled = ({ index, title }: SheetColumn) => ({
  'aria-label': `Read column ${columnLetter(index)} ${title} as`,
});
