import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import {
  VISIT_SHEET_FIELDS,
  type VisitSheetField,
  type VisitSheetPreview,
} from '@tracker/contract';
import type { Matching } from './ColumnMatching';
import { SHEET_FIELD_WORDS } from './import-words';
import { dateCellInWords } from './matching-words';

interface SampleRowsProps {
  preview: VisitSheetPreview;
  mapping: Matching['mapping'];
}

const sampleCell = (field: VisitSheetField, cell: string) =>
  field === 'visitedOn' ? dateCellInWords(cell) : cell;

/** The first rows as they would be read with the present matching. */
export function SampleRows({ preview, mapping }: SampleRowsProps) {
  const fields = VISIT_SHEET_FIELDS.filter((field) => mapping[field] !== undefined);
  if (fields.length === 0 || preview.sample.length === 0) return null;
  return (
    <>
      <Typography variant="h3" sx={{ mt: 1 }}>
        The first rows, read like this
      </Typography>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="The first rows">
        <Table size="small">
          <TableHead>
            <TableRow>
              {fields.map((field) => (
                <TableCell key={field}>{SHEET_FIELD_WORDS[field]}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {preview.sample.map((row, i) => (
              <TableRow key={i}>
                {fields.map((field) => (
                  <TableCell key={field}>
                    {sampleCell(field, row[mapping[field] ?? -1] ?? '')}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </>
  );
}
