import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { VisitorsTime, VisitorWithPlaces } from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { useRegionNames } from '../fields/RegionName';
import { Known } from '../fields/texts';
import { weekdaysInWords } from '../fields/weekdays';
import { visuallyHidden } from '../layout/hidden';
import { useNarrow } from '../layout/use-narrow';
import { capacityInShort } from './capacity-form';

interface CapacityTableProps {
  time: VisitorsTime;
  onChange: (visitor: VisitorWithPlaces) => void;
}

/** Each visitor with what they can take; on a phone a card for each. */
export function CapacityTable({ time, onChange }: CapacityTableProps) {
  const narrow = useNarrow();
  const { visitors, academicYear } = time;
  if (visitors.length === 0) return <Typography>Nobody visits schools yet.</Typography>;
  const rows = visitors.map((visitor) => ({ visitor, onChange: () => onChange(visitor) }));
  if (narrow) {
    return (
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <Card key={row.visitor.id} {...row} academicYear={academicYear} />
        ))}
      </Box>
    );
  }
  return (
    <Box
      role="region"
      aria-label="How much each visitor can take"
      tabIndex={0}
      sx={{ overflowX: 'auto' }}
    >
      <Table size="small" sx={{ '& th, & td': { px: 1, verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            <TableCell>Visitor</TableCell>
            <TableCell>Weekdays</TableCell>
            <TableCell align="right">A day</TableCell>
            <TableCell align="right">A week</TableCell>
            <TableCell align="right">A half term</TableCell>
            <TableCell>Starts from</TableCell>
            <TableCell align="right">Places in {academicYear}</TableCell>
            <TableCell>
              <span style={visuallyHidden}>Change</span>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={row.visitor.id} {...row} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

interface RowProps {
  visitor: VisitorWithPlaces;
  onChange: () => void;
}

function Row({ visitor, onChange }: RowProps) {
  const { name, perDay, perWeek, perHalfTerm, weekdays, startsFrom, places } = visitor;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ minWidth: '10rem' }}>
        <Who visitor={visitor} />
      </TableCell>
      <TableCell sx={{ minWidth: '7rem' }}>{weekdaysInWords(weekdays) ?? 'No weekday'}</TableCell>
      <TableCell align="right">{perDay}</TableCell>
      <TableCell align="right">{perWeek}</TableCell>
      <TableCell align="right">{perHalfTerm}</TableCell>
      <TableCell>
        <Known>{startsFrom}</Known>
      </TableCell>
      <TableCell align="right">{places}</TableCell>
      <TableCell align="right">
        <Button size="small" aria-label={`Change the time of ${name}`} onClick={onChange}>
          Change
        </Button>
      </TableCell>
    </TableRow>
  );
}

function Card({ visitor, onChange, academicYear }: RowProps & { academicYear: string }) {
  const { name, weekdays, startsFrom, places } = visitor;
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.5 }}>
      <Who visitor={visitor} />
      <FactList
        facts={[
          ['Weekdays', weekdaysInWords(weekdays) ?? 'No weekday'],
          ['Visits', capacityInShort(visitor)],
          ['Starts from', startsFrom],
          [`Places in ${academicYear}`, String(places)],
        ]}
      />
      <Button
        size="small"
        aria-label={`Change the time of ${name}`}
        onClick={onChange}
        sx={{ ml: -0.75 }}
      >
        Change
      </Button>
    </Box>
  );
}

function Who({ visitor: { name, regionIds, isAssumed } }: { visitor: VisitorWithPlaces }) {
  const regions = useRegionNames(regionIds);
  return (
    <>
      <Typography variant="body2" component="span" sx={{ fontWeight: 650, display: 'block' }}>
        {name}
      </Typography>
      <Typography
        variant="body2"
        component="span"
        sx={{ display: 'block', color: 'text.secondary', fontWeight: 400 }}
      >
        {regionIds.length === 0 ? 'No region, so no places' : regions}
        {isAssumed && ' · nothing on record yet'}
      </Typography>
    </>
  );
}
