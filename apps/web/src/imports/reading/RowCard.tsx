import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportRow } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { ToneChip } from '../../fields/ToneChip';
import { VISIT_KIND_WORDS } from '../../fields/words';
import { CHANGE_WORDS, OUTCOME_TONES, REASON_WORDS } from './reading-words';
import { RowRepair } from './RowRepair';

interface RowCardProps {
  row: ImportRow;
  /** Titles of the sheet's columns. */
  header: readonly string[];
  importId: string;
}

/** One day of the file: what it is taken for, why, and how to put it right. */
export function RowCard({ row, header, importId }: RowCardProps) {
  const { outcome, handedBackFor, sheet, line, column, reason } = row;
  return (
    <Box
      component="li"
      data-row={row.id}
      sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Typography component="h3" sx={{ fontWeight: 650 }}>
          {row.schoolName ?? (row.schoolAsWritten || 'No school')}
          {', '}
          {row.visitedOn ? formatDay(row.visitedOn) : row.dayAsWritten || 'no day'}
        </Typography>
        {handedBackFor && (
          <ToneChip tone={OUTCOME_TONES[outcome]} label={REASON_WORDS[handedBackFor]} />
        )}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {sheet !== null && `${sheet}, `}line {line}
        {column && `, column ${column}`}
        {asWritten(row)}
      </Typography>
      {row.decidedBefore && (
        <Typography variant="body2">Answered as in an earlier import of this row.</Typography>
      )}
      {reason && <Typography sx={{ mt: 0.5 }}>{reason}</Typography>}
      <Told row={row} />
      {row.changes.map(({ field, before, after }) => (
        <Typography key={field} variant="body2">
          {CHANGE_WORDS[field]}: {before ?? 'nothing'} → {after ?? 'nothing'}
        </Typography>
      ))}
      {row.visitId && (
        <Link component={RouterLink} to={`/visits/${row.visitId}/show`} variant="body2">
          The visit on record
        </Link>
      )}
      <Box component="details" sx={{ mt: 0.5 }}>
        <Box component="summary" sx={{ cursor: 'pointer', fontSize: '0.875rem', py: 0.5 }}>
          The row as it is in the file
        </Box>
        <Box component="dl" sx={CELLS}>
          {row.cells.map((cell, at) =>
            cell.trim() === '' ? null : (
              <Box key={at} sx={{ display: 'contents' }}>
                <dt>{header[at] || `Column ${at + 1}`}</dt>
                <dd>{cell}</dd>
              </Box>
            ),
          )}
        </Box>
      </Box>
      <RowRepair row={row} importId={importId} />
    </Box>
  );
}

/** Where the file spells it otherwise than the record. */
function asWritten({ schoolName, schoolAsWritten, visitedOn, dayAsWritten }: ImportRow): string {
  const parts = [
    ...(schoolName !== null && schoolAsWritten && schoolAsWritten !== schoolName
      ? [`“${schoolAsWritten}”`]
      : []),
    ...(visitedOn !== null && dayAsWritten && dayAsWritten !== visitedOn
      ? [`“${dayAsWritten}”`]
      : []),
  ];
  return parts.length === 0 ? '' : `; written ${parts.join(', ')}`;
}

function Told({ row: { kind, visitor, metWith, summary, outcome } }: { row: ImportRow }) {
  if (outcome === 'handed_back' || outcome === 'skipped') return null;
  const told = [VISIT_KIND_WORDS[kind], visitor, metWith && `met ${metWith}`].filter(Boolean);
  return (
    <>
      <Typography variant="body2">{told.join(' · ')}</Typography>
      {summary && (
        <Typography variant="body2" sx={SHORT}>
          {summary}
        </Typography>
      )}
    </>
  );
}

const SHORT = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
} as const;

const CELLS = {
  ...{ display: 'grid', gridTemplateColumns: 'minmax(7rem, 1fr) 3fr', gap: 0.5, m: 0 },
  fontSize: '0.875rem',
  '& dt': { color: 'text.secondary' },
  '& dd': { m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
} as const;
