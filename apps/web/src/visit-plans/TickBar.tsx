import { lazy, Suspense, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { usePlan } from './plan-context';

const OfferDaysDialog = lazy(() => import('../day-offers/OfferDaysDialog'));
const AcceptDialog = lazy(() => import('./AcceptDialog'));

/** What can be done with the ticked lines, above them for as long as there are some. */
export function TickBar({ onCleared }: { onCleared: () => void }) {
  const { plan, lines, ticked } = usePlan();
  const [offering, setOffering] = useState(false);
  const [accepting, setAccepting] = useState(false);
  if (ticked.size === 0 && !accepting && !offering) return null;
  return (
    <Box role="region" aria-label="What to do with the selected visits" sx={BAR}>
      <span role="status">{ticked.size} selected</span>
      <Button variant="contained" size="small" onClick={() => setAccepting(true)}>
        Accept…
      </Button>
      {plan.inUse && (
        <Button variant="outlined" size="small" onClick={() => setOffering(true)}>
          Offer days…
        </Button>
      )}
      <Button size="small" onClick={onCleared}>
        Clear the selection
      </Button>
      <Suspense fallback={null}>
        {offering && (
          <OfferDaysDialog
            schools={lines.flatMap(({ id, schoolId }) => (ticked.has(id) ? [{ schoolId }] : []))}
            onSent={onCleared}
            onClose={() => setOffering(false)}
          />
        )}
        {accepting && (
          <AcceptDialog
            plan={plan}
            begin={{ of: 'ticked', halfTerm: '', regionId: '', visitorId: '' }}
            onAccepted={onCleared}
            onClose={() => setAccepting(false)}
          />
        )}
      </Suspense>
    </Box>
  );
}

const BAR = {
  ...{ position: 'sticky', top: 64, zIndex: 3, mb: 1.5, p: 1, borderRadius: 1.5 },
  ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 },
  ...{ bgcolor: 'background.paper', border: 1, borderColor: 'divider' },
} as const;
