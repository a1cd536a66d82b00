import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { plural } from '@tracker/domain';
import type { Import, ImportFinding, ImportFindingKind } from '@tracker/contract';
import { Section } from '../layout/Section';
import { useFindings } from './use-findings';

interface FoundKind {
  kind: ImportFindingKind;
  title: (count: number, dryRun: boolean) => string;
  columns: readonly [title: string, cell: (finding: ImportFinding) => string][];
}

const FOUND: readonly FoundKind[] = [
  {
    kind: 'region_kept',
    title: (count, dryRun) =>
      `${plural(count, 'school')} ${dryRun ? 'that would lose' : 'in a district without'} ${dryRun ? (count === 1 ? 'its region' : 'their region') : 'a region'}`,
    columns: [
      ['School', ({ name }) => name],
      ['URN', ({ urn }) => String(urn ?? '')],
      ['District in the file', ({ value }) => value ?? ''],
      ['Region it keeps', ({ message }) => message ?? ''],
    ],
  },
  {
    kind: 'value_left_out',
    title: (count) => `${plural(count, 'value')} not used as written`,
    columns: [
      ['Line', ({ line }) => String(line ?? '')],
      ['School', ({ name }) => name],
      ['Column', ({ column }) => column ?? ''],
      ['Value', ({ value }) => value ?? ''],
      ['Reason', ({ message }) => message ?? ''],
    ],
  },
];

/** What else a register brought up, row by row. */
export function FoundInRegister({ record }: { record: Import }) {
  return FOUND.map((found) => <Found key={found.kind} record={record} found={found} />);
}

function Found({ record, found }: { record: Import; found: FoundKind }) {
  const { data } = useFindings(record, [found.kind]);
  if (!data || data.length === 0) return null;
  const title = found.title(data.length, record.dryRun);
  return (
    <Section title={title}>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={title}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {found.columns.map(([words]) => (
                <TableCell key={words}>{words}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map((finding) => (
              <TableRow key={finding.id}>
                {found.columns.map(([words, cell]) => (
                  <TableCell key={words} sx={{ overflowWrap: 'anywhere' }}>
                    {cell(finding)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}
