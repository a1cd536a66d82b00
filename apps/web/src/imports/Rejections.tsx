import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { plural } from '@tracker/domain';
import type { Import } from '@tracker/contract';
import { Section } from '../layout/Section';
import { pathOf } from '../providers/route-path';

/** On a phone it stands with the reason, which would be out of sight beside it. */
const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;

const NARROW = {
  '& th, & td': { px: { xs: 0.75, sm: 2 }, verticalAlign: 'top' },
  '& td': { overflowWrap: 'break-word' },
} as const;

/** Every row that was not taken, with its reason; all of them in a file to be corrected. */
export function Rejections({ record }: { record: Import }) {
  const shown = record.rejections.length;
  return (
    <Section
      title={`${plural(record.rejected, 'row')} not taken`}
      action={
        <Button
          size="small"
          component="a"
          href={pathOf('GET /api/imports/{id}/rejected.csv', { id: record.id })}
          download
          startIcon={<DownloadIcon />}
        >
          File of the rejected rows
        </Button>
      }
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {record.rejected === 1 ? 'Correct it' : 'Correct them'} in the file and import the file
        again; rows already taken are not taken twice.
        {shown > 0 &&
          shown < record.rejected &&
          ` The first ${shown} are shown here; the file has all of them.`}
      </Typography>
      {shown > 0 && <RejectedRows record={record} />}
    </Section>
  );
}

function RejectedRows({ record }: { record: Import }) {
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="Rejected rows">
      <Table size="small" sx={NARROW}>
        <TableHead>
          <TableRow>
            <TableCell align="right">Line</TableCell>
            <TableCell>School as written</TableCell>
            <TableCell sx={WIDE}>Column</TableCell>
            <TableCell sx={WIDE}>Value</TableCell>
            <TableCell>Reason</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {record.rejections.map(({ line, school, column, value, message }, i) => (
            <TableRow key={`${line}-${column}-${i}`}>
              <TableCell align="right">{line}</TableCell>
              <TableCell sx={{ minWidth: { xs: 90, sm: 140 } }}>{school}</TableCell>
              <TableCell sx={WIDE}>{column}</TableCell>
              <TableCell sx={{ ...WIDE, minWidth: 120, maxWidth: 240 }}>{value}</TableCell>
              <TableCell sx={{ minWidth: { xs: 130, sm: 220 } }}>
                {column && (
                  <Box component="span" sx={{ display: { xs: 'block', sm: 'none' } }}>
                    {column}: {value || 'empty'}
                  </Box>
                )}
                {message}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
