import { lazy, Suspense, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { VisitPlan, VisitPlanReadiness } from '@tracker/contract';
import type { PlanPage } from '../paths/visit-plan-paths';
import { usePlan } from './plan-context';
import { halfTermParts, linesShown, partShown } from './plan-lines';

const AcceptDialog = lazy(() => import('./AcceptDialog'));
const AgainDialog = lazy(() => import('./AgainDialog'));
const SendDialog = lazy(() => import('./SendDialog'));
const WhatIfDialog = lazy(() => import('./WhatIfDialog'));

interface PlanButtonsProps {
  plan: VisitPlan;
  readiness: VisitPlanReadiness;
  page: PlanPage;
  making: boolean;
  onStarted: (plan: VisitPlan) => void;
  onAccepted: () => void;
}

/** What the Head can do with the plan of the year; a what-if is used or left. */
export function PlanButtons(props: PlanButtonsProps) {
  const { plan, readiness, page, making, onStarted, onAccepted } = props;
  const { lines } = usePlan();
  const [open, setOpen] = useState<'again' | 'what-if' | 'send' | 'accept' | null>(null);
  const close = () => setOpen(null);
  const button = (name: NonNullable<typeof open>, words: string, disabled = false) => (
    <Button
      variant={name === 'accept' ? 'contained' : 'outlined'}
      disabled={disabled}
      onClick={() => setOpen(name)}
    >
      {words}
    </Button>
  );
  const openLines = plan.proposedLines + plan.stale;
  return (
    <Box
      role="group"
      aria-label="What to do with the plan"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}
    >
      {plan.inUse && button('accept', 'Accept…', openLines === 0)}
      {plan.inUse && button('again', 'Propose again…', making)}
      {button('what-if', 'What if…', making)}
      {plan.inUse && button('send', 'Send to teams…')}
      <Suspense fallback={null}>
        {open === 'accept' && (
          <AcceptDialog
            plan={plan}
            begin={beginOf(page, lines, plan)}
            onAccepted={onAccepted}
            onClose={close}
          />
        )}
        {open === 'again' && <AgainDialog plan={plan} onStarted={onStarted} onClose={close} />}
        {open === 'what-if' && (
          <WhatIfDialog readiness={readiness} onStarted={onStarted} onClose={close} />
        )}
        {open === 'send' && <SendDialog plan={plan} onClose={close} />}
      </Suspense>
    </Box>
  );
}

/** What the page shows is what is accepted first. */
function beginOf(page: PlanPage, lines: ReturnType<typeof usePlan>['lines'], plan: VisitPlan) {
  const { regionId, visitorId, part } = page;
  const parts = halfTermParts(linesShown(lines, page), plan.figures?.halfTerms.length ?? 0);
  const halfTerm = part === 'all' || (page.tab !== '' && page.tab !== 'half-terms');
  return {
    ...{ of: 'filter' as const, regionId, visitorId },
    halfTerm: halfTerm ? '' : partShown(parts, part),
  };
}
