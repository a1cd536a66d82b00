import { useId } from 'react';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { VisitPlanLine } from '@tracker/contract';
import { formatDay, kmInWords, type PlanLineStatus, plural } from '@tracker/domain';
import { schoolPath } from '../paths/school-paths';
import { type MapPoint, type MapStart, mapOf } from './map-view';
import { usePlan } from './plan-context';
import { LINE_STATUS_WORDS } from './plan-words';

const WIDTH = 720;

/** Where the visits are, a line between those of one day; the same as a table below it. */
export default function PlanMap({ lines }: { lines: readonly VisitPlanLine[] }) {
  const plan = usePlan();
  const all = plan.lines.filter(({ status }) => status !== 'dropped');
  const { width, height, ...drawn } = mapOf(all, plan.visitors, WIDTH);
  const isShown = ({ line }: MapPoint) => lines.some(({ id }) => id === line.id);
  const points = drawn.points.filter(isShown);
  const ways = drawn.ways.filter(({ from, to }) => isShown(from) && isShown(to));
  const starts = drawn.starts.filter(({ userId }) =>
    lines.some(({ visitorId }) => visitorId === userId),
  );
  const unplaced = lines.length - points.length;
  const titleId = useId();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Card sx={{ p: 1.5, maxWidth: 860, color: 'text.primary' }}>
        {points.length > 0 && (
          <svg
            role="img"
            aria-labelledby={titleId}
            viewBox={`0 0 ${width} ${height}`}
            style={{ width: '100%', height: 'auto', display: 'block', overflow: 'visible' }}
          >
            <title id={titleId}>
              {`${plural(points.length, 'visit')} by their schools’ places, north above; the table below says the same`}
            </title>
            {drawn.points.map(({ line, x, y }) => (
              <circle key={line.id} cx={x} cy={y} r={2} fill="currentColor" opacity={0.3} />
            ))}
            {ways.map(({ key, from, to }) => (
              <line
                key={key}
                x1={from.x}
                y1={from.y}
                x2={to.x}
                y2={to.y}
                stroke="currentColor"
                strokeWidth={1.5}
                opacity={0.6}
              />
            ))}
            {starts.map((start) => (
              <Ring key={start.userId} start={start} />
            ))}
            {points.map((point) => (
              <Mark key={point.line.id} point={point} />
            ))}
          </svg>
        )}
        <Legend hasStarts={starts.length > 0} />
        {unplaced > 0 && (
          <Typography variant="body2">
            {plural(unplaced, 'school')} without a place on record {unplaced === 1 ? 'is' : 'are'}{' '}
            in the table alone.
          </Typography>
        )}
      </Card>
      <MapTable lines={lines} />
    </Box>
  );
}

type Shape = Exclude<PlanLineStatus, 'dropped'>;

/** Each state has a shape of its own beside its colour. */
const SHAPES: Record<Shape, { path: string; color: string }> = {
  proposed: { path: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0', color: 'var(--map-proposed)' },
  accepted: { path: 'M-5 -5h10v10h-10z', color: 'var(--map-accepted)' },
  stale: { path: 'M0 -7L7 5H-7z', color: 'var(--map-stale)' },
};

const COLOURS = ({ palette }: { palette: { mode: string } }) =>
  palette.mode === 'dark'
    ? { '--map-proposed': '#c2ddf8', '--map-accepted': '#b9e6c8', '--map-stale': '#ffd2b3' }
    : { '--map-proposed': '#17456e', '--map-accepted': '#17522f', '--map-stale': '#7a3300' };

function Mark({ point }: { point: MapPoint }) {
  const { line, x, y } = point;
  const { path, color } = SHAPES[line.status === 'dropped' ? 'proposed' : line.status];
  return (
    <Box
      component="path"
      d={path}
      transform={`translate(${x} ${y})`}
      sx={[COLOURS, { fill: color }]}
    >
      <title>{`${line.schoolName}, ${formatDay(line.date)}, ${line.visitorName}`}</title>
    </Box>
  );
}

function Ring({ start: { name, x, y } }: { start: MapStart }) {
  return (
    <g>
      <circle cx={x} cy={y} r={9} fill="none" stroke="currentColor" strokeWidth={2.5}>
        <title>{`${name} starts here`}</title>
      </circle>
      <Box component="text" x={x} y={y - 13} sx={START_NAME}>
        {name}
      </Box>
    </g>
  );
}

/** In the drawing's own measure, which a phone shows at half its size. */
const START_NAME = { fill: 'currentColor', textAnchor: 'middle', fontSize: { xs: 24, sm: 13 } };

function Legend({ hasStarts }: { hasStarts: boolean }) {
  return (
    <Box component="ul" aria-label="What the marks say" sx={LEGEND}>
      {(Object.keys(SHAPES) as Shape[]).map((status) => (
        <li key={status}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden>
            <Box
              component="path"
              d={SHAPES[status].path}
              sx={[COLOURS, { fill: SHAPES[status].color }]}
            />
          </svg>{' '}
          {LINE_STATUS_WORDS[status]}
        </li>
      ))}
      <li>A line joins the schools of one day.</li>
      {hasStarts && <li>A ring is where a visitor starts from.</li>}
      <li>Small dots are the other visits of the plan.</li>
    </Box>
  );
}

const LEGEND = {
  ...{ listStyle: 'none', m: 0, p: 0, mt: 1, display: 'flex', flexWrap: 'wrap', columnGap: 2 },
  ...{ fontSize: '0.875rem', '& svg': { verticalAlign: '-3px' } },
} as const;

function MapTable({ lines }: { lines: readonly VisitPlanLine[] }) {
  return (
    <Box tabIndex={0} role="region" aria-label="The map as a table" sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label="The visits of the map">
        <TableHead>
          <TableRow>
            <TableCell>Date</TableCell>
            <TableCell>School</TableCell>
            <TableCell>Region</TableCell>
            <TableCell>Visitor</TableCell>
            <TableCell>State</TableCell>
            <TableCell align="right">Adds</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.id}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatDay(line.date)}</TableCell>
              <TableCell component="th" scope="row">
                <Link component={RouterLink} to={schoolPath(line.schoolId)}>
                  {line.schoolName}
                </Link>
              </TableCell>
              <TableCell>{line.regionName ?? 'No region'}</TableCell>
              <TableCell>{line.visitorName}</TableCell>
              <TableCell>{LINE_STATUS_WORDS[line.status]}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                {kmInWords(line.km)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
