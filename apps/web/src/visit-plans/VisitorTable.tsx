import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Link as RouterLink } from 'react-router-dom';
import { type PlanPage, visitPlanPath } from '../paths/visit-plan-paths';
import type { VisitorPart } from './plan-lines';
import { halfTermInWords } from './plan-words';

interface VisitorTableProps {
  parts: readonly VisitorPart[];
  page: PlanPage;
}

/** Who has how much, by half term; each name opens their days. */
export function VisitorTable({ parts, page }: VisitorTableProps) {
  const halfTerms = parts[0]?.byHalfTerm ?? [];
  return (
    <Box tabIndex={0} role="region" aria-label="Visitors" sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label="Visits of each visitor">
        <TableHead>
          <TableRow>
            <TableCell>Visitor</TableCell>
            <TableCell align="right">Visits</TableCell>
            <TableCell align="right">Days out</TableCell>
            {halfTerms.map((_, i) => (
              <TableCell key={i} align="right">
                {halfTermInWords(i + 1, halfTerms.length)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {parts.map(({ visitorId, visitorName, visits, days, byHalfTerm }) => (
            <TableRow key={visitorId}>
              <TableCell component="th" scope="row">
                <Link
                  component={RouterLink}
                  to={visitPlanPath({ ...page, tab: 'half-terms', part: 'all', visitorId })}
                >
                  {visitorName}
                </Link>
              </TableCell>
              <TableCell align="right">{visits}</TableCell>
              <TableCell align="right">{days}</TableCell>
              {byHalfTerm.map((count, i) => (
                <TableCell key={i} align="right">
                  {count}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
