import { useRef } from 'react';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { PlanRoundEntry } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { RegionName } from '../fields/RegionName';
import { ToneChip } from '../fields/ToneChip';
import { schoolPath } from '../paths/school-paths';
import { LookButtons } from './LookButtons';
import { linkTo } from './plan-words';
import { PlanStateChip } from './PlanStateChip';

interface RoundRowProps {
  entry: PlanRoundEntry;
  mayWrite: boolean;
}

/** A school of the round: where to look, and the result. */
export function RoundRow({ entry, mayWrite }: RoundRowProps) {
  const { schoolId, name, town, regionId, state, sentence, nextVisitOn, visitedSoon } = entry;
  const row = useRef<HTMLLIElement>(null);
  return (
    <Box component="li" ref={row} sx={ROW}>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Link component={RouterLink} to={schoolPath(schoolId)} sx={{ fontWeight: 650 }}>
            {name}
          </Link>
          <PlanStateChip state={state} />
          {visitedSoon && nextVisitOn && (
            <ToneChip tone="booked" label={`Visit ${formatDay(nextVisitOn)}`} />
          )}
        </Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {town && `${town}, `}
          <RegionName regionId={regionId} />
        </Typography>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {sentence}
        </Typography>
        <Where entry={entry} />
      </Box>
      {mayWrite && <LookButtons of={entry} onDone={() => focusNext(row.current)} />}
    </Box>
  );
}

/** The last known address, else the school's website: what a row opens. */
function Where({ entry }: Pick<RoundRowProps, 'entry'>) {
  const { name, address, goneOn, website } = entry;
  const known = goneOn === null ? linkTo(address) : null;
  const to = known ?? linkTo(website);
  return (
    <Typography variant="body2" sx={{ py: 0.25 }}>
      {to ? (
        <Link href={to} target="_blank" rel="noopener noreferrer" data-opens-plan>
          {known ? 'Open the plan' : 'Open the website'} of {name} (opens a new tab)
        </Link>
      ) : (
        'No website on record'
      )}
      {goneOn && ` · Gone from its address on ${formatDay(goneOn)}`}
    </Typography>
  );
}

/** On to the next school, so that the keyboard stays in the round; this row may be elsewhere in a moment. */
function focusNext(row: HTMLElement | null): void {
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  const opens = next?.querySelector<HTMLElement>('a[data-opens-plan]');
  (opens ?? next?.querySelector<HTMLElement>('a'))?.focus();
}

const ROW = {
  ...{ p: 1.5, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } },
  ...{ display: 'grid', gap: 1, alignItems: 'center' },
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) auto' },
} as const;
